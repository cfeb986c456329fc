package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Json;
import org.vigie.server.testing.TestIncidents;

/** A snapshot is classified by what its author saw in it, and shown to those who may see that. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapshotRightsTest {

  private static final String AUTHOR = "amina";
  private static final String OTHER = "boris";
  private static final Set<String> ALL = Access.ALL;
  private static final String NOTHING = "{\"name\": \"incident\", \"filter\": \"severity > 4\"}";

  private WholeServer server;
  private WholeServer careless;
  private FeatureStore all;

  @BeforeAll
  void start(DatabaseAddress address, @TempDir Path folder) throws Exception {
    server = new WholeServer(address, LayerFiles.read(), folder.resolve("sound"));
    careless =
        new WholeServer(
            address, LayerFiles.read(), folder.resolve("careless"), CanaryTest::careless);
    all = server.store().as(Access.everything(new Author("test")));
    for (Classification each : List.of(Classification.UNCLASSIFIED, Classification.CONFIDENTIAL)) {
      all.write(
          w ->
              w.insert(
                  TestIncidents.incident(each.name(), 20.0, 5.0, "2025-03-01", "CRIME", 1L, 2)
                      .withMarks(each, Set.of())));
    }
    admit(AUTHOR, Classification.CONFIDENTIAL, Set.of("POC"), ALL, Optional.empty(), Role.ANALYST);
  }

  @AfterAll
  void stop() {
    careless.close();
    server.close();
  }

  @Test
  void itIsAsHighAsWhatItsAuthorSawInItAndHigherWhenHeSaysSo() throws Exception {
    assertThat(add("").path("classification").asText()).isEqualTo("CONFIDENTIAL");
    String only = ",\"datetime\":\"2020-01-01/2020-02-01\"";
    assertThat(add(only).path("classification").asText())
        .as("of a period without anything")
        .isEqualTo("UNCLASSIFIED");
    assertThat(add(only + ",\"classification\":\"CONFIDENTIAL\"").path("classification").asText())
        .isEqualTo("CONFIDENTIAL");
    assertThat(post(body(",\"classification\":\"UNCLASSIFIED\"")).body())
        .as("not lower")
        .contains("\"classification\":\"CONFIDENTIAL\"");
    assertThat(post(body(",\"classification\":\"STRICTLY_CONFIDENTIAL\"")).statusCode())
        .as("nobody marks what he would not see")
        .isEqualTo(400);
    assertThat(post(body(",\"compartments\":[\"HUMINT\"]")).statusCode()).isEqualTo(400);
  }

  @Test
  void whoMayNotSeeWhatIsInItDoesNotSeeThatItIsThere() throws Exception {
    String hidden = body(",\"compartments\":[\"POC\"]").replace("the market", "the well");
    String ref = json(post(hidden), 201).path("ref").asText();
    String never = "S-ZZZZ";
    Geometry elsewhere =
        new GeometryFactory(new PrecisionModel(), 4326).toGeometry(new Envelope(40, 41, 0, 1));
    Geometry around =
        new GeometryFactory(new PrecisionModel(), 4326).toGeometry(new Envelope(10, 30, 0, 10));
    Set<String> poc = Set.of("POC");
    Classification high = Classification.STRICTLY_CONFIDENTIAL;
    List<Runnable> blind =
        List.of(
            () -> other(Classification.UNCLASSIFIED, poc, ALL, Optional.empty()),
            () -> other(high, Set.of(), ALL, Optional.empty()),
            () -> other(high, poc, Set.of("patrol"), Optional.empty()),
            () -> other(high, poc, ALL, Optional.of(elsewhere)));
    for (Runnable each : blind) {
      each.run();
      for (String method : List.of("GET", "DELETE")) {
        HttpResponse<String> foreign = send(OTHER, method, "/api/snapshots/" + ref);
        HttpResponse<String> absent = send(OTHER, method, "/api/snapshots/" + never);
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body().replace(ref, never)).isEqualTo(absent.body());
      }
      assertThat(server.get(OTHER, "/api/snapshots").body()).doesNotContain(ref, "the well");
      assertThat(careless.get(OTHER, "/api/snapshots").body())
          .as("the negative control: a door that forgets the caller")
          .contains(ref, "the well");
    }
    for (Optional<Geometry> area : List.of(Optional.<Geometry>empty(), Optional.of(around))) {
      other(high, poc, ALL, area);
      assertThat(server.get(OTHER, "/api/snapshots/" + ref).statusCode())
          .as("the control")
          .isEqualTo(200);
      assertThat(server.get(OTHER, "/api/snapshots").body()).contains(ref);
    }
  }

  @Test
  void itsCompartmentsAreThoseOfTheFeaturesThatItsAuthorSawInIt() throws Exception {
    incident("POC", 50.0, Set.of("POC"));
    String there = body("").replace("[19, 4, 21, 6]", "[49, 4, 51, 6]");
    JsonNode made = json(post(there), 201);
    assertThat(made.path("compartments").toString()).isEqualTo("[\"POC\"]");
    assertThat(add("").path("compartments"))
        .as("the control: of a window without such a feature")
        .isEmpty();
    JsonNode without = json(post(there.replace("{\"name\": \"incident\"}", NOTHING)), 201);
    assertThat(without.path("compartments"))
        .as("the control: of a filter that leaves it out")
        .isEmpty();

    admit(OTHER, Classification.CONFIDENTIAL, Set.of(), ALL, Optional.empty(), Role.ANALYST);
    String opened = "/api/snapshots/" + made.path("ref").asText();
    assertThat(server.get(OTHER, opened).statusCode()).isEqualTo(404);
    assertThat(json(postAs(OTHER, "/api/snapshots", there), 201).path("compartments"))
        .as("of one who does not see the feature")
        .isEmpty();
  }

  @Test
  void whoOpensItWithoutACompartmentCountsHisOwnAloneAndIsNotToldOfTheRest() throws Exception {
    all.write(
        w -> w.insert(TestIncidents.incident("open", 60.0, 5.0, "2025-03-01", "CRIME", 1L, 2)));
    Feature raised =
        all.write(
            w ->
                w.insert(
                    TestIncidents.incident("raised", 60.0, 5.0, "2025-03-01", "CRIME", 1L, 2)));
    String there = body("").replace("[19, 4, 21, 6]", "[59, 4, 61, 6]");
    JsonNode snapshot = json(post(there), 201);
    all.write(w -> w.replace(raised.withMarks(Classification.CONFIDENTIAL, Set.of("POC")), 1));
    admit(OTHER, Classification.CONFIDENTIAL, Set.of(), ALL, Optional.empty(), Role.ANALYST);

    assertThat(server.get(OTHER, "/api/snapshots/" + snapshot.path("ref").asText()).statusCode())
        .isEqualTo(200);
    String counts =
        """
        {"bbox": [59, 4, 61, 6], "as-known-at": %s, "layers": [{"name": "incident"}]}
        """
            .formatted(snapshot.at("/dataAsOf/committedAt"));
    JsonNode his = json(postAs(OTHER, "/api/counts", counts), 200);
    assertThat(his.at("/layers/incident").toString()).isEqualTo("{\"count\":1,\"unmapped\":0}");
    JsonNode whole = json(postAs(AUTHOR, "/api/counts", counts), 200);
    assertThat(whole.at("/layers/incident/count").asInt()).as("the control").isEqualTo(2);
    assertThat(whole.at("/layers/incident/compartments").toString()).isEqualTo("[\"POC\"]");
    assertThat(whole.path("classification").asText()).isEqualTo("CONFIDENTIAL");
    JsonNode now =
        json(postAs(AUTHOR, "/api/counts", counts.replaceAll("\"as-known.*Z\",", "")), 200);
    assertThat(now.at("/layers/incident/compartments")).as("from memory").hasSize(1);
  }

  @Test
  void noProtectedValueIsFrozenOrShared() throws Exception {
    String secret = "zqkvdlmprtwx";
    admitAnalyst("writer");
    String there = body("").replace("[19, 4, 21, 6]", "[69, 4, 71, 6]");
    json(postAs("writer", "/api/snapshots", there), 201);

    String naming = "&cql.incident=restricted_narrative%20%3D%20'" + secret + "'";
    String asked = there.replace("l=incident", "l=incident" + naming);
    String view = "{\"name\":\"who\",\"address\":\"#v1////l=incident%s\",\"shared\":%s}";
    for (HttpResponse<String> refused :
        List.of(
            postAs("writer", "/api/snapshots", asked),
            postAs("writer", "/api/views", view.formatted(naming, true)))) {
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("restricted_narrative").doesNotContain(secret);
    }
    assertThat(postAs(AUTHOR, "/api/snapshots", asked).statusCode())
        .as("to whom the name says nothing it is a word like any other")
        .isEqualTo(201);
    assertThat(postAs("writer", "/api/views", view.formatted("", true)).statusCode())
        .as("the control")
        .isEqualTo(201);
    assertThat(postAs("writer", "/api/views", view.formatted(naming, false)).statusCode())
        .as("one's own words are one's own")
        .isEqualTo(201);
  }

  private void admitAnalyst(String name) {
    Access access =
        Entitlements.of(LayerFiles.read())
            .access(
                new Author(name),
                Set.of(Role.ANALYST),
                Classification.STRICTLY_CONFIDENTIAL,
                Set.of(),
                Optional.empty());
    server.admit(name, new Caller(name, Set.of(Role.ANALYST), access));
  }

  @Test
  void itIsWithdrawnByItsAuthorOrADutyOfficerAndStaysInTheRecord() throws Exception {
    String ref = add("").path("ref").asText();
    other(Classification.CONFIDENTIAL, Set.of(), ALL, Optional.empty());
    assertThat(send(OTHER, "DELETE", "/api/snapshots/" + ref).statusCode()).isEqualTo(403);
    assertThat(send(AUTHOR, "DELETE", "/api/snapshots/" + ref).statusCode()).isEqualTo(204);
    assertThat(server.get(AUTHOR, "/api/snapshots").body()).doesNotContain(ref);
    JsonNode kept =
        json(server.get(AUTHOR, "/api/snapshots/" + ref.toLowerCase(java.util.Locale.ROOT)), 200);
    assertThat(kept.at("/withdrawn/author").asText()).isEqualTo(AUTHOR);

    String second = add("").path("ref").asText();
    admit(OTHER, Classification.CONFIDENTIAL, Set.of(), ALL, Optional.empty(), Role.DUTY_OFFICER);
    assertThat(send(OTHER, "DELETE", "/api/snapshots/" + second).statusCode()).isEqualTo(204);
    assertThat(server.store().auditTrail().verify("").isSound()).isTrue();
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    for (String wrong :
        List.of(
            "{}",
            body("").replace("the market", " "),
            body("").replace("#v1/", "javascript:"),
            body("").replace("incident", "nonsense"),
            body(",\"as-known-at\":\"2999-01-01T00:00:00Z\""))) {
      assertThat(post(wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  private static String body(String more) {
    return """
    {"title": "the market", "note": "as the commander saw it", "view": "#v1/8/5/20/l=incident",
     "bbox": [19, 4, 21, 6], "layers": [{"name": "incident"}]%s}
    """
        .formatted(more);
  }

  private JsonNode add(String more) throws Exception {
    return json(post(body(more)), 201);
  }

  private HttpResponse<String> post(String body) throws Exception {
    return postAs(AUTHOR, "/api/snapshots", body);
  }

  private HttpResponse<String> postAs(String caller, String path, String body) throws Exception {
    return server.send(caller, "POST", path, body, Map.of("Content-Type", "application/json"));
  }

  private Feature incident(String title, double lon, Set<String> compartments) throws Exception {
    return all.write(
        w ->
            w.insert(
                TestIncidents.incident(title, lon, 5.0, "2025-03-01", "CRIME", 1L, 2)
                    .withMarks(Classification.CONFIDENTIAL, compartments)));
  }

  private HttpResponse<String> send(String caller, String method, String path) throws Exception {
    return server.send(caller, method, path, "", Map.of());
  }

  private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Json.MAPPER.readTree(answer.body());
  }

  private void other(
      Classification clearance,
      Set<String> compartments,
      Set<String> readable,
      Optional<Geometry> area) {
    admit(OTHER, clearance, compartments, readable, area, Role.ANALYST);
  }

  private void admit(
      String name,
      Classification clearance,
      Set<String> compartments,
      Set<String> readable,
      Optional<Geometry> area,
      Role role) {
    Access access =
        new Access(new Author(name), clearance, compartments, readable, Set.of(), Set.of(), area);
    server.admit(name, new Caller(name, Set.of(role), access));
    careless.admit(name, new Caller(name, Set.of(role), access));
  }
}
