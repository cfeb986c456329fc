package org.vigie.server.collections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

/** OGC API - Features, part 4. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeaturesEditingTest {

  private static final String ITEMS = "/collections/incident/items";

  private MissionServer server;

  @BeforeAll
  void start(DatabaseAddress address) {
    server = new MissionServer(address);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aNewFeatureIsCreatedWithALocationAndReadsBackAsItWasSent() throws Exception {
    var answer = server.send("POST", ITEMS, incident("\"severity\": 3"), Map.of());
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEmpty();
    String location = answer.headers().firstValue("Location").orElseThrow();
    JsonNode stored = server.json(location);
    assertThat(stored.at("/geometry/coordinates").toString()).isEqualTo("[-20.5,-10.25]");
    assertThat(stored.at("/properties/severity").asInt()).isEqualTo(3);
    assertThat(stored.at("/properties/valid_from").asText()).isEqualTo("2024-05-01T10:00:00Z");
    assertThat(stored.at("/properties/source_system").asText()).isEqualTo("vigie");
    assertThat(location).endsWith(stored.path("id").asText());
  }

  @Test
  void theStoredFeatureComesInTheAnswerWhenPreferred() throws Exception {
    var answer =
        server.send("POST", ITEMS, incident(""), Map.of("Prefer", "return=representation"));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Preference-Applied")).contains("return=representation");
    assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
    assertThat(answer.body()).contains("\"BATTLES\"");
  }

  @Test
  void aReplaceNeedsTheTagOfTheVersionThatWasEdited() throws Exception {
    String path = ITEMS + "/" + server.post("incident", incident("\"severity\": 1"));
    HttpResponse<String> read = server.get(path);
    String tag = read.headers().firstValue("ETag").orElseThrow();
    String body = read.body().replace("\"severity\":1", "\"severity\":4");
    assertThat(server.send("PUT", path, body, Map.of()).statusCode()).isEqualTo(428);
    assertThat(server.send("PUT", path, body, Map.of("If-Match", "\"7\"")).statusCode())
        .isEqualTo(412);
    assertThat(server.send("PUT", path, body, Map.of("If-Match", "W/" + tag)).statusCode())
        .isEqualTo(412);
    var done = server.send("PUT", path, body, Map.of("If-Match", tag));
    assertThat(done.statusCode()).isEqualTo(204);
    assertThat(done.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(server.send("PUT", path, body, Map.of("If-Match", tag)).statusCode()).isEqualTo(412);
    assertThat(server.json(path).at("/properties/severity").asInt()).isEqualTo(4);
  }

  @Test
  void aReplaceOfWhatWasReadChangesNothingButTheVersion() throws Exception {
    String path =
        ITEMS
            + "/"
            + server.post(
                "incident",
                incident(
                    "\"title\": \"T\", \"valid_to\": \"2024-05-01T12:30:15Z\", \"time_precision\":"
                        + " \"EXACT_MINUTE\", \"radius_m\": 250, \"classification\":"
                        + " \"CONFIDENTIAL\","
                        + " \"source_system\": \"sage\", \"source_id\": \"77\", \"flags\": [\"X\"]"
                            .replace(", \"flags\": [\"X\"]", "")));
    ObjectNode before = (ObjectNode) server.json(path);
    var answer = server.send("PUT", path, before.toString(), Map.of("If-Match", "*"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    ObjectNode after = (ObjectNode) server.json(path);
    for (ObjectNode each : List.of(before, after)) {
      ((ObjectNode) each.get("properties")).remove(List.of("version", "recorded_at"));
    }
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aPatchChangesOnlyWhatItNames() throws Exception {
    String path =
        ITEMS + "/" + server.post("incident", incident("\"severity\": 1, \"title\": \"Kept\""));
    String patch = "{\"properties\": {\"severity\": 5, \"summary\": \"Added\"}}";
    assertThat(server.send("PATCH", path, patch, Map.of()).statusCode()).isEqualTo(428);
    var answer =
        server.send(
            "PATCH", path, patch, Map.of("If-Match", "\"1\"", "Prefer", "return=representation"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode properties = server.json(path).path("properties");
    assertThat(properties.path("severity").asInt()).isEqualTo(5);
    assertThat(properties.path("title").asText()).isEqualTo("Kept");
    String removal = "{\"properties\": {\"summary\": null}}";
    assertThat(server.send("PATCH", path, removal, Map.of("If-Match", "\"2\"")).statusCode())
        .isEqualTo(204);
    assertThat(server.json(path).at("/properties/summary").isMissingNode()).isTrue();
    assertThat(server.send("PATCH", path, "[]", Map.of("If-Match", "*")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aDeletedFeatureIsGoneAndItsHistoryStays() throws Exception {
    String path = ITEMS + "/" + server.post("incident", incident("\"severity\": 2"));
    assertThat(server.send("DELETE", path, null, Map.of()).statusCode()).isEqualTo(428);
    assertThat(server.send("DELETE", path, null, Map.of("If-Match", "\"9\"")).statusCode())
        .isEqualTo(412);
    assertThat(server.send("DELETE", path, null, Map.of("If-Match", "\"1\"")).statusCode())
        .isEqualTo(204);
    assertThat(server.status(path)).isEqualTo(404);
    assertThat(server.send("DELETE", path, null, Map.of("If-Match", "*")).statusCode())
        .isEqualTo(404);
    JsonNode versions = server.json(path + "/history").path("versions");
    assertThat(versions.at("/0/operation").asText()).isEqualTo("DELETE");
    assertThat(versions.at("/1/operation").asText()).isEqualTo("INSERT");
  }

  @Test
  void historyTellsWhatChangedNewestFirst() throws Exception {
    String path = ITEMS + "/" + server.post("incident", incident("\"severity\": 1"));
    server.send("PATCH", path, "{\"properties\": {\"severity\": 4}}", Map.of("If-Match", "\"1\""));
    JsonNode versions = server.json(path + "/history").path("versions");
    assertThat(versions).hasSize(2);
    JsonNode latest = versions.get(0);
    assertThat(latest.path("version").asInt()).isEqualTo(2);
    assertThat(latest.path("operation").asText()).isEqualTo("UPDATE");
    assertThat(latest.path("author").asText()).isNotEmpty();
    assertThat(Instant.parse(latest.path("committedAt").asText())).isNotNull();
    assertThat(latest.path("changes").toString())
        .isEqualTo("[{\"property\":\"severity\",\"before\":1,\"after\":4}]");
    assertThat(versions.at("/1/changes").toString()).contains("\"before\":null");
  }

  @Test
  void theStateAsKnownAtAMomentStaysReadable() throws Exception {
    String path = ITEMS + "/" + server.post("incident", incident("\"severity\": 1"));
    String first = server.json(path + "/history").at("/versions/0/committedAt").asText();
    server.send("PATCH", path, "{\"properties\": {\"severity\": 5}}", Map.of("If-Match", "\"1\""));
    assertThat(server.json(path).at("/properties/severity").asInt()).isEqualTo(5);
    JsonNode then = server.json(path + "?as-known-at=" + first);
    assertThat(then.at("/properties/severity").asInt()).isEqualTo(1);
    assertThat(server.status(path + "?as-known-at=2000-01-01T00:00:00Z")).isEqualTo(404);
    assertThat(
            server.json(ITEMS + "?as-known-at=2000-01-01T00:00:00Z").path("numberMatched").asInt())
        .isZero();
  }

  @Test
  void whatIsWrongIsSaidFieldByField() throws Exception {
    for (String[] wrong :
        new String[][] {
          {incident("\"severity\": 9"), "severity"},
          {incident("\"colour\": \"red\""), "colour"},
          {incident("").replace("BATTLES", "PICNIC"), "type"},
          {incident("").replace("2024-05-01T10:00:00Z", "soon"), "valid_from"},
          {incident("").replace("[-20.5, -10.25]", "[500, 0]"), "500"},
          {incident("").replace("[-20.5, -10.25]", "[0, null]"), "position"},
          {incident("").replace("\"Feature\"", "\"Thing\""), "type"},
          {incident("").replace("\"Point\"", "\"Circle\""), "Circle"},
          {"{\"type\": \"Feature\"", "JSON"},
          {"[]", "Feature"},
          {"", "empty"}
        }) {
      var answer = server.send("POST", ITEMS, wrong[0], Map.of());
      assertThat(answer.statusCode()).as(wrong[0] + answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains(wrong[1]);
    }
  }

  @Test
  void aBodyOfAnotherKindIsRefused() throws Exception {
    for (String type : List.of("text/plain", "application/xml", "multipart/form-data")) {
      assertThat(
              server.send("POST", ITEMS, incident(""), Map.of("Content-Type", type)).statusCode())
          .isEqualTo(415);
    }
    String charset = "application/geo+json; charset=utf-8";
    assertThat(
            server.send("POST", ITEMS, incident(""), Map.of("Content-Type", charset)).statusCode())
        .isEqualTo(201);
  }

  @Test
  void ofManyEditorsOfOneVersionExactlyOneWins() throws Exception {
    String path = ITEMS + "/" + server.post("incident", incident("\"severity\": 1"));
    var editors = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> edits = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        String patch = "{\"properties\": {\"title\": \"Editor %d\"}}".formatted(i);
        edits.add(
            () -> server.send("PATCH", path, patch, Map.of("If-Match", "\"1\"")).statusCode());
      }
      List<Integer> answers = new ArrayList<>();
      for (var future : editors.invokeAll(edits)) {
        answers.add(future.get());
      }
      assertThat(answers).containsOnly(204, 412).containsOnlyOnce(204);
      assertThat(server.json(path).at("/properties/version").asInt()).isEqualTo(2);
    } finally {
      editors.shutdown();
    }
  }

  private static String incident(String properties) {
    return MissionServer.incident(-20.5, -10.25, "2024-05-01T10:00:00Z", properties);
  }
}
