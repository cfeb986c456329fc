package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Right;
import org.vigie.server.http.Route;

/**
 * Who may call what, as a table that people read and a server that is asked. The table is the
 * promise; a route that it does not name, or a row that no route fulfils, fails the build.
 */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixTest {

  private static final String TABLE = "rights-matrix.txt";
  private static final Path DOCUMENT = Path.of("..", "docs", "rights.md");
  private static final String NOBODY = "nobody";
  private static final String NO_ROLE = "without-a-role";
  private static final LayerCatalog CATALOG = LayerFiles.read();

  private WholeServer server;
  private Map<String, String> rows;

  @BeforeAll
  void start(DatabaseAddress address, @TempDir Path folder) throws IOException {
    server = new WholeServer(address, CATALOG, folder);
    rows = rows();
    server.admit(NO_ROLE, caller(NO_ROLE, Set.of()));
    for (Role role : Role.values()) {
      server.admit(role.word(), caller(role.word(), Set.of(role)));
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void everyRouteHasARowAndEveryRowARoute() {
    List<String> missing = new ArrayList<>();
    Set<String> routes =
        server.routes().stream().map(RightsMatrixTest::key).collect(Collectors.toSet());
    for (Route route : server.routes()) {
      if (!rows.containsKey(key(route))) {
        missing.add(
            key(route)
                + " has no row: add '"
                + key(route)
                + " | "
                + right(route.right())
                + "' to "
                + TABLE
                + " once you are sure who may call it, and give CanaryTest an example of it.");
      }
    }
    rows.keySet().stream()
        .filter(row -> !routes.contains(row))
        .forEach(row -> missing.add("Nothing serves " + row + ": remove its row from " + TABLE));
    assertThat(missing).isEmpty();
  }

  @Test
  void everyCallerGetsThroughWhereTheTableSaysAndNowhereElse() throws Exception {
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    List<String> callers = new ArrayList<>(List.of(NOBODY, NO_ROLE));
    Arrays.stream(Role.values()).map(Role::word).forEach(callers::add);
    for (Route route : server.routes()) {
      String row = rows.getOrDefault(key(route), "");
      for (String caller : callers) {
        HttpResponse<String> answer = ask(caller, route);
        String got = outcome(answer);
        String expected = expected(row, caller);
        if (!got.equals(expected)) {
          wrong.add(caller + " " + key(route) + ": " + got + ", the table says " + expected);
        }
        cells++;
      }
    }
    System.getLogger("rights").log(System.Logger.Level.INFO, cells + " cells");
    assertThat(wrong).isEmpty();
    assertThat(cells).isEqualTo(server.routes().size() * callers.size());
  }

  /** The deliberate fault: a table that lets everybody in is caught by the same comparison. */
  @Test
  void aTableThatPromisesMoreThanTheServerGivesIsCaught() throws Exception {
    Route guarded =
        server.routes().stream().filter(r -> !r.right().isOpen()).findFirst().orElseThrow();
    assertThat(outcome(ask(NOBODY, guarded))).isNotEqualTo(expected("open", NOBODY));
  }

  @Test
  void eachRoleChangesTheLayersThatTheirFilesSayAndNoOthers() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Role role : Role.values()) {
      for (Layer layer : CATALOG.list()) {
        HttpResponse<String> answer =
            server.send(
                role.word(),
                "POST",
                "/collections/" + layer.name() + "/items",
                "{}",
                Map.of("Content-Type", "application/geo+json"));
        // An empty body is refused as such once the right to write is there.
        int expected =
            !layer.read().contains(role) ? 404 : layer.write().contains(role) ? 400 : 403;
        if (answer.statusCode() != expected) {
          wrong.add(
              role.word() + " " + layer.name() + ": " + answer.statusCode() + " not " + expected);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theDocumentShowsTheSameTable() throws IOException {
    StringBuilder table = new StringBuilder("| route | who |\n|---|---|\n");
    rows.forEach(
        (key, who) -> table.append("| `").append(key).append("` | ").append(who).append(" |\n"));
    assertThat(Files.readString(DOCUMENT).replace("\r", ""))
        .as("docs/rights.md must contain the table of %s; put this into it:%n%s", TABLE, table)
        .contains(table);
  }

  private HttpResponse<String> ask(String caller, Route route) throws Exception {
    boolean body = route.body().isPresent();
    return server.send(
        caller,
        route.method().name(),
        example(route.path()),
        body ? "{}" : "",
        Map.of("Content-Type", "application/json"));
  }

  /** Ids of nothing, so that a request that gets through the door does no more than that. */
  private static String example(String path) {
    return path.replaceAll("[{<](collectionId|layer)[}>]", "incident")
        .replaceAll("[{<][a-zA-Z]*[}>]", UUID.nameUUIDFromBytes(new byte[0]).toString());
  }

  private static String outcome(HttpResponse<String> answer) {
    if (answer.statusCode() == 401) {
      return "401";
    }
    boolean door = answer.statusCode() == 403 && answer.body().contains("This is for ");
    return door ? "403" : "through";
  }

  private static String expected(String row, String caller) {
    if (row.equals("open")) {
      return "through";
    }
    if (caller.equals(NOBODY)) {
      return "401";
    }
    return row.equals("signed in") || List.of(row.split(" ")).contains(caller) ? "through" : "403";
  }

  private static String right(Right right) {
    if (right.isOpen()) {
      return "open";
    }
    return right.roles().isEmpty()
        ? "signed in"
        : Arrays.stream(Role.values())
            .filter(right.roles()::contains)
            .map(Role::word)
            .collect(Collectors.joining(" "));
  }

  private static String key(Route route) {
    return route.method().name() + " " + route.path();
  }

  private static Caller caller(String name, Set<Role> roles) {
    Access access =
        Entitlements.of(CATALOG)
            .access(
                new Author(name), roles, Classification.UNCLASSIFIED, Set.of(), Optional.empty());
    return new Caller(name, roles, access);
  }

  private static Map<String, String> rows() throws IOException {
    try (InputStream in = RightsMatrixTest.class.getResourceAsStream(TABLE)) {
      assertThat(in).as(TABLE).isNotNull();
      Map<String, String> rows = new LinkedHashMap<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split(" \\| ", 2);
          rows.put(cells[0].strip(), cells[1].strip());
        }
      }
      return rows;
    }
  }
}
