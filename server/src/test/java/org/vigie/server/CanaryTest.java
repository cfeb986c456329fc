package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.index.Plan;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Json;
import org.vigie.server.http.Route;

/**
 * Marked words and places at every level, and every exit of the server crawled as every role,
 * clearance, compartment and area: nothing that is hidden comes out, and everything visible does.
 */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanaryTest {

  private static final LayerCatalog CATALOG = LayerFiles.read();

  /** Each caller asks for one in so many of the features by id; together they ask for all. */
  private static final int SHARE = 5;

  /** Each caller asks one in so many of the questions, others at each run; all when asked to. */
  static final int TURNS = Boolean.getBoolean("vigie.whole-crawl") ? 1 : 4;

  static final long SEED = Long.getLong("vigie.seed", System.nanoTime());

  private Canaries canaries;
  private CanaryQuestions questions;
  private final Map<String, Access> callers = new LinkedHashMap<>();
  private DatabaseAddress address;
  private Path folder;
  private WholeServer server;

  @BeforeAll
  void start(DatabaseAddress given, @TempDir Path temporary) throws Exception {
    address = given;
    folder = temporary;
    server = new WholeServer(address, CATALOG, folder.resolve("own"));
    canaries = new Canaries(CATALOG, server.store());
    questions = new CanaryQuestions(server.routes(), CATALOG, canaries);
    Geometry west =
        new GeometryFactory(new PrecisionModel(), 4326).toGeometry(new Envelope(19, 22.5, 0, 20));
    for (Role role : Role.values()) {
      for (Classification clearance : Classification.values()) {
        admit(role, clearance, Set.of(), Optional.empty());
        admit(role, clearance, Set.of(Canaries.POC), Optional.of(west));
      }
    }
    callers.forEach((name, access) -> server.admit(name, caller(name, access)));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void everyRouteThatReadsCanBeCrawled() {
    List<String> unknown = new ArrayList<>();
    for (Route route : server.routes()) {
      Matcher matcher = CanaryQuestions.PARAMETER.matcher(route.path());
      while (matcher.find()) {
        if (questions.examples(matcher.group(1)).isEmpty()) {
          unknown.add(
              "There is no example of {"
                  + matcher.group(1)
                  + "} in "
                  + route.path()
                  + ": add it to CanaryQuestions.examples, or to NAMES_OF_NOTHING when no feature"
                  + " is behind it.");
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  @Order(1)
  void aPlaceIsFoundAmongTimesAndATimeIsNoPlace() {
    Canary west =
        canaries.list().stream().filter(c -> !c.place().isEmpty()).findFirst().orElseThrow();
    String lon = west.place().get(0);
    String lat = west.place().get(1);
    String times = "\"2026-11-21T09:44:%s56Z\",\"2026-11-21T09:44:%s8Z\"";
    assertThat(Leaks.in(times.formatted(lon, "0" + lat), Set.of(), List.of(west))).isEmpty();
    assertThat(Leaks.in("[" + lon + "7," + lat + "1]" + times, Set.of(), List.of(west))).hasSize(1);
  }

  @Test
  @Order(2)
  void nothingHiddenComesOutAndEverythingVisibleDoes() throws Exception {
    List<String> leaks = new ArrayList<>();
    List<String> overBlocks = new ArrayList<>();
    long before = server.requests();
    for (Map.Entry<String, Access> caller : callers.entrySet()) {
      List<Ask> asks = questions.sample(questions.examples(SHARE));
      for (Layer layer : CATALOG.list()) {
        assertThat(asks)
            .as(caller.getKey() + " asks for " + layer.name())
            .anyMatch(ask -> (ask.path() + ask.body()).contains(layer.name()));
      }
      leaks.addAll(crawl(server, caller.getKey(), caller.getValue(), asks));
      overBlocks.addAll(missing(caller.getKey(), caller.getValue()));
    }
    System.getLogger("canary")
        .log(
            System.Logger.Level.INFO,
            "seed "
                + SEED
                + ": "
                + (server.requests() - before)
                + " requests of "
                + callers.size()
                + " callers over "
                + canaries.list().size()
                + " canaries");
    assertThat(leaks).as("leaks").isEmpty();
    assertThat(overBlocks).as("over-blocks").isEmpty();
  }

  @Test
  @Order(3)
  void figuresCountWhatTheCallerSeesAndNoMore() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Access> caller : callers.entrySet()) {
      for (Layer layer : CATALOG.readableFor(caller.getValue()).list()) {
        long expected =
            canaries.list().stream()
                .filter(c -> c.layer().name().equals(layer.name()) && !c.deleted())
                .filter(c -> c.isVisibleTo(caller.getValue()))
                .count();
        for (long figure : figures(caller.getKey(), layer)) {
          if (figure != expected) {
            wrong.add(caller.getKey() + " " + layer.name() + ": " + figure + " not " + expected);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  @Order(4)
  void whatIsHiddenAnswersLikeWhatNeverWas() throws Exception {
    List<String> different = new ArrayList<>();
    int compared = 0;
    for (Map.Entry<String, Access> caller : callers.entrySet()) {
      for (Canary canary : canaries.list()) {
        if (canary.isVisibleTo(caller.getValue())
            || canary.deleted()
            || ++compared % (7 * TURNS) > 0) {
          continue;
        }
        for (Route route : server.routes()) {
          if (route.path().contains("{featureId}")) {
            String hidden = answer(caller.getKey(), route, canary.layer().name(), canary.id());
            String absent =
                answer(caller.getKey(), route, canary.layer().name(), UUID.randomUUID().toString());
            if (!hidden.equals(absent) || !hidden.matches("(?s)40[34] .*")) {
              different.add(
                  caller.getKey()
                      + " "
                      + route.method()
                      + " "
                      + route.path()
                      + ": "
                      + hidden
                      + " but "
                      + absent);
            }
          }
        }
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  @Order(5)
  void aPropertyThatIsHiddenIsUnknownInTheSameWordsAsOneThatNeverWas() throws Exception {
    List<String> different = new ArrayList<>();
    for (Map.Entry<String, Access> caller : callers.entrySet()) {
      for (Layer layer : CATALOG.readableFor(caller.getValue()).list()) {
        for (var property : CATALOG.get(layer.name()).properties()) {
          if (property.isVisibleTo(caller.getValue())) {
            continue;
          }
          for (String question :
              List.of("filter=%s='x'", "sortby=%s", "properties=%s", "filter=%s IS NULL")) {
            String base = "/collections/" + layer.name() + "/items?";
            HttpResponse<String> hidden = ask(caller.getKey(), base, question, property.name());
            HttpResponse<String> absent = ask(caller.getKey(), base, question, "no_such_property");
            if (hidden.statusCode() != 400
                || !hidden
                    .body()
                    .replace(property.name(), "no_such_property")
                    .equals(absent.body())) {
              different.add(caller.getKey() + " " + layer.name() + " " + hidden.body());
            }
          }
        }
      }
    }
    assertThat(different).isEmpty();
  }

  /** What is answered from memory was crawled as well. */
  @Test
  @Order(5)
  void theCrawlWasAnsweredFromMemoryToo() throws Exception {
    assertThat(server.index().awaitBuilt(Duration.ofMinutes(1))).isTrue();
    long decided = server.index().answered(Plan.MEMORY);
    long intersected = intersected(server);
    assertThat(crawlAsViewer(server)).isEmpty();
    assertThat(server.index().answered(Plan.MEMORY)).isGreaterThan(decided);
    assertThat(intersected(server)).isGreaterThan(intersected + CATALOG.list().size());
  }

  /** What the database found and the index had a part in. */
  private static long intersected(WholeServer at) {
    return Stream.of(Plan.CANDIDATES, Plan.MATCHES, Plan.KNOWN_MATCHES)
        .mapToLong(at.index()::answered)
        .sum();
  }

  /** The deliberate fault in the program: a door that lets everybody see everything. */
  @Test
  @Order(6)
  void aDoorThatForgetsTheCallerLightsUp() throws Exception {
    try (WholeServer careless =
        new WholeServer(address, CATALOG, folder.resolve("careless"), CanaryTest::careless)) {
      assertThat(crawlAsViewer(careless)).isNotEmpty();
    }
  }

  /** The deliberate fault in the database: one policy that lets every row through. Comes last. */
  @Test
  @Order(7)
  void aPolicyThatIsSwitchedOffLightsUp() throws Exception {
    assertThat(crawlAsViewer(server)).isEmpty();
    execute("create policy forgotten on vigie.feature for select using (true)");
    try {
      assertThat(crawlAsViewer(server)).isNotEmpty();
    } finally {
      execute("drop policy forgotten on vigie.feature");
    }
    assertThat(crawlAsViewer(server)).isEmpty();
  }

  private void admit(
      Role role, Classification clearance, Set<String> compartments, Optional<Geometry> area) {
    String name =
        role.word()
            + "-"
            + clearance.name().toLowerCase(java.util.Locale.ROOT).charAt(0)
            + (area.isPresent() ? "-poc-west" : "");
    callers.put(
        name,
        Entitlements.of(CATALOG)
            .access(new Author(name), Set.of(role), clearance, compartments, area));
  }

  private static Caller caller(String name, Access access) {
    Role role =
        java.util.Arrays.stream(Role.values())
            .filter(r -> name.startsWith(r.word()))
            .findFirst()
            .orElseThrow();
    return new Caller(name, Set.of(role), access);
  }

  private List<String> crawlAsViewer(WholeServer at) throws Exception {
    String name = "viewer-u";
    Access access = callers.get(name);
    at.admit(name, caller(name, access));
    return crawl(at, name, access, questions.examples(SHARE));
  }

  private List<String> crawl(WholeServer at, String name, Access access, List<Ask> asks)
      throws Exception {
    List<String> leaks = new ArrayList<>();
    Set<String> hiddenWords = new LinkedHashSet<>();
    List<Canary> hidden = new ArrayList<>();
    for (Canary canary : canaries.list()) {
      hiddenWords.addAll(canary.hiddenFrom(access));
      if (!canary.isVisibleTo(access)) {
        hidden.add(canary);
      }
    }
    boolean ran = false;
    for (Ask ask : asks) {
      List<HttpResponse<String>> answers = new ArrayList<>();
      answers.add(
          at.send(
              name,
              ask.method(),
              ask.path(),
              ask.body(),
              Map.of("Content-Type", "application/json")));
      if (!ran && ask.path().endsWith("/execution") && answers.get(0).statusCode() == 200) {
        answers.addAll(new CrawledJob(at, name).answers(ask));
        ran = true;
      }
      for (HttpResponse<String> answer : answers) {
        if (answer.statusCode() >= 500) {
          leaks.add(name + " " + ask + " answers " + answer.statusCode());
        }
        // What the client sent may come back; it is no news.
        String text = ask.withoutEcho(answer.headers().map() + "\n" + answer.body());
        leaks.addAll(
            Leaks.in(text, hiddenWords, hidden).stream()
                .map(l -> name + " " + ask + ": " + l)
                .toList());
      }
    }
    return leaks;
  }

  private List<String> missing(String name, Access access) throws Exception {
    List<String> missing = new ArrayList<>();
    Map<String, String> exports = new LinkedHashMap<>();
    for (Canary canary : canaries.list()) {
      if (!canary.isVisibleTo(access) || canary.deleted()) {
        continue;
      }
      String layer = canary.layer().name();
      if (!exports.containsKey(layer)) {
        exports.put(layer, server.get(name, "/collections/" + layer + "/export?f=geojson").body());
      }
      if (!exports.get(layer).contains(canary.id())) {
        missing.add(name + " does not find " + layer + " " + canary.id());
      }
    }
    return missing;
  }

  private List<Long> figures(String name, Layer layer) throws Exception {
    String area = "'bbox': [-180, -90, 180, 90]";
    JsonNode items = json(server.get(name, "/collections/" + layer.name() + "/items?limit=1"));
    JsonNode picture = json(server.get(name, "/api/picture/" + layer.name() + "?zoom=4"));
    JsonNode statistics =
        json(post(name, "/api/statistics", "{'layer': '" + layer.name() + "', " + area + "}"));
    JsonNode counts =
        json(
            post(
                name,
                "/api/counts",
                "{'layers': [{'name': '" + layer.name() + "'}], 'groups': true}"));
    JsonNode histogram = json(server.get(name, "/api/histogram?layer=" + layer.name()));
    JsonNode intersected =
        json(
            post(
                name,
                "/api/statistics",
                "{'layer': '" + layer.name() + "', 'filter': 'version > 0', " + area + "}"));
    JsonNode matrix =
        json(
            post(
                name,
                "/api/matrix",
                "{'layer': '"
                    + layer.name()
                    + "', 'rows': 'month', 'columns': 'hour', 'filter': 'version > 0'}"));
    return List.of(
        matrix.path("count").asLong(),
        items.path("numberMatched").asLong(),
        picture.path("count").asLong(),
        statistics.path("count").asLong(),
        counts.at("/layers/" + layer.name() + "/count").asLong(),
        histogram.path("count").asLong(),
        intersected.path("count").asLong());
  }

  private HttpResponse<String> post(String name, String path, String body) throws Exception {
    return server.send(
        name, "POST", path, body.replace('\'', '"'), Map.of("Content-Type", "application/json"));
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  private HttpResponse<String> ask(String name, String base, String question, String property)
      throws Exception {
    return server.get(
        name, base + question.formatted(property).replace(" ", "%20").replace("'", "%27"));
  }

  /**
   * Status, headers and body of an answer about one feature, without the id and what time brings.
   */
  private String answer(String name, Route route, String layer, String id) throws Exception {
    String path =
        CanaryQuestions.PARAMETER
            .matcher(route.path().replace("{featureId}", id))
            .replaceAll(
                m ->
                    m.group(1).equals("collectionId") || m.group(1).equals("layer")
                        ? layer
                        : UUID.nameUUIDFromBytes(new byte[0]).toString());
    HttpResponse<String> answer =
        server.send(
            name,
            route.method().name(),
            path,
            route.body().isPresent() ? "{\"type\": \"Feature\", \"reason\": \"x\"}" : "",
            Map.of("Content-Type", "application/geo+json", "If-Match", "\"1\""));
    Map<String, List<String>> headers = new LinkedHashMap<>(answer.headers().map());
    headers.keySet().removeIf(h -> h.equalsIgnoreCase("date"));
    return (answer.statusCode() + " " + headers + " " + answer.body()).replace(id, "ID");
  }

  private void execute(String sql) throws Exception {
    DatabaseAddress past = TestDatabases.administrator(address);
    try (Connection connection =
            DriverManager.getConnection(past.jdbcUrl(), past.user(), past.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Opens the store as somebody who sees everything, whoever asks. */
  static GuardedStore careless(GuardedStore store) {
    return (GuardedStore)
        Proxy.newProxyInstance(
            GuardedStore.class.getClassLoader(),
            new Class<?>[] {GuardedStore.class},
            (proxy, method, arguments) -> {
              Object[] forged = arguments == null ? new Object[0] : arguments.clone();
              for (int i = 0; i < forged.length; i++) {
                forged[i] =
                    forged[i] instanceof Access a ? Access.everything(a.author()) : forged[i];
              }
              return method.invoke(store, forged);
            });
  }
}
