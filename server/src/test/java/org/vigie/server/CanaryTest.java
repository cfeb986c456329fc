package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
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
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.store.Attachments;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
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
  private static final Pattern PARAMETER = Pattern.compile("[{<]([a-zA-Z]+)[}>]");
  private static final String POC = "POC";

  /** Fulfilled by every feature, and not decided by the index. */
  private static final String LEFT =
      "version > 0 AND recorded_at > TIMESTAMP('2000-01-01T00:00:00Z')";

  /**
   * Path parameters that the crawl knows no examples of, because nothing of ours has such an id.
   */
  private static final Set<String> NAMES_OF_NOTHING =
      Set.of("id", "jobID", "username", "path", "linkId", "mergeId");

  /** Each caller asks for one in so many of the features by id; together they ask for all. */
  private static final int SHARE = 5;

  /** Each caller asks one in so many of the questions, others at each run; all when asked to. */
  private static final int TURNS = Boolean.getBoolean("vigie.whole-crawl") ? 1 : 4;

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());

  private final Canary.Maker maker = new Canary.Maker();
  private final Map<UUID, UUID> photographs = new LinkedHashMap<>();
  private final List<Canary> canaries = new ArrayList<>();
  private final Map<String, Access> callers = new LinkedHashMap<>();
  private int share = 1;
  private int turn;
  private DatabaseAddress address;
  private Path folder;
  private WholeServer server;

  @BeforeAll
  void start(DatabaseAddress given, @TempDir Path temporary) throws Exception {
    address = given;
    folder = temporary;
    server = new WholeServer(address, CATALOG, folder.resolve("own"));
    seed();
    Geometry west =
        new GeometryFactory(new PrecisionModel(), 4326).toGeometry(new Envelope(19, 22.5, 0, 20));
    for (Role role : Role.values()) {
      for (Classification clearance : Classification.values()) {
        admit(role, clearance, Set.of(), Optional.empty());
        admit(role, clearance, Set.of(POC), Optional.of(west));
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
      Matcher matcher = PARAMETER.matcher(route.path());
      while (matcher.find()) {
        if (examples(matcher.group(1)).isEmpty()) {
          unknown.add(
              "There is no example of {"
                  + matcher.group(1)
                  + "} in "
                  + route.path()
                  + ": add it to CanaryTest.examples, or to NAMES_OF_NOTHING when no feature is"
                  + " behind it.");
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  @Order(2)
  void nothingHiddenComesOutAndEverythingVisibleDoes() throws Exception {
    List<String> leaks = new ArrayList<>();
    List<String> overBlocks = new ArrayList<>();
    long before = server.requests();
    for (Map.Entry<String, Access> caller : callers.entrySet()) {
      List<Ask> asks = sample(examples(SHARE));
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
                + canaries.size()
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
            canaries.stream()
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
      for (Canary canary : canaries) {
        if (canary.isVisibleTo(caller.getValue())
            || canary.deleted()
            || ++compared % (7 * TURNS) > 0) {
          continue;
        }
        for (Route route : server.routes()) {
          if (route.path().contains("{featureId}")) {
            String hidden = answer(caller.getKey(), route, canary.layer().name(), id(canary));
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

  // ---- what is there ----

  private void seed() throws Exception {
    FeatureStore all = server.store().as(Access.everything(new Author("canary")));
    for (Layer layer : CATALOG.list()) {
      for (Classification classification : Classification.values()) {
        for (Set<String> compartments : List.of(Set.<String>of(), Set.of(POC))) {
          for (boolean east : new boolean[] {true, false}) {
            add(all, maker.make(layer, classification, compartments, east));
          }
        }
      }
      raised(all, layer);
      deleted(all, maker.make(layer, Classification.STRICTLY_CONFIDENTIAL, Set.of(), false));
    }
  }

  private void add(FeatureStore all, Canary canary) throws Exception {
    Feature stored = all.write(writing -> writing.insert(canary.feature()));
    canaries.add(
        new Canary(
            canary.feature().withGeometry(stored.geometry()),
            canary.layer(),
            photographed(stored, canary.words()),
            false));
  }

  /** With words in the name, the picture and the small picture. */
  private Map<String, String> photographed(Feature feature, Map<String, String> words)
      throws Exception {
    Map<String, String> more = new LinkedHashMap<>(words);
    for (String part : List.of("photograph", "picture", "thumbnail")) {
      more.put(part, maker.word());
    }
    UUID id =
        server
            .store()
            .attachments(Access.everything(new Author("canary")))
            .add(
                FeatureRef.of(feature),
                new Attachments.Picture(
                    more.get("photograph"),
                    "image/jpeg",
                    1,
                    1,
                    more.get("picture").getBytes(StandardCharsets.US_ASCII),
                    more.get("thumbnail").getBytes(StandardCharsets.US_ASCII)))
            .orElseThrow()
            .id();
    photographs.put(feature.id().value(), id);
    return more;
  }

  /** Open to all once, with other words; then edited where the layer can be, and raised. */
  private void raised(FeatureStore all, Layer layer) throws Exception {
    Canary low = maker.make(layer, Classification.UNCLASSIFIED, Set.of(), false);
    Feature first = all.write(writing -> writing.insert(low.feature()));
    Feature high = first.withMarks(Classification.STRICTLY_CONFIDENTIAL, Set.of());
    Map<String, String> words = photographed(first, low.words());
    if (!layer.appendOnly()) {
      String word = maker.word();
      Map<String, Object> properties = new LinkedHashMap<>(high.properties());
      properties.replaceAll(
          (name, value) -> low.words().get(Canary.OPEN).equals(value) ? word : value);
      high = high.withProperties(properties);
      words.put(Canary.OLD, low.words().get(Canary.OPEN));
      words.put(Canary.OPEN, word);
    }
    Feature raised = high;
    all.write(writing -> writing.replace(raised, first.version()));
    canaries.add(new Canary(raised, layer, words, false));
  }

  private void deleted(FeatureStore all, Canary canary) throws Exception {
    Feature stored = all.write(writing -> writing.insert(canary.feature()));
    if (!canary.layer().appendOnly()) {
      all.write(
          writing -> {
            writing.delete(stored.layer(), stored.id(), stored.version());
            return stored;
          });
    }
    canaries.add(
        new Canary(canary.feature(), canary.layer(), canary.words(), !canary.layer().appendOnly()));
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

  // ---- the crawl ----

  private List<String> crawlAsViewer(WholeServer at) throws Exception {
    String name = "viewer-u";
    Access access = callers.get(name);
    at.admit(name, caller(name, access));
    return crawl(at, name, access, examples(SHARE));
  }

  private List<String> crawl(WholeServer at, String name, Access access, List<Ask> asks)
      throws Exception {
    List<String> leaks = new ArrayList<>();
    Set<String> hiddenWords = new LinkedHashSet<>();
    List<Canary> hidden = new ArrayList<>();
    for (Canary canary : canaries) {
      hiddenWords.addAll(canary.hiddenFrom(access));
      if (!canary.isVisibleTo(access)) {
        hidden.add(canary);
      }
    }
    for (Ask ask : asks) {
      HttpResponse<String> answer =
          at.send(
              name,
              ask.method(),
              ask.path(),
              ask.body(),
              Map.of("Content-Type", "application/json"));
      if (answer.statusCode() >= 500) {
        leaks.add(name + " " + ask + " answers " + answer.statusCode());
      }
      // What the client sent may come back; it is no news.
      String text = ask.withoutEcho(answer.headers().map() + "\n" + answer.body());
      leaks.addAll(
          scan(text, hiddenWords, hidden).stream().map(l -> name + " " + ask + ": " + l).toList());
    }
    return leaks;
  }

  private static List<String> scan(String text, Set<String> words, List<Canary> hidden) {
    List<String> found = new ArrayList<>();
    Matcher matcher = CANDIDATE.matcher(text);
    while (matcher.find()) {
      if (words.contains(matcher.group())) {
        found.add(matcher.group());
      }
    }
    // The seconds of 09:44:24.613 hold the digits of the latitude 4.613.
    String timeless = INSTANT.matcher(text).replaceAll("");
    for (Canary canary : hidden) {
      List<String> place = canary.place();
      if (!place.isEmpty() && timeless.contains(place.get(0)) && timeless.contains(place.get(1))) {
        found.add("the place of " + canary.feature().id());
      }
    }
    return found;
  }

  /** A marked word, or an id. */
  private static final Pattern CANDIDATE =
      Pattern.compile("zq[b-z]{12}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final Pattern INSTANT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z");

  @Test
  @Order(1)
  void aPlaceIsFoundAmongTimesAndATimeIsNoPlace() {
    Canary west = canaries.stream().filter(c -> !c.place().isEmpty()).findFirst().orElseThrow();
    String lon = west.place().get(0);
    String lat = west.place().get(1);
    String times = "\"2026-11-21T09:44:%s56Z\",\"2026-11-21T09:44:%s8Z\"";
    assertThat(scan(times.formatted(lon, "0" + lat), Set.of(), List.of(west))).isEmpty();
    assertThat(scan("[" + lon + "7," + lat + "1]" + times, Set.of(), List.of(west))).hasSize(1);
  }

  private List<String> missing(String name, Access access) throws Exception {
    List<String> missing = new ArrayList<>();
    Map<String, String> exports = new LinkedHashMap<>();
    for (Canary canary : canaries) {
      if (!canary.isVisibleTo(access) || canary.deleted()) {
        continue;
      }
      String layer = canary.layer().name();
      if (!exports.containsKey(layer)) {
        exports.put(layer, server.get(name, "/collections/" + layer + "/export?f=geojson").body());
      }
      if (!exports.get(layer).contains(id(canary))) {
        missing.add(name + " does not find " + layer + " " + id(canary));
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
    return List.of(
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
        PARAMETER
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

  // ---- what is asked ----

  /** One question in {@link #TURNS}, from another first one for each caller and each run. */
  private List<Ask> sample(List<Ask> asks) {
    int first = Math.floorMod(SEED + turn, TURNS);
    return IntStream.range(0, asks.size())
        .filter(i -> i % TURNS == first)
        .mapToObj(asks::get)
        .toList();
  }

  /**
   * Every route that reads, with every layer and form and one in some of the features, another one
   * each time; and questions that pry.
   */
  private List<Ask> examples(int some) {
    share = some;
    turn++;
    List<Ask> asks = new ArrayList<>();
    for (Route route : server.routes()) {
      if (route.method().name().equals("GET")) {
        for (String path : filled(route.path())) {
          asks.add(new Ask("GET", path, ""));
          for (String form : forms(route)) {
            if (!path.contains("/items/")) {
              asks.add(new Ask("GET", path + "?f=" + form, ""));
            }
          }
        }
      }
    }
    for (Layer layer : CATALOG.list()) {
      pry(asks, layer.name());
    }
    asks.add(new Ask("GET", "/collections/no-such-layer/items", ""));
    asks.add(new Ask("GET", "/api/places?q=canary&limit=50", ""));
    asks.add(new Ask("GET", "/api/locate?q=5%20km%20N%20of%20canary", ""));
    asks.add(new Ask("GET", "/api/changes?limit=500", ""));
    asks.add(new Ask("GET", "/api/changes?after=2000-01-01T00:00:00Z&limit=500", ""));
    asks.add(new Ask("GET", "/api/locate?at=20.05,4.05", ""));
    return asks;
  }

  private void pry(List<Ask> asks, String layer) {
    String items = "/collections/" + layer + "/items?";
    asks.add(new Ask("GET", items + "as-known-at=" + java.time.Instant.now() + "&limit=1000", ""));
    asks.add(new Ask("GET", items + "sortby=-classification,id&limit=1000", ""));
    asks.add(new Ask("GET", items + "bbox=20.0,4.0,20.1,4.1", ""));
    asks.add(new Ask("GET", items + "filter=classification=%27STRICTLY_CONFIDENTIAL%27", ""));
    asks.add(new Ask("GET", items + "filter=nonsense=1", ""));
    asks.add(new Ask("GET", "/api/histogram?layer=" + layer + "&step=day", ""));
    asks.add(new Ask("GET", "/api/picture/" + layer + "?zoom=12&titles=true", ""));
    for (String body :
        List.of(
            "{'layer': 'LAYER', 'list': 1000, 'groupBy': 'nonsense'}",
            "{'layer': 'LAYER', 'list': 1000}",
            "{'layer': 'LAYER', 'list': 1000, 'as-known-at': '" + java.time.Instant.now() + "'}")) {
      asks.add(new Ask("POST", "/api/statistics", quoted(body, layer)));
    }
    asks.add(
        new Ask(
            "POST",
            "/api/counts",
            quoted("{'layers': [{'name': 'LAYER'}], 'groups': true}", layer)));
    // the database decides what the index has not got: texts, and who wrote when
    String left = "&filter=" + LEFT.replace(" ", "%20").replace("'", "%27").replace(">", "%3E");
    asks.add(new Ask("GET", "/api/histogram?layer=" + layer + left, ""));
    for (String filter : List.of(LEFT, "id LIKE '%a%' AND version >= 1")) {
      asks.add(
          new Ask(
              "POST",
              "/api/statistics",
              quoted("{'layer': 'LAYER', 'list': 1000, 'filter': ", layer)
                  + Json.MAPPER.valueToTree(filter)
                  + "}"));
    }
    List<Canary> here = canaries.stream().filter(c -> c.layer().name().equals(layer)).toList();
    asks.add(new Ask("POST", "/api/duplicates", draftLike(here.get(turn % here.size()))));
    String named = "&area=feature:" + layer + "/" + id(here.get(turn % here.size()));
    asks.add(new Ask("GET", "/api/statistics?layer=incident&list=1000" + named, ""));
    for (String process : processes()) {
      asks.add(
          new Ask(
              "POST",
              "/processes/" + process + "/execution",
              quoted("{'inputs': {'layer': 'LAYER'}}", layer)));
    }
  }

  /** At the place and time of a canary, hidden or not: only a visible one may be proposed. */
  private static String draftLike(Canary canary) {
    Feature feature = canary.feature();
    Map<String, Object> draft = new LinkedHashMap<>();
    draft.put("layer", canary.layer().name());
    if (feature.geometry() != null) {
      Coordinate at = feature.geometry().getCoordinate();
      draft.put("geometry", Map.of("type", "Point", "coordinates", List.of(at.x, at.y)));
    }
    if (feature.validTime() != null) {
      draft.put("valid_from", String.valueOf(feature.validTime().start()));
    }
    return Json.MAPPER.valueToTree(draft).toString();
  }

  private static String quoted(String body, String layer) {
    return body.replace('\'', '"').replace("LAYER", layer);
  }

  private static List<String> forms(Route route) {
    return route.parameters().stream()
        .filter(p -> p.name().equals("f"))
        .map(p -> p.schema().keywords().get("enum"))
        .filter(List.class::isInstance)
        .flatMap(words -> ((List<?>) words).stream())
        .map(String::valueOf)
        .toList();
  }

  private List<String> filled(String path) {
    Matcher matcher = PARAMETER.matcher(path);
    if (!matcher.find()) {
      return List.of(path);
    }
    List<String> all = new ArrayList<>();
    for (String example : examples(matcher.group(1))) {
      String rest = path.replace(matcher.group(), example);
      if (rest.contains("{featureId}")) {
        canaries.stream()
            .filter(c -> c.layer().name().equals(example))
            .filter(c -> (canaries.indexOf(c) + turn) % share == 0)
            .forEach(c -> all.addAll(filled(of(c, rest))));
      } else {
        all.addAll(filled(rest));
      }
    }
    return all;
  }

  private String of(Canary canary, String path) {
    String photograph = String.valueOf(photographs.get(canary.feature().id().value()));
    return path.replace("{featureId}", id(canary)).replace("{attachmentId}", photograph);
  }

  private List<String> examples(String parameter) {
    return switch (parameter) {
      case "attachmentId" -> photographs.values().stream().limit(1).map(UUID::toString).toList();
      case "collectionId", "layer" -> CATALOG.list().stream().map(Layer::name).toList();
      case "featureId" -> canaries.stream().limit(1).map(CanaryTest::id).toList();
      case "processID" -> processes();
      case "tileMatrix", "tileRow", "tileCol" -> List.of("0");
      default ->
          NAMES_OF_NOTHING.contains(parameter)
              ? List.of(UUID.nameUUIDFromBytes(new byte[1]).toString())
              : List.of();
    };
  }

  private static List<String> processes() {
    List<String> ids = new ArrayList<>();
    org.vigie.geodata.analysis.Analyses.list().forEach(analysis -> ids.add(analysis.id()));
    ids.add("echo");
    return ids;
  }

  private static String id(Canary canary) {
    return canary.feature().id().toString();
  }

  private void execute(String sql) throws Exception {
    DatabaseAddress past = TestDatabases.administrator(address);
    try (Connection connection =
            DriverManager.getConnection(past.jdbcUrl(), past.user(), past.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private record Ask(String method, String path, String body) {

    String withoutEcho(String text) {
      String rest = text;
      Set<String> sent = new TreeSet<>();
      Matcher matcher = CANDIDATE.matcher(path + body);
      while (matcher.find()) {
        sent.add(matcher.group());
      }
      for (String each : sent) {
        rest = rest.replace(each, "");
      }
      return rest;
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
