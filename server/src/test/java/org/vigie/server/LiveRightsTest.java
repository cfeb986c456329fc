package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.http.Caller;
import org.vigie.server.testing.LiveClient;

/**
 * Everybody listens, as every role, clearance, compartment and area, while marked features are
 * written, moved, raised and deleted: nobody hears of what he may not see, and everybody of what he
 * may.
 */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveRightsTest {

  private static final LayerCatalog CATALOG = LayerFiles.read();
  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
  private static final Geometry WEST = WGS84.toGeometry(new Envelope(0, 5, -45, -35));
  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());

  private final Map<String, Access> callers = new LinkedHashMap<>();
  private DatabaseAddress address;
  private WholeServer server;
  private FeatureStore chief;

  @BeforeAll
  void start(DatabaseAddress given, @TempDir Path folder) {
    address = given;
    server = new WholeServer(address, CATALOG, folder);
    chief = server.store().as(Access.everything(new Author("chief")));
    for (Role role : Role.values()) {
      for (Classification clearance : Classification.values()) {
        admit(role, clearance, Set.of(), Optional.empty());
        admit(role, clearance, Set.of("POC"), Optional.of(WEST));
      }
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private void admit(
      Role role, Classification clearance, Set<String> held, Optional<Geometry> area) {
    String name = role.word() + "-" + clearance + (area.isPresent() ? "-west" : "");
    Access access =
        Entitlements.of(CATALOG).access(new Author(name), Set.of(role), clearance, held, area);
    callers.put(name, access);
    server.admit(name, new Caller(name, Set.of(role), access));
  }

  /** What each caller was told, against what he could have read after each write. */
  private List<String> writeAndListen(int writes) throws Exception {
    Random random = new Random(SEED);
    Map<String, LiveClient> streams = new LinkedHashMap<>();
    for (String name : callers.keySet()) {
      LiveClient stream = server.listen(name, "");
      stream.await("position");
      streams.put(name, stream);
    }
    Map<String, Set<String>> mayKnow = new LinkedHashMap<>();
    callers.keySet().forEach(name -> mayKnow.put(name, new HashSet<>()));
    List<Feature> present = new ArrayList<>();
    for (int i = 0; i < writes; i++) {
      Feature touched = write(present, random);
      for (Map.Entry<String, Access> caller : callers.entrySet()) {
        if (isVisible(touched, caller.getValue())) {
          mayKnow.get(caller.getKey()).add(touched.id().toString());
        }
      }
    }
    Feature last = at(2, -40, Classification.UNCLASSIFIED, Set.of());
    chief.write(w -> w.insert(last));
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, LiveClient> stream : streams.entrySet()) {
      wrong.addAll(judge(stream.getKey(), stream.getValue(), mayKnow.get(stream.getKey()), last));
    }
    return wrong;
  }

  private List<String> judge(String name, LiveClient stream, Set<String> mayKnow, Feature last)
      throws Exception {
    List<String> wrong = new ArrayList<>();
    Set<String> told = new HashSet<>();
    if (!isVisible(last, callers.get(name))) {
      return List.of(name + " does not even see the last one");
    }
    try (stream) {
      while (!told.contains(last.id().toString())) {
        LiveClient.Event event = stream.next();
        for (String kind : List.of("added", "changed", "removed")) {
          told.addAll(event.features(kind));
        }
        if (event.data().toString().matches("(?i).*(confidential|POC|chief).*")) {
          wrong.add(name + " is told marks or names: " + event.data());
        }
      }
    }
    Set<String> leaked = new HashSet<>(told);
    leaked.remove(last.id().toString());
    leaked.removeAll(mayKnow);
    leaked.forEach(id -> wrong.add(name + " was told of " + id));
    return wrong;
  }

  /** Whatever is written is visible or not by its marks and place alone. */
  private static boolean isVisible(Feature feature, Access access) {
    return access.mayRead(feature.layer())
        && access.clears(feature.classification(), feature.compartments())
        && access.area().map(area -> area.intersects(feature.geometry())).orElse(true);
  }

  private Feature write(List<Feature> present, Random random) throws Exception {
    int what = present.size() < 5 ? 0 : random.nextInt(4);
    if (what == 0) {
      Classification[] levels = Classification.values();
      Feature made =
          at(
              random.nextInt(10),
              -40,
              levels[random.nextInt(levels.length)],
              random.nextBoolean() ? Set.of("POC") : Set.of());
      Feature stored = chief.write(w -> w.insert(made));
      present.add(stored);
      return stored;
    }
    Feature old = present.remove(random.nextInt(present.size()));
    if (what == 1) {
      chief.write(
          w -> {
            w.delete(old.layer(), old.id(), old.version());
            return true;
          });
      return old;
    }
    Feature next =
        what == 2
            ? old.withMarks(Classification.STRICTLY_CONFIDENTIAL, old.compartments())
            : old.withGeometry(WGS84.createPoint(new Coordinate(random.nextInt(10), -40)));
    Feature stored = chief.write(w -> w.replace(next, old.version()));
    present.add(stored);
    return stored;
  }

  private static Feature at(double lon, double lat, Classification mark, Set<String> codes) {
    return LiveStreamsTest.incident(lon, lat).withMarks(mark, codes);
  }

  @Test
  @Order(1)
  void nobodyHearsOfWhatHeMayNotSee() throws Exception {
    System.getLogger("live")
        .log(System.Logger.Level.INFO, "seed " + SEED + ", " + callers.size() + " listeners");
    assertThat(writeAndListen(80)).isEmpty();
  }

  /** The deliberate fault: without the policies the same listening lights up. Comes last. */
  @Test
  @Order(2)
  void withoutThePoliciesItLightsUp() throws Exception {
    guards("disable");
    try {
      assertThat(writeAndListen(30)).isNotEmpty();
    } finally {
      guards("enable");
    }
    assertThat(writeAndListen(20)).isEmpty();
  }

  private void guards(String onOrOff) throws Exception {
    DatabaseAddress past = TestDatabases.administrator(address);
    try (Connection connection =
            DriverManager.getConnection(past.jdbcUrl(), past.user(), past.password());
        Statement statement = connection.createStatement()) {
      for (String table : List.of("feature", "change", "latest")) {
        statement.execute("alter table vigie." + table + " " + onOrOff + " row level security");
      }
    }
  }
}
