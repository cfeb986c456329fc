package org.vigie.server.collections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

/** OGC API - Features, part 1, as clients meet it. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeaturesCoreTest {

  private static final String ITEMS = "/collections/incident/items";
  private static final int N = 25;

  private MissionServer server;

  @BeforeAll
  void start(DatabaseAddress address) throws Exception {
    server = new MissionServer(address);
    for (int i = 0; i < N; i++) {
      server.post(
          "incident",
          MissionServer.incident(
              -25 + i * 0.25,
              -14 + i * 0.2,
              "2024-01-%02dT12:00:00Z".formatted(i + 1),
              "\"title\": \"Event %d\", \"severity\": %d".formatted(i, i % 5 + 1)));
    }
    server.post(
        "incident", MissionServer.incident(179.5, 66, "2024-03-01T00:00:00Z", "\"title\": \"E\""));
    server.post(
        "incident", MissionServer.incident(-179, 67, "2024-03-01T00:00:00Z", "\"title\": \"W\""));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void theLandingPageLinksToDescriptionConformanceAndData() throws Exception {
    for (String url : List.of("/?f=json", "?f=json")) {
      JsonNode page = server.json(server.url() + url);
      assertThat(link(page, "service-desc").path("type").asText())
          .isEqualTo("application/vnd.oai.openapi+json;version=3.0");
      for (String rel : List.of("service-desc", "service-doc", "conformance", "data", "self")) {
        assertThat(server.status(link(page, rel).path("href").asText())).as(rel).isEqualTo(200);
      }
    }
  }

  @Test
  void aClientThatTakesAnythingOrJsonGetsJsonAndABrowserGetsAPage() throws Exception {
    assertThat(type("/", "*/*")).startsWith("application/json");
    assertThat(type("/", "application/json")).startsWith("application/json");
    assertThat(type("/", "text/html,application/xhtml+xml,*/*;q=0.8")).startsWith("text/html");
    assertThat(type("/collections", "text/html")).startsWith("text/html");
    assertThat(type(ITEMS, "application/geo+json")).startsWith("application/geo+json");
    assertThat(type(ITEMS, "application/json")).startsWith("application/geo+json");
    var answer = server.send("GET", "/collections", null, Map.of("Accept", "image/png"));
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(server.status("/collections?f=xml")).isEqualTo(400);
  }

  @Test
  void everyResourceIsAlsoAPlainPage() throws Exception {
    String id = server.json(ITEMS + "?limit=1").at("/features/0/id").asText();
    for (String path :
        List.of(
            "/",
            "/api",
            "/conformance",
            "/collections",
            "/collections/incident",
            "/collections/incident/queryables",
            "/collections/incident/schema",
            ITEMS,
            ITEMS + "/" + id,
            ITEMS + "/" + id + "/history")) {
      var page = server.get(path + "?f=html");
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(page.body())
          .as(path)
          .startsWith("<!doctype html>")
          .contains("<h1>")
          .doesNotContain("onclick", "style=", "javascript:");
    }
  }

  @Test
  void conformanceNamesAllPartsThatAreServed() throws Exception {
    String classes = server.json("/conformance").path("conformsTo").toString();
    assertThat(classes)
        .contains("ogcapi-features-1/1.0/conf/core", "conf/oas30", "conf/html", "conf/geojson")
        .contains("ogcapi-features-2/1.0/conf/crs", "ogcapi-features-3/1.0/conf/filter")
        .contains("ogcapi-features-4/1.0/conf/create-replace-delete", "cql2/1.0/conf/cql2-text");
  }

  @Test
  void aCollectionIsTheSameInTheListAndAlone() throws Exception {
    JsonNode list = server.json("/collections").path("collections");
    assertThat(list).hasSize(server.catalog.list().size());
    for (JsonNode one : list) {
      JsonNode alone = server.json("/collections/" + one.path("id").asText());
      for (String member :
          List.of("id", "title", "description", "extent", "itemType", "crs", "storageCrs")) {
        assertThat(alone.path(member)).isEqualTo(one.path(member));
      }
      assertThat(links(alone, "items")).isNotEmpty();
    }
  }

  @Test
  void theExtentFollowsTheData() throws Exception {
    JsonNode extent = server.json("/collections/incident").path("extent");
    assertThat(extent.at("/spatial/bbox/0/1").asDouble()).isEqualTo(-14);
    assertThat(extent.at("/temporal/interval/0/0").asText()).isEqualTo("2024-01-01T12:00:00Z");
    server.post(
        "poc-alert",
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [3, 4]},
         "properties": {"valid_from": "2020-01-01T00:00:00Z", "received_at": "2020-01-01T00:00:00Z",
           "threat_type": "REPRISAL"}}
        """);
    assertThat(server.json("/collections/poc-alert").at("/extent/spatial/bbox/0").toString())
        .isEqualTo("[3.0,4.0,3.0,4.0]");
    server.post(
        "base",
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [3, 4]},
         "properties": {"name": "Camp", "base_type": "COB", "valid_from": "2022-05-01T00:00:00Z"}}
        """);
    assertThat(server.json("/collections/base").at("/extent/temporal/interval/0").toString())
        .isEqualTo("[\"2022-05-01T00:00:00Z\",null]");
  }

  @Test
  void everyLinkHasARelationAndATypeAndEveryAlternateAnswers() throws Exception {
    String id = server.json(ITEMS + "?limit=1").at("/features/0/id").asText();
    for (String path :
        List.of("/?f=json", "/collections", "/collections/incident", ITEMS, ITEMS + "/" + id)) {
      JsonNode document = server.json(path);
      assertThat(document.path("links")).as(path).isNotEmpty();
      for (JsonNode link : document.path("links")) {
        assertThat(link.path("rel").asText()).isNotEmpty();
        assertThat(link.path("type").asText()).isNotEmpty();
        var answer = server.get(link.path("href").asText());
        assertThat(answer.statusCode()).as(link.toString()).isEqualTo(200);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertThat(type.split(";")[0])
            .as(link.toString())
            .isEqualTo(link.path("type").asText().split(";")[0]);
      }
      assertThat(links(document, "self")).hasSize(1);
      assertThat(links(document, "alternate")).isNotEmpty();
    }
    assertThat(links(server.json(ITEMS + "/" + id), "collection")).hasSize(1);
  }

  @Test
  void aPageSaysHowManyMatchHowManyItHoldsAndWhenItWasMade() throws Exception {
    JsonNode page = server.json(ITEMS + "?limit=7");
    assertThat(page.path("numberMatched").asInt()).isEqualTo(N + 2);
    assertThat(page.path("numberReturned").asInt()).isEqualTo(7);
    assertThat(page.path("features")).hasSize(7);
    assertThat(Instant.parse(page.path("timeStamp").asText()))
        .isBefore(Instant.now().plusSeconds(1));
  }

  @Test
  void nextLinksReachEveryFeatureOnceAlsoWhenTheLimitChangesAndOthersWrite() throws Exception {
    Set<String> before = new HashSet<>(ids(server.json(ITEMS + "?limit=1000")));
    String late = "not yet";
    for (String order : List.of("", "&sortby=-severity", "&sortby=%2Bseverity,title")) {
      List<String> seen = new ArrayList<>();
      String next = ITEMS + "?limit=4" + order;
      int page = 0;
      while (next != null) {
        String url = page % 2 == 0 ? next : next.replace("limit=4", "limit=3");
        JsonNode document = server.json(url);
        seen.addAll(ids(document));
        if (page == 2 && order.isEmpty()) {
          late =
              server.post(
                  "incident",
                  MissionServer.incident(0, 0, "2024-02-02T00:00:00Z", "\"title\": \"late\""));
        }
        List<JsonNode> links = links(document, "next");
        next = links.isEmpty() ? null : links.get(0).path("href").asText();
        page++;
      }
      assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }
    String path = ITEMS + "/" + late;
    String tag = server.get(path).headers().firstValue("ETag").orElseThrow();
    assertThat(server.send("DELETE", path, null, Map.of("If-Match", tag)).statusCode())
        .isEqualTo(204);
  }

  @Test
  void aForgedCursorIsRefused() throws Exception {
    assertThat(server.status(ITEMS + "?cursor=abc")).isEqualTo(400);
    assertThat(server.status(ITEMS + "?cursor=%00")).isEqualTo(400);
  }

  @Test
  void unknownAndWrongParametersAreRefusedByName() throws Exception {
    for (String wrong :
        List.of(
            "limit=0",
            "limit=-1",
            "limit=abc",
            "limit=1.5",
            "limit=",
            "bbox=1,2,3",
            "bbox=1,2,3,4,5",
            "bbox=a,b,c,d",
            "bbox=10,20,0,10",
            "bbox=-200,0,0,10",
            "datetime=yesterday",
            "datetime=2024-13-01T00:00:00Z",
            "datetime=2024-02-30",
            "datetime=2024-02-01/2024-01-01",
            "datetime=2024-01-01/2024-01-02/2024-01-03",
            "datetime=",
            "datetime=2024-01-01T00:00:00",
            "datetime=P1D",
            "datetime=P1D/P1D",
            "datetime=P1D/..",
            "datetime=2024-01-01/P",
            "datetime=2024-01-01/PT",
            "datetime=2024-01-01/P1D2M",
            "datetime=2024-01-01/P-1D",
            "datetime=2024-01-01/P9000Y",
            "datetime=2024-01-01/P99999999999Y",
            "crs=http://www.opengis.net/def/crs/EPSG/0/8857",
            "crs=nonsense",
            "bbox-crs=nonsense",
            "filter-crs=nonsense",
            "filter-lang=sql",
            "sortby=nonsense",
            "sortby=",
            "properties=nonsense",
            "as-known-at=yesterday",
            "unknown=1",
            "f=pdf")) {
      var answer = server.get(ITEMS + "?" + wrong);
      assertThat(answer.statusCode()).as(wrong + " " + answer.body()).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.body()).contains("\"field\":\"" + wrong.split("=")[0] + "\"");
    }
    for (String path :
        List.of("/", "/conformance", "/api", "/collections", "/collections/incident")) {
      assertThat(server.status(path + "?nonsense=1")).as(path).isEqualTo(400);
    }
  }

  @Test
  void aLimitAboveTheMaximumMeansTheMaximum() throws Exception {
    assertThat(server.json(ITEMS + "?limit=99999999999").path("numberReturned").asInt())
        .isEqualTo(N + 2);
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    assertThat(server.status("/collections/nonsense")).isEqualTo(404);
    assertThat(server.status("/collections/nonsense/items")).isEqualTo(404);
    assertThat(server.status(ITEMS + "/nonsense")).isEqualTo(404);
    assertThat(server.status(ITEMS + "/00000000-0000-4000-8000-000000000000")).isEqualTo(404);
    assertThat(server.status(ITEMS + "/00000000-0000-4000-8000-000000000000/history"))
        .isEqualTo(404);
  }

  @Test
  void aBoxSelectsWhatItTouchesAlsoAcrossTheAntimeridian() throws Exception {
    assertThat(matched("?bbox=-25,-14,-24.5,-13")).isEqualTo(3);
    assertThat(matched("?bbox=177,65,-177,70")).isEqualTo(2);
    assertThat(matched("?bbox=177,65,180,70")).isEqualTo(1);
    assertThat(matched("?bbox=-25,-14,0,-24.5,-13,100")).isEqualTo(3);
    assertThat(matched("?bbox=-180,-90,180,90")).isEqualTo(N + 2);
  }

  @Test
  void aTimeSelectsWhatItMeets() throws Exception {
    assertThat(matched("?datetime=2024-01-02T12:00:00Z")).isEqualTo(1);
    assertThat(matched("?datetime=2024-01-02")).isEqualTo(1);
    assertThat(matched("?datetime=2024-01-02T00:00:00Z/2024-01-04T12:00:00Z")).isEqualTo(3);
    assertThat(matched("?datetime=../2024-01-03")).isEqualTo(3);
    assertThat(matched("?datetime=/2024-01-03")).isEqualTo(3);
    assertThat(matched("?datetime=2024-01-24/..")).isEqualTo(4);
    assertThat(matched("?datetime=2024-01-24/")).isEqualTo(4);
    assertThat(matched("?datetime=../..")).isEqualTo(N + 2);
    assertThat(matched("?datetime=1990-01-01T00:00:00Z")).isEqualTo(0);
  }

  @Test
  void anIntervalMayBeABeginningOrAnEndAndALength() throws Exception {
    assertThat(matched("?datetime=2024-01-02/P2D"))
        .isEqualTo(matched("?datetime=2024-01-02/2024-01-03"))
        .isEqualTo(2);
    assertThat(matched("?datetime=P2D/2024-01-03")).isEqualTo(2);
    assertThat(matched("?datetime=2024-01-02T00:00:00Z/P1DT12H"))
        .isEqualTo(matched("?datetime=2024-01-02T00:00:00Z/2024-01-03T12:00:00Z"))
        .isEqualTo(2);
    assertThat(matched("?datetime=PT24H/2024-01-03T12:00:00Z"))
        .isEqualTo(matched("?datetime=2024-01-02T12:00:00Z/2024-01-03T12:00:00Z"))
        .isEqualTo(2);
    assertThat(matched("?datetime=2024-01-02/PT24H")).isEqualTo(1);
    assertThat(matched("?datetime=2024-01-01/P1M"))
        .isEqualTo(matched("?datetime=2024-01-01/2024-01-31"));
  }

  @Test
  void onlyTheAskedPropertiesCome() throws Exception {
    JsonNode feature =
        server.json(ITEMS + "?bbox=-25,-14,-25,-14&properties=title,severity").at("/features/0");
    assertThat(names(feature.path("properties"))).containsExactlyInAnyOrder("title", "severity");
    assertThat(feature.path("geometry").path("type").asText()).isEqualTo("Point");
    assertThat(feature.path("id").asText()).isNotEmpty();
  }

  @Test
  void numbersAreNumbersAndTimesAreRfc3339() throws Exception {
    JsonNode properties = server.json(ITEMS + "?bbox=-25,-14,-25,-14").at("/features/0/properties");
    assertThat(properties.path("severity").isInt()).isTrue();
    assertThat(Instant.parse(properties.path("valid_from").asText())).isNotNull();
    assertThat(Instant.parse(properties.path("recorded_at").asText())).isNotNull();
    assertThat(properties.path("version").asInt()).isEqualTo(1);
  }

  @Test
  void orderIsAsAskedAndByCodePoint() throws Exception {
    server.post("place", place("\u00e9"));
    server.post("place", place("Z"));
    server.post("place", place("a"));
    assertThat(titles("/collections/place/items?sortby=name", "name"))
        .containsExactly("Z", "a", "\u00e9");
    assertThat(titles("/collections/place/items?sortby=-name", "name"))
        .containsExactly("\u00e9", "a", "Z");
    assertThat(titles(ITEMS + "?sortby=-severity,title&limit=6&datetime=../2024-01-31", "title"))
        .containsExactly("Event 14", "Event 19", "Event 24", "Event 4", "Event 9", "Event 13");
  }

  @Test
  void aQuestionAskedAgainIsAnsweredNotModifiedUntilItsAnswerChanges() throws Exception {
    String url = ITEMS + "?limit=3&bbox=-25,-14,-24,-13";
    String tag = server.get(url).headers().firstValue("ETag").orElseThrow();
    var again = server.send("GET", url, null, Map.of("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    server.post(
        "base",
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [3, 4]},
         "properties": {"name": "Camp", "base_type": "COB"}}
        """);
    var elsewhere = server.send("GET", url, null, Map.of("If-None-Match", tag));
    assertThat(elsewhere.statusCode()).as("a write elsewhere tells nothing here").isEqualTo(304);
    String id =
        server.post("incident", MissionServer.incident(-24.5, -13.5, "2024-02-01T00:00:00Z", ""));
    var later = server.send("GET", url, null, Map.of("If-None-Match", tag));
    assertThat(later.statusCode()).isEqualTo(200);
    server.send("DELETE", ITEMS + "/" + id, null, Map.of("If-Match", "\"1\""));
  }

  private List<String> titles(String path, String property) throws Exception {
    List<String> titles = new ArrayList<>();
    server
        .json(path)
        .path("features")
        .forEach(f -> titles.add(f.at("/properties/" + property).asText()));
    return titles;
  }

  private static String place(String name) {
    return """
    {"type": "Feature", "geometry": {"type": "Point", "coordinates": [3, 4]},
     "properties": {"name": "%s"}}
    """
        .formatted(name);
  }

  private int matched(String query) throws Exception {
    return server.json(ITEMS + query).path("numberMatched").asInt();
  }

  private String type(String path, String accept) throws Exception {
    var answer = server.send("GET", path, null, Map.of("Accept", accept));
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  private static JsonNode link(JsonNode document, String rel) {
    return links(document, rel).get(0);
  }

  private static List<JsonNode> links(JsonNode document, String rel) {
    List<JsonNode> found = new ArrayList<>();
    document
        .path("links")
        .forEach(
            link -> {
              if (link.path("rel").asText().equals(rel)) {
                found.add(link);
              }
            });
    return found;
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.path("features").forEach(f -> ids.add(f.path("id").asText()));
    return ids;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
