package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Json;
import org.vigie.server.testing.TestIncidents;

/** In what two pictures differ is told to each caller as far as he may see it today. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparisonRightsTest {

  private static final LayerCatalog CATALOG = LayerFiles.read();
  private static final String LOW = "low";
  private static final String HIGH = "high";
  private static final String REPORTER = "reporter";

  private WholeServer server;
  private WholeServer careless;
  private FeatureStore all;
  private int lon;

  @BeforeAll
  void start(DatabaseAddress address, @TempDir Path folder) {
    server = new WholeServer(address, CATALOG, folder.resolve("sound"));
    careless = new WholeServer(address, CATALOG, folder.resolve("careless"), CanaryTest::careless);
    all = server.store().as(Access.everything(new Author("test")));
    admit(LOW, Role.ANALYST, Classification.UNCLASSIFIED, Set.of());
    admit(HIGH, Role.ANALYST, Classification.STRICTLY_CONFIDENTIAL, Set.of("POC"));
    admit(REPORTER, Role.REPORTER, Classification.UNCLASSIFIED, Set.of());
  }

  @AfterAll
  void stop() {
    careless.close();
    server.close();
  }

  @Test
  void whatIsInOneAloneChangedOrTheSameIsCountedExactlyAndTold() throws Exception {
    lon = 20;
    stored("stays");
    Feature goes = stored("goes");
    Feature changes = stored("changes");
    Feature moves = stored("moves");
    String then = position();
    Feature comes = stored("comes");
    all.write(
        w -> w.replace(changes.withProperty("severity", 5L).withProperty("status", "VERIFIED"), 1));
    all.write(
        w ->
            w.replace(
                moves.withPlace(
                    TestIncidents.incident("x", 20.4, 5.2, "2025-03-01", "CRIME", 1L, 2).geometry(),
                    LocationClass.VILLAGE,
                    3000.0),
                1));
    delete(goes);

    JsonNode layer = layer(server, LOW, side(then, ""), side("", ""));
    assertThat(layer.path("a").asInt()).isEqualTo(4);
    assertThat(layer.path("b").asInt()).isEqualTo(4);
    JsonNode features = layer.path("features");
    assertThat(counts(features)).containsExactly(1, 1, 2, 1);
    assertThat(find(features, goes).path("what").asText()).isEqualTo("a");
    assertThat(find(features, comes).path("what").asText()).isEqualTo("b");
    assertThat(find(features, comes).at("/b/title").asText()).isEqualTo("comes");
    JsonNode changed = find(features, changes);
    assertThat(changed.path("changes").toString()).isEqualTo("[\"severity\",\"state\"]");
    assertThat(changed.at("/a/severity").asInt()).isEqualTo(2);
    assertThat(changed.at("/b/severity").asInt()).isEqualTo(5);
    assertThat(find(features, moves).path("changes").toString()).isEqualTo("[\"place\"]");
    assertThat(find(features, moves).at("/b/place").toString()).isEqualTo("[20.4,5.2]");
    assertThat(features.path("differences").get(0).path("id").asText())
        .as("the gravest first")
        .isEqualTo(changes.id().toString());

    JsonNode swapped = layer(server, LOW, side("", ""), side(then, ""));
    assertThat(find(swapped.path("features"), goes).path("what").asText()).isEqualTo("b");
    JsonNode filtered = layer(server, LOW, side("", ""), side("", ",\"filter\":\"severity > 4\""));
    assertThat(counts(filtered.path("features"))).containsExactly(3, 0, 0, 1);
  }

  @Test
  void whatWasMarkedHigherSinceIsInNeitherPictureAndNothingTellsThatItWas() throws Exception {
    lon = 30;
    stored("open");
    Feature raised = stored("raised meanwhile");
    String then = position();
    all.write(w -> w.replace(raised.withMarks(Classification.CONFIDENTIAL, Set.of("POC")), 1));
    all.write(
        w ->
            w.insert(
                incident("hidden all the time")
                    .withMarks(Classification.CONFIDENTIAL, Set.of("POC"))));

    HttpResponse<String> low = ask(server, LOW, side(then, ""), side("", ""));
    assertThat(low.body()).doesNotContain("meanwhile", "hidden", raised.id().toString());
    assertThat(low.headers().firstValue("X-Classification")).contains("UNCLASSIFIED");
    assertThat(low.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(counts(first(low).path("features"))).containsExactly(0, 0, 0, 1);
    HttpResponse<String> high = ask(server, HIGH, side(then, ""), side("", ""));
    assertThat(counts(first(high).path("features"))).as("the control").containsExactly(0, 1, 1, 1);
    assertThat(high.headers().firstValue("X-Classification")).contains("CONFIDENTIAL");
    assertThat(first(high).path("compartments").toString()).isEqualTo("[\"POC\"]");
    assertThat(ask(careless, LOW, side(then, ""), side("", "")).body())
        .as("the negative control: a door that forgets the caller")
        .contains("meanwhile", "hidden all the time");
  }

  @Test
  void whatDiffersInAProtectedPropertyAloneIsTheSameForWhoDoesNotSeeIt() throws Exception {
    lon = 40;
    Feature feature = stored("well");
    String then = position();
    all.write(w -> w.replace(feature.withProperty("restricted_narrative", "zqkvdlmprtwx"), 1));
    JsonNode blind = layer(server, REPORTER, side(then, ""), side("", "")).path("features");
    assertThat(counts(blind)).containsExactly(0, 0, 0, 1);
    JsonNode seeing = layer(server, HIGH, side(then, ""), side("", "")).path("features");
    assertThat(counts(seeing)).as("the control").containsExactly(0, 0, 1, 0);
    assertThat(find(seeing, feature).path("changes").toString()).isEqualTo("[\"other\"]");
    assertThat(seeing.toString()).doesNotContain("zqkvdlmprtwx");
  }

  @Test
  void twoPeriodsAreComparedInCellsWhoseCountsAddUpToTheExactOnes() throws Exception {
    lon = 50;
    Random random = new Random(4);
    for (int i = 0; i < 40; i++) {
      int n = i;
      double east = 50 + random.nextInt(8) / 10.0;
      String day = i % 3 == 0 ? "2025-03-01" : "2025-04-01";
      all.write(w -> w.insert(TestIncidents.incident("n" + n, east, 5.0, day, "CRIME", 1L, 2)));
    }
    String march = ",\"datetime\":\"2025-03-01/2025-03-31\"";
    String april = ",\"datetime\":\"2025-04-01/2025-04-30\"";
    JsonNode layer = layer(server, LOW, side("", march), side("", april));
    assertThat(layer.has("features")).isFalse();
    assertThat(layer.path("a").asInt()).isEqualTo(14);
    assertThat(layer.path("b").asInt()).isEqualTo(26);
    List<Integer> sums = new ArrayList<>(List.of(0, 0));
    double side = layer.at("/cells/side").asDouble();
    for (JsonNode cell : layer.at("/cells/cells")) {
      assertThat(cell.path("west").asDouble()).isBetween(50 - side, 51.0);
      sums.set(0, sums.get(0) + cell.path("a").asInt());
      sums.set(1, sums.get(1) + cell.path("b").asInt());
    }
    assertThat(sums).containsExactly(14, 26);
    assertThat(layer.at("/cells/cells")).hasSizeGreaterThan(2);

    JsonNode one =
        layer(server, LOW, side("", march + ",\"filter\":\"title = 'nothing'\""), side("", april));
    assertThat(one.path("a").asInt()).isZero();
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    for (String wrong :
        List.of(
            "{}",
            "{\"bbox\":[1,2,3,4],\"a\":[],\"b\":{}}",
            "{\"a\":[{\"name\":\"incident\"}],\"b\":[]}",
            body("{\"name\":\"nonsense\"}", side("", "")),
            body(side("", "") + "," + side("", ""), side("", "")),
            body(side("", ",\"layer\":\"incident\""), side("", "")),
            body(side("2999-01-01T00:00:00Z", ""), side("", "")),
            body(side("", ""), side("", ",\"filter\":\"nonsense = 1\"")),
            body(side("", ""), side("", "")).replace("\"zoom\":8", "\"zoom\":99"))) {
      HttpResponse<String> answer = post(server, LOW, wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
  }

  private String body(String a, String b) {
    return "{\"bbox\":[%d,4,%d,6],\"zoom\":8,\"a\":[%s],\"b\":[%s]}".formatted(lon, lon + 1, a, b);
  }

  private static String side(String known, String more) {
    String moment = known.isEmpty() ? "" : ",\"as-known-at\":\"" + known + "\"";
    return "{\"name\":\"incident\"" + moment + more + "}";
  }

  private HttpResponse<String> ask(WholeServer asked, String caller, String a, String b)
      throws Exception {
    return post(asked, caller, body(a, b));
  }

  private JsonNode layer(WholeServer asked, String caller, String a, String b) throws Exception {
    return first(ask(asked, caller, a, b));
  }

  private static HttpResponse<String> post(WholeServer asked, String caller, String body)
      throws Exception {
    return asked.send(
        caller, "POST", "/api/comparison", body, Map.of("Content-Type", "application/json"));
  }

  private static JsonNode first(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body()).at("/layers/0");
  }

  /** Only in a, only in b, changed, the same. */
  private static List<Integer> counts(JsonNode features) {
    return List.of(
        features.path("onlyA").asInt(),
        features.path("onlyB").asInt(),
        features.path("changed").asInt(),
        features.path("same").asInt());
  }

  private static JsonNode find(JsonNode features, Feature feature) {
    for (JsonNode each : features.path("differences")) {
      if (each.path("id").asText().equals(feature.id().toString())) {
        return each;
      }
    }
    throw new AssertionError(feature.id() + " is not in " + features);
  }

  private String position() {
    return all.position().committedAt().toString();
  }

  private Feature incident(String title) {
    return TestIncidents.incident(title, lon + 0.5, 5.0, "2025-03-01", "CRIME", 1L, 2);
  }

  private Feature stored(String title) throws Exception {
    return all.write(w -> w.insert(incident(title)));
  }

  private void delete(Feature feature) throws Exception {
    all.write(
        w -> {
          w.delete("incident", feature.id(), feature.version());
          return feature;
        });
  }

  private void admit(String name, Role role, Classification clearance, Set<String> compartments) {
    Access access =
        Entitlements.of(CATALOG)
            .access(new Author(name), Set.of(role), clearance, compartments, Optional.empty());
    Caller caller = new Caller(name, Set.of(role), access);
    server.admit(name, caller);
    careless.admit(name, caller);
  }
}
