package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Json;

/** One person raises a mark and everybody is told nothing more; two people lower it. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarksTest {

  private static final LayerCatalog CATALOG = LayerFiles.read();
  private static final String LOW = "low";
  private static final String FIRST = "first";
  private static final String SECOND = "second";

  private final Canary.Maker maker = new Canary.Maker();
  private DatabaseAddress address;
  private WholeServer server;

  @BeforeAll
  void start(DatabaseAddress given, @TempDir Path folder) {
    address = given;
    server = new WholeServer(address, CATALOG, folder);
    admit(LOW, Role.ANALYST, Classification.UNCLASSIFIED);
    admit(FIRST, Role.ANALYST, Classification.STRICTLY_CONFIDENTIAL);
    admit(SECOND, Role.ANALYST, Classification.STRICTLY_CONFIDENTIAL);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void noReadAfterARaiseShowsWhatWasRaised() throws Exception {
    int reads = 0;
    int seen = 0;
    for (int i = 0; i < 100; i++) {
      String id = stored("incident", Classification.UNCLASSIFIED);
      String tag = pictureTag("");
      assertThat(server.get(LOW, item("incident", id)).statusCode()).isEqualTo(200);
      assertThat(mark(FIRST, "incident", id, "CONFIDENTIAL").statusCode()).isEqualTo(200);
      for (String path :
          new String[] {
            item("incident", id),
            item("incident", id) + "/history",
            "/collections/incident/items?limit=10000",
            "/api/picture/incident?titles=true",
            "/collections/incident/export"
          }) {
        HttpResponse<String> answer =
            server.send(LOW, "GET", path, "", Map.of("If-None-Match", tag));
        String body = answer.body().replace("There is no feature '" + id + "'", "");
        seen += body.contains(id) || answer.statusCode() == 304 ? 1 : 0;
        reads += 2;
        HttpResponse<String> cleared = server.get(SECOND, path);
        assertThat(cleared.statusCode()).isEqualTo(200);
        assertThat(cleared.body()).contains(path.endsWith("history") ? "CONFIDENTIAL" : id);
      }
    }
    assertThat(reads).isEqualTo(1_000);
    assertThat(seen).as("stale reads").isZero();
  }

  @Test
  void alsoAReportThatNeverChangesCanBeRaised() throws Exception {
    String id = stored("report", Classification.UNCLASSIFIED);
    assertThat(server.get(LOW, item("report", id)).statusCode()).isEqualTo(200);
    assertThat(mark(FIRST, "report", id, "CONFIDENTIAL").statusCode()).isEqualTo(200);
    assertThat(server.get(LOW, item("report", id)).statusCode()).isEqualTo(404);
  }

  @Test
  void loweringWaitsForASecondPerson() throws Exception {
    String id = stored("incident", Classification.CONFIDENTIAL);
    HttpResponse<String> proposed = mark(FIRST, "incident", id, "UNCLASSIFIED");
    assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(202);
    assertThat(server.get(LOW, item("incident", id)).statusCode()).isEqualTo(404);
    JsonNode proposal = Json.MAPPER.readTree(proposed.body()).path("proposal");
    String path = "/api/marks/proposals/" + proposal.path("id").asText();

    assertThat(server.get(LOW, "/api/marks/proposals").body()).doesNotContain(id);
    assertThat(settle(LOW, path, "approve").statusCode()).isEqualTo(404);
    assertThat(settle(FIRST, path, "approve").statusCode()).isEqualTo(403);
    assertThat(server.get(SECOND, "/api/marks/proposals").body()).contains(id);

    HttpResponse<String> approved = settle(SECOND, path, "approve");
    assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
    assertThat(server.get(LOW, item("incident", id)).statusCode()).isEqualTo(200);
    assertThat(settle(SECOND, path, "approve").statusCode()).isEqualTo(404);
  }

  @Test
  void whoProposedMayTakeItBack() throws Exception {
    String id = stored("incident", Classification.CONFIDENTIAL);
    JsonNode proposal =
        Json.MAPPER.readTree(mark(FIRST, "incident", id, "UNCLASSIFIED").body()).path("proposal");
    String path = "/api/marks/proposals/" + proposal.path("id").asText();
    assertThat(settle(FIRST, path, "reject").statusCode()).isEqualTo(200);
    assertThat(server.get(LOW, item("incident", id)).statusCode()).isEqualTo(404);
  }

  @Test
  void anEditMayRaiseAndNeverLower() throws Exception {
    String id = stored("incident", Classification.CONFIDENTIAL);
    HttpResponse<String> lower = patch(FIRST, id, "UNCLASSIFIED", 1);
    assertThat(lower.statusCode()).isEqualTo(403);
    assertThat(lower.body()).contains("/api/marks/incident/" + id);
    assertThat(patch(FIRST, id, "STRICTLY_CONFIDENTIAL", 1).statusCode()).isEqualTo(204);
    assertThat(server.get(SECOND, item("incident", id)).headers().firstValue("X-Classification"))
        .contains("STRICTLY_CONFIDENTIAL");
  }

  /** Whatever the program forgets, the database refuses; without its trigger it would not. */
  @Test
  void theDatabaseItselfRefusesALowerMark() throws Exception {
    String id = stored("incident", Classification.CONFIDENTIAL);
    String lower =
        "update vigie.feature set classification = 'UNCLASSIFIED' where id = '" + id + "'";
    assertThat(refused(lower)).isTrue();
    execute("alter table vigie.feature disable trigger marks_are_not_lowered");
    try {
      assertThat(refused(lower)).as("the negative control").isFalse();
    } finally {
      execute("alter table vigie.feature enable always trigger marks_are_not_lowered");
    }
  }

  private void admit(String name, Role role, Classification clearance) {
    Access access =
        Entitlements.of(CATALOG)
            .access(new Author(name), Set.of(role), clearance, Set.of(), Optional.empty());
    server.admit(name, new Caller(name, Set.of(role), access));
  }

  private String stored(String layer, Classification classification) throws Exception {
    Layer declared = CATALOG.get(layer);
    Feature feature = maker.make(declared, classification, Set.of(), false).feature();
    server
        .store()
        .as(Access.everything(new Author("test")))
        .write(writing -> writing.insert(feature));
    return feature.id().toString();
  }

  private HttpResponse<String> mark(String caller, String layer, String id, String classification)
      throws Exception {
    String body = "{\"classification\": \"%s\", \"reason\": \"test\"}".formatted(classification);
    return server.send(
        caller,
        "POST",
        "/api/marks/" + layer + "/" + id,
        body,
        Map.of("Content-Type", "application/json"));
  }

  private HttpResponse<String> settle(String caller, String path, String decision)
      throws Exception {
    String body = "{\"decision\": \"" + decision + "\"}";
    return server.send(caller, "POST", path, body, Map.of("Content-Type", "application/json"));
  }

  private HttpResponse<String> patch(String caller, String id, String classification, int version)
      throws Exception {
    return server.send(
        caller,
        "PATCH",
        item("incident", id),
        "{\"properties\": {\"classification\": \"" + classification + "\"}}",
        Map.of("Content-Type", "application/merge-patch+json", "If-Match", "\"" + version + "\""));
  }

  private String pictureTag(String query) throws Exception {
    return server
        .get(LOW, "/api/picture/incident?titles=true" + query)
        .headers()
        .firstValue("ETag")
        .orElseThrow();
  }

  private static String item(String layer, String id) {
    return "/collections/" + layer + "/items/" + id;
  }

  private boolean refused(String sql) {
    try {
      execute(sql);
      return false;
    } catch (Exception refusal) {
      return String.valueOf(refusal.getMessage()).contains("may not become lower");
    }
  }

  private void execute(String sql) throws Exception {
    DatabaseAddress past = TestDatabases.administrator(address);
    try (Connection connection =
            DriverManager.getConnection(past.jdbcUrl(), past.user(), past.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
