package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Protection;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Json;
import org.vigie.server.testing.Sql;
import org.vigie.server.testing.TestIncidents;

/** A job is its owner's alone, and his only while he may see all that went into it. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobRightsTest {

  private static final String RUN = "/processes/cluster-density/execution";
  private static final String BODY =
      "{\"inputs\":{\"layer\":\"incident\",\"epsM\":2000,\"minPts\":3}}";
  private static final String OWNER = "amina";
  private static final String OTHER = "boris";
  private static final Geometry WEST =
      new GeometryFactory(new PrecisionModel(), 4326).toGeometry(new Envelope(10, 20.5, 0, 20));

  private DatabaseAddress address;
  private WholeServer server;
  private FeatureStore store;
  private final List<Feature> features = new ArrayList<>();

  @BeforeAll
  void start(DatabaseAddress given, @TempDir Path folder) throws Exception {
    address = given;
    server = new WholeServer(address, LayerFiles.read(), folder);
    store = server.store().as(Access.everything(new Author("test")));
    for (int i = 0; i < 6; i++) {
      Feature incident =
          TestIncidents.incident("t" + i, 20 + i * 0.001, 5.0, "2024-01-05", "CRIME", 1L, 2);
      features.add(
          store.write(
              writing ->
                  writing.insert(incident.withMarks(Classification.CONFIDENTIAL, Set.of("POC")))));
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void admitBoth() {
    for (String name : List.of(OWNER, OTHER)) {
      admit(name, access(name));
    }
  }

  @Test
  void anothersJobIsAsAbsentAsOneThatNeverWas() throws Exception {
    String id = done();
    String never = UUID.randomUUID().toString();
    for (String method : List.of("GET", "DELETE")) {
      for (String path : List.of("/jobs/ID", "/jobs/ID/results")) {
        if (method.equals("DELETE") && path.endsWith("results")) {
          continue;
        }
        HttpResponse<String> foreign =
            server.send(OTHER, method, path.replace("ID", id), "", Map.of());
        HttpResponse<String> absent =
            server.send(OTHER, method, path.replace("ID", never), "", Map.of());
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body().replace(id, never)).isEqualTo(absent.body());
        assertThat(foreign.headers().map().keySet()).isEqualTo(absent.headers().map().keySet());
      }
    }
    assertThat(json(server.get(OTHER, "/jobs")).get("jobs")).isEmpty();
    assertThat(results(id).statusCode()).as("the control").isEqualTo(200);
  }

  @Test
  void whoLosesARightLosesWhatWasComputedUnderItAndGetsItBackWithIt() throws Exception {
    String id = done();
    assertThat(results(id).headers().firstValue("X-Classification")).hasValue("CONFIDENTIAL");
    Access whole = access(OWNER);
    for (Access less :
        List.of(
            with(whole, Classification.UNCLASSIFIED, whole.compartments(), whole.readable()),
            with(whole, whole.clearance(), Set.of(), whole.readable()),
            with(whole, whole.clearance(), whole.compartments(), Set.of("patrol")),
            new Access(
                whole.author(),
                whole.clearance(),
                whole.compartments(),
                whole.readable(),
                Set.of(),
                Set.of(),
                whole.area()),
            new Access(
                whole.author(),
                whole.clearance(),
                whole.compartments(),
                whole.readable(),
                Set.of(),
                whole.protections(),
                Optional.of(WEST)))) {
      admit(OWNER, less);
      assertThat(server.get(OWNER, "/jobs/" + id).statusCode()).as(less.toString()).isEqualTo(404);
      assertThat(results(id).statusCode()).isEqualTo(404);
      assertThat(json(server.get(OWNER, "/jobs")).toString()).doesNotContain(id);
      assertThat(server.send(OWNER, "DELETE", "/jobs/" + id, "", Map.of()).statusCode())
          .isEqualTo(404);
      admit(OWNER, whole);
      assertThat(results(id).statusCode()).as("the control").isEqualTo(200);
    }
    Access unrelated = with(whole, Classification.CONFIDENTIAL, Set.of("POC"), Set.of("incident"));
    admit(OWNER, unrelated);
    assertThat(results(id).statusCode()).as("what did not go in does not matter").isEqualTo(200);
  }

  @Test
  void withoutItsPolicyARevokedRightWouldNotMatter() throws Exception {
    String id = done();
    admit(OWNER, with(access(OWNER), Classification.UNCLASSIFIED, Set.of(), Set.of("incident")));
    assertThat(server.get(OWNER, "/jobs/" + id).statusCode()).isEqualTo(404);
    Sql.asOwner(address, "create policy hole on vigie.job for select using (true)");
    try {
      assertThat(server.get(OWNER, "/jobs/" + id).statusCode()).isEqualTo(200);
    } finally {
      Sql.asOwner(address, "drop policy hole on vigie.job");
    }
  }

  @Test
  void aResultGoesWhenSomethingInItIsMarkedHigher() throws Exception {
    admit(
        OWNER, with(access(OWNER), Classification.CONFIDENTIAL, Set.of("POC"), Set.of("incident")));
    String id = done();
    assertThat(results(id).statusCode()).isEqualTo(200);
    Feature last = store.find("incident", features.get(5).id()).orElseThrow();
    store.write(
        writing ->
            writing.replace(
                last.withMarks(Classification.STRICTLY_CONFIDENTIAL, Set.of("POC")),
                last.version()));
    HttpResponse<String> gone = results(id);
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(json(gone).get("type").asText()).endsWith("result-not-ready");
    admit(OWNER, access(OWNER));
    assertThat(results(id).statusCode()).as("who may see it still has it").isEqualTo(200);
    admit(
        OWNER, with(access(OWNER), Classification.CONFIDENTIAL, Set.of("POC"), Set.of("incident")));
    assertThat(results(done()).statusCode()).as("and anew without it").isEqualTo(200);
  }

  @Test
  void aJobDoesNotRunWithRightsThatItsOwnerHasLost() throws Exception {
    String blocking = start("/processes/echo/execution", "{\"inputs\":{\"pause\":60}}");
    String second = start("/processes/echo/execution", "{\"inputs\":{\"pause\":60}}");
    String waiting = start(RUN, BODY);
    Access whole = access(OWNER);
    admit(OWNER, with(whole, Classification.UNCLASSIFIED, Set.of(), Set.of("incident")));
    for (String each : List.of(blocking, second)) {
      server.send(OWNER, "DELETE", "/jobs/" + each, "", Map.of());
    }
    assertThat(await(waiting).get("status").asText()).isEqualTo("failed");
    HttpResponse<String> why = results(waiting);
    assertThat(why.statusCode()).isEqualTo(403);
    assertThat(why.body()).contains("has changed since");
  }

  /** A job of the owner that has a result. */
  private String done() throws Exception {
    String id = start(RUN, BODY);
    assertThat(await(id).get("status").asText()).isEqualTo("successful");
    return id;
  }

  private String start(String path, String body) throws Exception {
    HttpResponse<String> accepted =
        server.send(
            OWNER,
            "POST",
            path,
            body,
            Map.of("Content-Type", "application/json", "Prefer", "respond-async"));
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(201);
    return json(accepted).get("jobID").asText();
  }

  private JsonNode await(String id) throws Exception {
    JsonNode status = json(server.get(OWNER, "/jobs/" + id));
    while (Set.of("accepted", "running").contains(status.path("status").asText())) {
      Thread.sleep(20);
      status = json(server.get(OWNER, "/jobs/" + id));
    }
    return status;
  }

  private HttpResponse<String> results(String id) throws Exception {
    return server.get(OWNER, "/jobs/" + id + "/results");
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return Json.MAPPER.readTree(answer.body());
  }

  private void admit(String name, Access access) {
    server.admit(name, new Caller(name, Set.of(Role.ANALYST), access));
  }

  private static Access access(String name) {
    return new Access(
        new Author(name),
        Classification.STRICTLY_CONFIDENTIAL,
        Set.of("POC", "INT"),
        Set.of("incident", "patrol"),
        Set.of(),
        Set.of(Protection.SOURCE_IDENTITY),
        Optional.empty());
  }

  private static Access with(
      Access access, Classification clearance, Set<String> compartments, Set<String> readable) {
    return new Access(
        access.author(),
        clearance,
        compartments,
        readable,
        Set.of(),
        access.protections(),
        access.area());
  }
}
