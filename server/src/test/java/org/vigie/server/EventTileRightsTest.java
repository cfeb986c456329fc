package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.locationtech.jts.geom.Point;
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
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.geodata.tile.event.EventTile;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Json;
import org.vigie.server.testing.ReadTileBundle;
import org.vigie.server.testing.Sql;
import org.vigie.server.testing.TestIncidents;

/** No event tile holds what its caller may not see, from memory or from the database. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EventTileRightsTest {

  private static final LayerCatalog CATALOG = LayerFiles.read();
  private static final Access ALL = Access.everything(new Author("canary"));
  private static final TileAddress WORLD = new TileAddress(0, 0, 0);

  private final Map<String, Access> callers = new LinkedHashMap<>();
  private final List<Canary> canaries = new ArrayList<>();
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
    for (Role role : List.of(Role.VIEWER, Role.ANALYST, Role.DUTY_OFFICER)) {
      for (Classification clearance : Classification.values()) {
        admit(role, clearance, Set.of(), Optional.empty());
        admit(role, clearance, Set.of("POC"), Optional.of(west));
      }
    }
    callers.forEach((name, access) -> server.admit(name, caller(access)));
    assertThat(server.index().awaitBuilt(Duration.ofMinutes(1))).isTrue();
  }

  private void seed() throws Exception {
    Canary.Maker maker = new Canary.Maker();
    FeatureStore all = server.store().as(ALL);
    for (Layer layer : CATALOG.list()) {
      if (!layer.geometry().types().contains("Point")) {
        continue;
      }
      for (Classification classification : Classification.values()) {
        for (Set<String> compartments : List.of(Set.<String>of(), Set.of("POC"))) {
          for (boolean east : new boolean[] {true, false}) {
            Canary made = maker.make(layer, classification, compartments, east);
            Feature stored = all.write(writing -> writing.insert(made.feature()));
            canaries.add(new Canary(stored, layer, made.words(), false));
          }
        }
      }
    }
  }

  private void admit(
      Role role, Classification clearance, Set<String> compartments, Optional<Geometry> area) {
    String name = role.word() + clearance + area.isPresent();
    callers.put(
        name,
        Entitlements.of(CATALOG)
            .access(new Author(name), Set.of(role), clearance, compartments, area));
  }

  private static Caller caller(Access access) {
    return new Caller(access.author().name(), Set.of(), access);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  @Order(1)
  void aTileHoldsWhatItsCallerSeesAndNothingElse() throws Exception {
    long before = server.index().answered(Plan.MEMORY);
    assertThat(wrong(server)).isEmpty();
    assertThat(server.index().answered(Plan.MEMORY)).isGreaterThan(before + 100);
  }

  @Test
  @Order(1)
  void theDatabaseAloneSaysTheSame() {
    assertThat(wrong(server.store())).isEmpty();
  }

  @Test
  @Order(1)
  void aTileOfThePastHoldsNothingElseEither() throws Exception {
    String now = "?as-known-at=" + Instant.now();
    for (Map.Entry<String, Access> caller : callers.entrySet()) {
      for (Layer layer : CATALOG.readableFor(caller.getValue()).list()) {
        String path = path(layer, WORLD);
        assertThat(server.get(caller.getKey(), path + now).body())
            .as(caller.getKey() + " " + path)
            .isEqualTo(server.get(caller.getKey(), path).body());
      }
    }
  }

  private static final List<String> WAYS = List.of("not", "open", "locked");

  /** A bundle is another way out of the same house. */
  @Test
  @Order(1)
  void aBundleTellsEachCallerWhatTheTilesOneByOneTellHim() throws Exception {
    int tiles = 0;
    for (Map.Entry<String, Access> caller : callers.entrySet()) {
      for (Layer layer : CATALOG.list()) {
        for (String above : List.of("/api/events/%s/", "/collections/%s/tiles/WebMercatorQuad/")) {
          String path = above.formatted(layer.name());
          HttpResponse<byte[]> bundle =
              server.download(caller.getKey(), path + "2?tiles=1/2,2/2,0/0", "identity");
          if (!caller.getValue().mayRead(layer.name())) {
            assertThat(bundle.statusCode()).isEqualTo(404);
            continue;
          }
          assertThat(bundle.statusCode()).isEqualTo(200);
          ReadTileBundle read = ReadTileBundle.of(bundle.body());
          Classification highest = Classification.UNCLASSIFIED;
          for (ReadTileBundle.Tile tile : read.tiles()) {
            String place = List.of("1/2", "2/2", "0/0").get(read.tiles().indexOf(tile));
            HttpResponse<byte[]> single =
                server.download(caller.getKey(), path + "2/" + place, "identity");
            assertThat(tile.bytes()).as(path + place).isEqualTo(single.body());
            assertThat(tile.status()).isEqualTo(single.statusCode());
            assertThat(single.headers().firstValue("ETag")).contains(tile.tag());
            assertThat(single.headers().firstValue("X-Classification")).contains(tile.mark());
            assertThat(
                    single
                        .headers()
                        .firstValue("X-Keep-Offline")
                        .orElse("")
                        .equals(tile.way() == 0 ? "" : read.key() + " " + WAYS.get(tile.way())))
                .as("how it may lie on a disk: %s", single.headers().map())
                .isTrue();
            highest = highest.highest(Classification.valueOf(tile.mark()));
            tiles += tile.bytes().length > 0 ? 1 : 0;
          }
          assertThat(bundle.headers().firstValue("X-Classification")).contains(highest.name());
        }
      }
    }
    assertThat(tiles).isGreaterThan(callers.size());
  }

  @Test
  @Order(1)
  void aLayerThatOneMayNotReadIsAbsent() throws Exception {
    int hidden = 0;
    for (Map.Entry<String, Access> caller : callers.entrySet()) {
      for (Layer layer : CATALOG.list()) {
        if (!caller.getValue().mayRead(layer.name())) {
          hidden++;
          HttpResponse<String> answer = server.get(caller.getKey(), path(layer, WORLD));
          HttpResponse<String> absent =
              server.get(caller.getKey(), path(layer, WORLD).replace(layer.name(), "no-layer"));
          assertThat(answer.statusCode()).isEqualTo(404);
          assertThat(answer.body().replace(layer.name(), "no-layer")).isEqualTo(absent.body());
        }
      }
    }
    assertThat(hidden).isPositive();
  }

  /** The place is that of pictures: it was taken out before anything was stored. Adds one. */
  @Test
  @Order(5)
  void theExactPlaceOfAProtectedTypeIsInNoTile() throws Exception {
    Coordinate exact = new Coordinate(31.23456, -3.45678);
    Feature incident =
        TestIncidents.incident("one", exact.x, exact.y, "2024-05-05", "CRIME", null, 1);
    Map<String, Object> properties = new LinkedHashMap<>(incident.properties());
    properties.put("flags", List.of("CRSV"));
    server.store().as(ALL).write(writing -> writing.insert(incident.withProperties(properties)));
    String analyst = Role.ANALYST.word() + Classification.STRICTLY_CONFIDENTIAL + false;
    JsonNode picture =
        Json.MAPPER.readTree(
            server
                .get(analyst, "/api/picture/incident?zoom=12&datetime=2024-05-05/2024-05-05")
                .body());
    Coordinate shown =
        new Coordinate(picture.at("/lon/0").asDouble(), picture.at("/lat/0").asDouble());
    assertThat(shown.distance(exact)).as(picture.toString()).isBetween(0.001, 0.1);
    Layer layer = CATALOG.get("incident");
    String day = "?datetime=2024-05-05/2024-05-05";
    assertThat(server.get(analyst, path(layer, tile(18, shown)) + day).statusCode()).isEqualTo(200);
    assertThat(server.get(analyst, path(layer, tile(18, exact)) + day).statusCode()).isEqualTo(204);
  }

  /** The deliberate fault in the program: a door that lets everybody see everything. */
  @Test
  @Order(3)
  void aDoorThatForgetsTheCallerLightsUp() throws Exception {
    try (WholeServer careless =
        new WholeServer(address, CATALOG, folder.resolve("careless"), CanaryTest::careless)) {
      callers.forEach((name, access) -> careless.admit(name, caller(access)));
      assertThat(careless.index().awaitBuilt(Duration.ofMinutes(1))).isTrue();
      assertThat(wrong(careless)).isNotEmpty();
    }
  }

  /** The deliberate fault in the database: one policy that lets every row through. */
  @Test
  @Order(4)
  void aPolicyThatIsSwitchedOffLightsUp() throws Exception {
    Sql.asOwner(address, "create policy forgotten on vigie.feature for select using (true)");
    try {
      assertThat(wrong(server.store())).isNotEmpty();
    } finally {
      Sql.asOwner(address, "drop policy forgotten on vigie.feature");
    }
    assertThat(wrong(server.store())).isEmpty();
  }

  /** Tiles about each canary, and that of the world, that are not as they must be. */
  private List<String> wrong(WholeServer at) throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Access> caller : callers.entrySet()) {
      for (Question question : questions(caller.getValue())) {
        String path = path(question.layer(), question.address());
        HttpResponse<String> answer = at.get(caller.getKey(), path);
        if (answer.statusCode() != (question.seen() == 0 ? 204 : 200)) {
          wrong.add(caller.getKey() + " " + path + " answers " + answer.statusCode());
        } else if (question.seen() > 0 && total(answer) != question.seen()) {
          wrong.add(caller.getKey() + " " + path + " has " + total(answer));
        }
      }
    }
    return wrong;
  }

  /** Bytes 8 to 11; so few that a text of one byte a character shows them. */
  private static long total(HttpResponse<String> answer) {
    return answer.body().charAt(8);
  }

  private List<String> wrong(GuardedStore store) {
    List<String> wrong = new ArrayList<>();
    callers.forEach(
        (name, access) -> {
          for (Question question : questions(access)) {
            FeatureQuery all = FeatureQuery.of(question.layer());
            FeatureQuery query = EventTile.box(question.address()).map(all::withBbox).orElse(all);
            long total =
                store
                    .as(access)
                    .points(query, () -> new EventTile(question.address(), question.layer().time()))
                    .sink()
                    .total();
            if (total != question.seen()) {
              wrong.add(name + " " + path(question.layer(), question.address()) + " has " + total);
            }
          }
        });
    return wrong;
  }

  /**
   * A tile and what a caller sees there.
   *
   * @param seen canaries
   */
  private record Question(Layer layer, TileAddress address, long seen) {}

  private List<Question> questions(Access access) {
    List<Question> questions = new ArrayList<>();
    for (Layer layer : CATALOG.readableFor(access).list()) {
      List<Canary> here =
          canaries.stream().filter(c -> c.layer().name().equals(layer.name())).toList();
      for (Canary canary : here) {
        if (canary.feature().geometry() instanceof Point point) {
          TileAddress around = tile(18, point.getCoordinate());
          questions.add(new Question(layer, around, seen(here, around, access)));
        }
      }
      questions.add(new Question(layer, WORLD, seen(here, WORLD, access)));
    }
    return questions;
  }

  private static long seen(List<Canary> canaries, TileAddress tile, Access access) {
    return canaries.stream()
        .filter(c -> c.isVisibleTo(access))
        .filter(
            c ->
                c.feature().geometry() instanceof Point point
                    && tile(tile.zoom(), point.getCoordinate()).equals(tile))
        .count();
  }

  private static TileAddress tile(int zoom, Coordinate place) {
    TileAddress world = new TileAddress(0, 0, 0);
    double side = 1 << zoom;
    return new TileAddress(
        zoom,
        (int) (world.y(place.y) / TileAddress.EXTENT * side),
        (int) (world.x(place.x) / TileAddress.EXTENT * side));
  }

  private static String path(Layer layer, TileAddress tile) {
    return "/api/events/"
        + layer.name()
        + "/"
        + tile.zoom()
        + "/"
        + tile.row()
        + "/"
        + tile.column();
  }
}
