package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Mark;

/** A feature that is named as an area of a question: hidden is absent, and visible is marked. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamedAreaTest {

  private static final LayerCatalog CATALOG = LayerFiles.read();
  private static final String OFFICER = "officer";
  private static final String VIEWER = "viewer";

  private final Canary.Maker maker = new Canary.Maker();
  private WholeServer server;
  private StatementLog log;

  @BeforeAll
  void start(DatabaseAddress address, @TempDir Path folder) throws Exception {
    log = StatementLog.of(address);
    server = new WholeServer(address, CATALOG, folder);
    admit(OFFICER, Role.DUTY_OFFICER, Set.of());
    admit(VIEWER, Role.VIEWER, Set.of());
    server
        .store()
        .as(Access.everything(new Author("test")))
        .write(
            writing ->
                writing.insert(
                    maker
                        .make(CATALOG.get("incident"), Classification.UNCLASSIFIED, Set.of(), false)
                        .feature()));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aHiddenFeatureAsAreaIsLikeOneThatNeverWas() throws Exception {
    String hidden = stored(Classification.STRICTLY_CONFIDENTIAL, Set.of());
    String compartment = stored(Classification.UNCLASSIFIED, Set.of("C-IED"));
    String visible = stored(Classification.CONFIDENTIAL, Set.of());
    Map<String, String> differences = new LinkedHashMap<>();
    for (String way : ways()) {
      String absent = ask(OFFICER, way, "hotspot", UUID.randomUUID().toString());
      assertThat(absent).as(way).startsWith("400").contains("no such feature of hotspot");
      for (String id : List.of(hidden, compartment)) {
        if (!ask(OFFICER, way, "hotspot", id).equals(absent)) {
          differences.put(way, id);
        }
      }
      assertThat(ask(OFFICER, way, "hotspot", visible)).as("control: " + way).startsWith("20");
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void aHiddenLayerIsLikeOneThatIsNotThere() throws Exception {
    String there = stored(Classification.UNCLASSIFIED, Set.of());
    for (String way : ways()) {
      String hidden = ask(VIEWER, way, "hotspot", there).replace("hotspot", "LAYER");
      String absent = ask(VIEWER, way, "hotspit", there).replace("hotspit", "LAYER");
      assertThat(hidden).as(way).isEqualTo(absent).startsWith("400");
    }
  }

  @Test
  void theDatabaseIsAskedTheSameForAHiddenAreaAndAnAbsentOne() throws Exception {
    String hidden = stored(Classification.STRICTLY_CONFIDENTIAL, Set.of());
    String visible = stored(Classification.CONFIDENTIAL, Set.of());
    String absent = UUID.randomUUID().toString();
    for (String way : ways()) {
      List<String> one = log.during(() -> ask(OFFICER, way, "hotspot", hidden));
      List<String> other = log.during(() -> ask(OFFICER, way, "hotspot", absent));
      assertThat(one).as(way).isEqualTo(other).isNotEmpty();
    }
    // Figures may come from memory; features are read.
    assertThat(log.during(() -> ask(OFFICER, "items", "hotspot", visible)))
        .as("control: what he sees leads to more questions")
        .hasSizeGreaterThan(log.during(() -> ask(OFFICER, "items", "hotspot", hidden)).size());
  }

  /** There is nothing marked in the area: the mark is that of the area itself. */
  @Test
  void anAnswerAboutAnAreaHasTheMarkOfTheArea() throws Exception {
    String confidential = stored(Classification.CONFIDENTIAL, Set.of());
    String open = stored(Classification.UNCLASSIFIED, Set.of());
    for (String way : ways()) {
      assertThat(mark(way, confidential)).as(way).isEqualTo("CONFIDENTIAL");
      assertThat(mark(way, open)).as("control: " + way).isEqualTo("UNCLASSIFIED");
    }
  }

  private static List<String> ways() {
    return List.of(
        "GET",
        "POST",
        "counts",
        "histogram",
        "items",
        "export",
        "process",
        "filter of statistics",
        "filter of counts",
        "filter of histogram",
        "filter of items",
        "filter of export",
        "filter of process",
        "filter of picture",
        "filter of event tile",
        "filter of tile",
        "near in the address",
        "near in a filter");
  }

  private String ask(String caller, String way, String layer, String id) throws Exception {
    HttpResponse<String> answer = send(caller, way, area(way, layer, id));
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return (answer.statusCode() + " " + headers + " " + answer.body()).replace(id, "ID");
  }

  private String mark(String way, String id) throws Exception {
    HttpResponse<String> answer = send(OFFICER, way, area(way, "hotspot", id));
    // a tile is empty: there is nothing but the area
    assertThat(answer.statusCode()).as(way + " " + answer.body()).isIn(200, 204);
    return answer.headers().firstValue(Mark.HEADER).orElse("none");
  }

  private static String area(String way, String layer, String id) {
    return way.startsWith("near")
        ? "near:" + layer + "/" + id + ",2000"
        : "feature:" + layer + "/" + id;
  }

  private HttpResponse<String> send(String caller, String way, String area) throws Exception {
    String filter = "S_INTERSECTS(geom, area('" + area + "'))";
    String query = "filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    String json = filter.replace("'", "\\u0027");
    return switch (way) {
      case "filter of statistics" ->
          post(caller, "/api/statistics", "{'layer': 'incident', 'filter': '%s'}", json);
      case "near in a filter" -> server.get(caller, "/collections/incident/items?" + query);
      case "near in the address" ->
          server.get(caller, "/api/statistics?layer=incident&area=" + area);
      case "filter of counts" ->
          post(caller, "/api/counts", "{'layers': [{'name': 'incident', 'filter': '%s'}]}", json);
      case "filter of histogram" -> server.get(caller, "/api/histogram?layer=incident&" + query);
      case "filter of items" -> server.get(caller, "/collections/incident/items?" + query);
      case "filter of export" -> server.get(caller, "/collections/incident/export?f=csv&" + query);
      case "filter of process" ->
          post(
              caller,
              "/processes/hexagon-counts/execution",
              "{'inputs': {'layer': 'incident', 'filter': '%s'}}",
              json);
      case "filter of picture" -> server.get(caller, "/api/picture/incident?zoom=5&" + query);
      case "filter of event tile" -> server.get(caller, "/api/events/incident/0/0/0?" + query);
      case "filter of tile" ->
          server.get(caller, "/collections/incident/tiles/WebMercatorQuad/0/0/0?" + query);
      case "GET" -> server.get(caller, "/api/statistics?layer=incident&area=" + area);
      case "histogram" -> server.get(caller, "/api/histogram?layer=incident&area=" + area);
      case "items" -> server.get(caller, "/collections/incident/items?area=" + area);
      case "export" -> server.get(caller, "/collections/incident/export?f=csv&area=" + area);
      case "POST" -> post(caller, "/api/statistics", "{'layer': 'incident', 'area': '%s'}", area);
      case "counts" ->
          post(caller, "/api/counts", "{'layers': [{'name': 'incident'}], 'area': '%s'}", area);
      default ->
          post(
              caller,
              "/processes/hexagon-counts/execution",
              "{'inputs': {'layer': 'incident', 'area': '%s'}}",
              area);
    };
  }

  private HttpResponse<String> post(String caller, String path, String body, String area)
      throws Exception {
    return server.send(
        caller,
        "POST",
        path,
        body.formatted(area).replace('\'', '"'),
        Map.of("Content-Type", "application/json"));
  }

  private void admit(String name, Role role, Set<String> compartments) {
    Access access =
        Entitlements.of(CATALOG)
            .access(
                new Author(name),
                Set.of(role),
                Classification.CONFIDENTIAL,
                compartments,
                Optional.empty());
    server.admit(name, new Caller(name, Set.of(role), access));
  }

  private String stored(Classification classification, Set<String> compartments) throws Exception {
    Feature feature =
        maker.make(CATALOG.get("hotspot"), classification, compartments, false).feature();
    return server
        .store()
        .as(Access.everything(new Author("test")))
        .write(writing -> writing.insert(feature))
        .id()
        .toString();
  }
}
