package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.server.LowAndHigh.HIGH;
import static org.vigie.server.LowAndHigh.LOW;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Json;

/** The past is shown to each caller as far as that caller may see it today. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatWasKnownTest {

  private LowAndHigh both;
  private WholeServer server;
  private WholeServer careless;
  private FeatureStore all;

  @BeforeAll
  void start(DatabaseAddress address, @TempDir Path folder) {
    both = new LowAndHigh(address, folder);
    server = both.sound();
    careless = both.careless();
    all = both.all();
  }

  @AfterAll
  void stop() {
    both.close();
  }

  @Test
  void changesAreListedNewestFirstOrOldestFirstSinceAMoment() throws Exception {
    Feature first = both.stored("low ford");
    Feature second = all.write(w -> w.replace(first.withProperty("title", "high ford"), 1));
    Feature other = both.stored("bridge");
    String id = first.id().toString();

    List<JsonNode> newest = changes(server, LOW, "?limit=3");
    assertThat(newest)
        .extracting(WhatWasKnownTest::step)
        .containsExactly(other.id() + " INSERT 1", id + " UPDATE 2", id + " INSERT 1");
    assertThat(newest)
        .extracting(change -> change.path("title").asText())
        .containsExactly("bridge", "high ford", "low ford");
    assertThat(newest)
        .allSatisfy(change -> assertThat(change.path("author").asText()).isEqualTo("test"));

    String edited = newest.get(1).path("time").asText();
    assertThat(changes(server, LOW, "?limit=1&before=" + edited))
        .extracting(WhatWasKnownTest::step)
        .containsExactly(id + " INSERT 1");
    String entered = newest.get(2).path("time").asText();
    assertThat(changes(server, LOW, "?after=" + entered))
        .extracting(WhatWasKnownTest::step)
        .startsWith(id + " UPDATE 2", other.id() + " INSERT 1");
    assertThat(changes(server, LOW, "?limit=1&after=" + entered)).hasSize(1);

    all.write(
        w -> {
          w.delete("incident", second.id(), second.version());
          return second;
        });
    assertThat(changes(server, LOW, "?limit=1"))
        .extracting(WhatWasKnownTest::step)
        .containsExactly(id + " DELETE 3");
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    for (String query :
        List.of(
            "?before=yesterday",
            "?after=12",
            "?limit=0",
            "?before=2025-01-01T00:00:00Z&after=2025-01-01T00:00:00Z")) {
      HttpResponse<String> answer = server.get(LOW, "/api/changes" + query);
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
    assertThat(server.get("nobody", "/api/changes").statusCode()).isEqualTo(401);
  }

  @Test
  void eachCallerSeesTheChangesOfWhatHeMaySee() throws Exception {
    Feature open = both.stored("open well");
    Feature secret = both.stored("secret well", Classification.CONFIDENTIAL);
    Feature raised = both.stored("raised well");
    all.write(w -> w.replace(raised.withMarks(Classification.CONFIDENTIAL, Set.of()), 1));

    assertThat(steps(server, HIGH))
        .contains(
            open.id() + " INSERT 1",
            secret.id() + " INSERT 1",
            raised.id() + " INSERT 1",
            raised.id() + " UPDATE 2");
    HttpResponse<String> low = server.get(LOW, "/api/changes?limit=500");
    assertThat(low.headers().firstValue("X-Classification")).contains("UNCLASSIFIED");
    assertThat(low.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(low.body()).contains(open.id().toString());
    for (String hidden :
        List.of(secret.id().toString(), raised.id().toString(), "secret well", "raised well")) {
      assertThat(low.body()).doesNotContain(hidden);
    }
    // The hidden ones take no place of the limit either, which would tell that they are there.
    assertThat(changes(server, LOW, "?limit=1"))
        .extracting(WhatWasKnownTest::step)
        .containsExactly(open.id() + " INSERT 1");
    assertThat(steps(careless, LOW))
        .as("the negative control: a door that forgets the caller")
        .contains(secret.id() + " INSERT 1", raised.id() + " INSERT 1");
  }

  @Test
  void whatWasRaisedIsGoneFromThePastAtEveryExit() throws Exception {
    both.stored("stays");
    Feature feature = both.stored("is raised");
    String then = all.position().committedAt().toString();
    Map<String, Long> before = figures(server, LOW, then);
    assertThat(before).hasSize(5);
    all.write(w -> w.replace(feature.withMarks(Classification.CONFIDENTIAL, Set.of()), 1));

    Map<String, Long> less = new LinkedHashMap<>();
    before.forEach((exit, count) -> less.put(exit, count - 1));
    assertThat(figures(server, LOW, then)).isEqualTo(less);
    assertThat(figures(server, HIGH, then)).as("who may see it").isEqualTo(withHidden(then));
    assertThat(figures(careless, LOW, then))
        .as("the negative control: a door that forgets the caller")
        .isEqualTo(withHidden(then));
    assertThat(server.get(LOW, item(feature) + "?as-known-at=" + then).statusCode()).isEqualTo(404);
    assertThat(server.get(HIGH, item(feature) + "?as-known-at=" + then).body())
        .contains("is raised");
  }

  @Test
  void aMomentAheadIsRefusedAtEveryExit() throws Exception {
    Feature feature = both.stored("today");
    String ahead = "2999-01-01T00:00:00Z";
    String body = "\"as-known-at\":\"" + ahead + "\"}";
    for (HttpResponse<String> answer :
        List.of(
            server.get(LOW, "/collections/incident/items?as-known-at=" + ahead),
            server.get(LOW, item(feature) + "?as-known-at=" + ahead),
            server.get(LOW, "/api/picture/incident?zoom=8&as-known-at=" + ahead),
            server.get(LOW, "/api/histogram?layer=incident&step=day&as-known-at=" + ahead),
            server.get(LOW, "/api/links/incident/" + feature.id() + "?as-known-at=" + ahead),
            server.get(LOW, "/api/attachments/incident/" + feature.id() + "?as-known-at=" + ahead),
            post(server, LOW, "/api/counts", "{\"layers\":[{\"name\":\"incident\"}]," + body),
            post(server, LOW, "/api/statistics", "{\"layer\":\"incident\"," + body))) {
      assertThat(answer.statusCode()).as(answer.request().uri().toString()).isEqualTo(400);
      assertThat(answer.body()).contains("lies ahead").contains("Give a moment up to now");
    }
    assertThat(figures(server, LOW, Instant.now().toString()))
        .as("the control: now is no moment ahead")
        .isEqualTo(figures(server, LOW, ""));
  }

  /** How many incidents each exit counts. */
  private static Map<String, Long> figures(WholeServer server, String caller, String then)
      throws Exception {
    String query = then.isEmpty() ? "" : "&as-known-at=" + then;
    String member = then.isEmpty() ? "" : ",\"as-known-at\":\"" + then + "\"";
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put(
        "items",
        json(server.get(caller, "/collections/incident/items?limit=1" + query))
            .path("numberMatched")
            .asLong());
    counts.put(
        "picture",
        json(server.get(caller, "/api/picture/incident?zoom=8" + query)).path("count").asLong());
    counts.put(
        "counts",
        json(post(
                server,
                caller,
                "/api/counts",
                "{\"layers\":[{\"name\":\"incident\"}]" + member + "}"))
            .at("/layers/incident/count")
            .asLong());
    counts.put(
        "statistics",
        json(post(server, caller, "/api/statistics", "{\"layer\":\"incident\"" + member + "}"))
            .path("count")
            .asLong());
    JsonNode periods =
        json(server.get(caller, "/api/histogram?layer=incident&step=day" + query)).path("periods");
    counts.put(
        "histogram",
        StreamSupport.stream(periods.spliterator(), false)
            .mapToLong(period -> period.path("count").asLong())
            .sum());
    return counts;
  }

  private Map<String, Long> withHidden(String then) throws Exception {
    long count =
        all.count(
            FeatureQuery.of(LowAndHigh.CATALOG.get("incident")).withAsKnownAt(Instant.parse(then)));
    Map<String, Long> counts = new LinkedHashMap<>();
    List.of("items", "picture", "counts", "statistics", "histogram")
        .forEach(exit -> counts.put(exit, count));
    return counts;
  }

  private static String step(JsonNode change) {
    return change.path("id").asText()
        + " "
        + change.path("operation").asText()
        + " "
        + change.path("version").asText();
  }

  private static List<String> steps(WholeServer server, String caller) throws Exception {
    return changes(server, caller, "?limit=500").stream().map(WhatWasKnownTest::step).toList();
  }

  private static List<JsonNode> changes(WholeServer server, String caller, String query)
      throws Exception {
    JsonNode list = json(server.get(caller, "/api/changes" + query)).path("changes");
    return StreamSupport.stream(list.spliterator(), false).toList();
  }

  private static HttpResponse<String> post(
      WholeServer server, String caller, String path, String body) throws Exception {
    return server.send(caller, "POST", path, body, Map.of("Content-Type", "application/json"));
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  private static String item(Feature feature) {
    return "/collections/incident/items/" + feature.id();
  }
}
