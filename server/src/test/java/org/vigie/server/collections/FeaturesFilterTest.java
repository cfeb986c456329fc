package org.vigie.server.collections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Json;

/** OGC API - Features, part 3, and whole selections as files. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeaturesFilterTest {

  private static final String INCIDENTS = "/collections/incident";
  private static final int N = 150;

  private MissionServer server;

  @BeforeAll
  void start(DatabaseAddress address) throws Exception {
    server = new MissionServer(address);
    for (int i = 0; i < N; i++) {
      server.post(
          "incident",
          MissionServer.incident(
              -20 + i * 0.01,
              -10,
              "2024-06-01T00:00:00Z",
              "\"title\": \"Ünit %d, \\\"quoted\\\"\", \"severity\": %d".formatted(i, i % 5 + 1)));
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void queryablesAndSchemaAreJsonSchemaOfTheLayer() throws Exception {
    for (String name : List.of("queryables", "schema", "sortables")) {
      var answer = server.get(INCIDENTS + "/" + name);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/schema+json");
      JsonNode schema = Json.MAPPER.readTree(answer.body());
      assertThat(schema.path("$id").asText()).isEqualTo(server.url() + INCIDENTS + "/" + name);
      assertThat(schema.path("type").asText()).isEqualTo("object");
      assertThat(schema.at("/properties/severity/type").asText()).isEqualTo("integer");
      assertThat(schema.at("/properties/severity/maximum").asInt()).isEqualTo(5);
      assertThat(schema.at("/properties/type/enum").toString()).contains("BATTLES");
    }
    JsonNode queryables = server.json(INCIDENTS + "/queryables").path("properties");
    assertThat(queryables.at("/geom/format").asText()).isEqualTo("geometry-point");
    assertThat(queryables.has("casualties")).isFalse();
    assertThat(server.json(INCIDENTS + "/schema").path("properties").has("casualties")).isTrue();
    assertThat(server.json(INCIDENTS + "/sortables").path("properties").has("geom")).isFalse();
  }

  @Test
  void textAndJsonFiltersSelectTheSame() throws Exception {
    assertThat(matched("filter=" + MissionServer.encode("severity >= 4"))).isEqualTo(60);
    String json = "{\"op\":\">=\",\"args\":[{\"property\":\"severity\"},4]}";
    assertThat(matched("filter-lang=cql2-json&filter=" + MissionServer.encode(json))).isEqualTo(60);
    assertThat(
            matched(
                "filter-lang=cql2-text&filter="
                    + MissionServer.encode(
                        "title LIKE 'Ünit 1%' AND S_INTERSECTS(geom, BBOX(-20,-11,-19,-9))")))
        .isEqualTo(12);
    assertThat(
            matched(
                "filter="
                    + MissionServer.encode(
                        "T_INTERSECTS(INTERVAL(valid_from, valid_to), DATE('2024-06-01'))")))
        .isEqualTo(N);
  }

  @Test
  void ecqlSelectsWhatItsCql2Selects() throws Exception {
    String ecql = MissionServer.encode("severity >= 4 AND BBOX(geom, -21, -11, -19, -9)");
    assertThat(matched("filter-lang=ecql&filter=" + ecql)).isEqualTo(40);
    assertThat(
            server.status(
                INCIDENTS
                    + "/items?filter-lang=ecql&filter-crs="
                    + MissionServer.encode("http://www.opengis.net/def/crs/EPSG/0/4326")
                    + "&filter="
                    + ecql))
        .isEqualTo(400);
    assertThat(server.status(INCIDENTS + "/items?filter-lang=ecql&filter=severity")).isEqualTo(400);
  }

  @Test
  void aNextLinkKeepsTheFilter() throws Exception {
    JsonNode page =
        server.json(INCIDENTS + "/items?limit=50&filter=" + MissionServer.encode("severity >= 4"));
    String next = "";
    for (JsonNode link : page.path("links")) {
      next = link.path("rel").asText().equals("next") ? link.path("href").asText() : next;
    }
    JsonNode second = server.json(next);
    assertThat(second.path("numberMatched").asInt()).isEqualTo(60);
    assertThat(second.path("numberReturned").asInt()).isEqualTo(10);
  }

  @Test
  void aWrongFilterIsRefusedWithTheReason() throws Exception {
    for (String wrong :
        List.of(
            "colour = 1",
            "severity = 'x'",
            "severity >",
            "severity = 1; drop table x",
            "nofunction(severity) = 1",
            "S_INTERSECTS(geom, POINT(500 0))",
            "casualties = 1",
            "(".repeat(5000))) {
      var answer = server.get(INCIDENTS + "/items?filter=" + MissionServer.encode(wrong));
      assertThat(answer.statusCode()).as(wrong + answer.body()).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
    assertThat(server.status(INCIDENTS + "/items?filter-lang=cql2-json&filter=severity"))
        .isEqualTo(400);
  }

  @Test
  void theFunctionsOfTheFilterLanguageAreListed() throws Exception {
    assertThat(server.json("/functions").path("functions").toString())
        .contains("\"casei\"", "\"accenti\"");
  }

  @Test
  void aWholeSelectionComesAsOneFileWithoutALimit() throws Exception {
    String filter = "&filter=" + MissionServer.encode("severity >= 4") + "&sortby=title";
    var geojson = server.get(INCIDENTS + "/export?f=geojson" + filter);
    assertThat(geojson.statusCode()).isEqualTo(200);
    assertThat(geojson.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/geo+json");
    assertThat(geojson.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"incident.UNCLASSIFIED.geojson\"");
    JsonNode features = Json.MAPPER.readTree(geojson.body()).path("features");
    assertThat(features).hasSize(60);
    var csv = server.get(INCIDENTS + "/export?f=csv" + filter);
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    List<String> lines = csv.body().lines().toList();
    assertThat(lines).hasSize(61);
    assertThat(csv.body()).contains("Ünit").contains("\"\"quoted\"\"");
    assertThat(server.status(INCIDENTS + "/export?f=csv&limit=1")).isEqualTo(400);
    assertThat(server.status(INCIDENTS + "/export?f=exe")).isEqualTo(400);
    assertThat(server.status(INCIDENTS + "/export?f=csv&filter=colour%3D1")).isEqualTo(400);
  }

  @Test
  void aFileSaysWhichQuestionItAnswersWhenItIsAskedTo() throws Exception {
    String asked =
        "&datetime=2000-01-01/2030-12-31&standing=yes&filter="
            + MissionServer.encode("severity >= 4")
            + "&title="
            + MissionServer.encode("Grave incidents, \"all\"\nof them");
    var geojson = server.get(INCIDENTS + "/export?f=geojson" + asked);
    JsonNode file = Json.MAPPER.readTree(geojson.body());
    assertThat(geojson.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"incident.2000-01-01_2030-12-31.UNCLASSIFIED.geojson\"");
    assertThat(file.at("/query/title").asText()).isEqualTo("Grave incidents, \"all\" of them");
    assertThat(file.at("/query/filter").asText()).isEqualTo("severity >= 4");
    assertThat(file.at("/query/classification").asText()).isEqualTo("UNCLASSIFIED");
    assertThat(file.at("/query/dataAsOf").asText()).endsWith("Z");
    List<String> lines = server.get(INCIDENTS + "/export?f=csv" + asked).body().lines().toList();
    assertThat(lines).contains("\"# title: Grave incidents, \"\"all\"\" of them\"");
    assertThat(lines.stream().filter(line -> !line.startsWith("\"# ")))
        .hasSize(file.path("features").size() + 1);
    assertThat(server.status(INCIDENTS + "/export?f=csv&title=" + "x".repeat(2001))).isEqualTo(400);
  }

  @Test
  void everyItemOfAPageEqualsItsOwnDocumentAndItsLineInTheFile() throws Exception {
    JsonNode page = server.json(INCIDENTS + "/items?limit=5&sortby=title").path("features");
    JsonNode file = server.json(INCIDENTS + "/export?f=geojson&sortby=title").path("features");
    List<String> members = List.of("id", "type", "geometry", "properties");
    for (int i = 0; i < 5; i++) {
      JsonNode alone = server.json(INCIDENTS + "/items/" + page.get(i).path("id").asText());
      for (String member : members) {
        assertThat(alone.path(member)).isEqualTo(page.get(i).path(member));
        assertThat(file.get(i).path(member)).isEqualTo(page.get(i).path(member));
      }
    }
  }

  @Test
  void anEmptySelectionIsAnEmptyPageAndAnEmptyFile() throws Exception {
    String nothing = "?filter=" + MissionServer.encode("severity > 100");
    JsonNode page = server.json(INCIDENTS + "/items" + nothing);
    assertThat(page.path("features")).isEmpty();
    assertThat(page.path("numberMatched").asInt()).isZero();
    assertThat(server.json(INCIDENTS + "/export" + nothing).path("features")).isEmpty();
    assertThat(server.json("/collections/river/items").path("features")).isEmpty();
    assertThat(server.json("/collections/river").at("/extent/spatial/bbox/0")).hasSize(4);
  }

  @Test
  void textThatLooksLikeMarkupStaysText() throws Exception {
    List<String> titles =
        List.of("<script>alert(1)</script>", "\\\"><img src=x onerror=alert(1)>", "' onload='x");
    List<String> paths = new ArrayList<>();
    for (String title : titles) {
      paths.add(
          INCIDENTS
              + "/items/"
              + server.post(
                  "incident",
                  MissionServer.incident(
                      0, 0, "2020-01-01T00:00:00Z", "\"title\": \"" + title + "\"")));
    }
    paths.add(INCIDENTS + "/items?datetime=2020-01-01");
    for (String path : paths) {
      String html = server.send("GET", path, null, Map.of("Accept", "text/html")).body();
      assertThat(html).doesNotContain("<script>alert", "<img src=x", "' onload='x");
      String id = path.substring(path.lastIndexOf('/') + 1);
      if (!id.startsWith("items")) {
        server.send("DELETE", path, null, Map.of("If-Match", "*"));
      }
    }
  }

  private int matched(String query) throws Exception {
    return server.json(INCIDENTS + "/items?" + query).path("numberMatched").asInt();
  }
}
