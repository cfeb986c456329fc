package org.vigie.server.browser;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.testing.SignedIn;
import org.vigie.server.testing.TestMission;

/** A mission of a few hundred incidents, whose database a test can ask by itself. */
final class SmallMission implements AutoCloseable {

  /** The night of the 29th has no hour from three to four. */
  static final String ZONE = "Europe/Athens";

  private static final int INCIDENTS = 360;
  private static final int DAYS = 20;
  private static final Instant FIRST = Instant.parse("2026-03-16T00:00:00Z");
  private static final List<String> TYPES = List.of("BATTLES", "RIOTS", "PROTESTS", "CRIME");
  private static final List<String> STATES = List.of("REPORTED", "VERIFIED", "MERGED");
  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  private final DatabaseAddress address;
  private final OwnMission mission;
  private final SignedIn analyst;

  private SmallMission(DatabaseAddress address, OwnMission mission, SignedIn analyst) {
    this.address = address;
    this.mission = mission;
    this.analyst = analyst;
  }

  static SmallMission start() throws Exception {
    DatabaseAddress address = TestDatabases.create();
    try (PostgisStore store = PostgisStore.open(address, TestMission.CATALOG)) {
      store
          .as(Access.everything(new Author("test")))
          .write(
              writing -> {
                for (Feature incident : incidents()) {
                  writing.insert(incident);
                }
                return true;
              });
    }
    OwnMission mission =
        OwnMission.start(
            "--mission-time-zone=" + ZONE,
            "--database-url=" + address.jdbcUrl(),
            "--database-user=" + address.user(),
            "--database-password=" + address.password(),
            "--database-owner-user=" + address.owner().orElseThrow().user(),
            "--database-owner-password=" + address.owner().orElseThrow().password());
    mission.add("analyst", "\"roles\": [\"analyst\"]");
    return new SmallMission(address, mission, mission.signIn("analyst"));
  }

  private static List<Feature> incidents() {
    Random random = new Random(254);
    List<Feature> incidents = new ArrayList<>();
    for (int i = 0; i < INCIDENTS; i++) {
      boolean exact = random.nextInt(4) > 0;
      Instant day = FIRST.plus(Duration.ofDays(random.nextInt(DAYS)));
      Instant start = exact ? day.plus(Duration.ofMinutes(random.nextInt(1_440))) : day;
      incidents.add(
          new Feature(
              FeatureId.random(),
              "incident",
              i % 15 == 0 ? null : place(random),
              TimeSpan.of(start, exact ? start : start.plus(Duration.ofDays(1))),
              exact ? TimePrecision.EXACT_MINUTE : TimePrecision.EXACT_DAY,
              LocationClass.VILLAGE,
              3000.0,
              Classification.UNCLASSIFIED,
              Set.of(),
              Map.of(
                  "title",
                  "EXERCISE incident " + i,
                  "type",
                  TYPES.get(random.nextInt(TYPES.size())),
                  "status",
                  STATES.get(i % 20 == 3 ? 2 : random.nextInt(2)),
                  "severity",
                  1L + random.nextInt(5)),
              Provenance.own(),
              0,
              null));
    }
    return incidents;
  }

  private static org.locationtech.jts.geom.Point place(Random random) {
    return WGS84.createPoint(
        new Coordinate(
            20 + random.nextInt(3) + random.nextGaussian() * 0.1, 5 + random.nextGaussian() * 0.2));
  }

  Tab open(Browser browser, String fragment) {
    Browser.NewContextOptions window =
        new Browser.NewContextOptions()
            .setViewportSize(1600, 900)
            .setServiceWorkers(com.microsoft.playwright.options.ServiceWorkerPolicy.BLOCK)
            .setTimezoneId("America/Bogota");
    return Tab.in(browser.newContext(window), mission.url(), analyst, fragment);
  }

  /** How many incidents stand and meet a condition in SQL, asked behind the server's back. */
  long count(String condition) throws SQLException {
    return Long.parseLong(
        one(
            "select count(*) from vigie.feature f where layer = 'incident'"
                + " and properties->>'status' <> 'MERGED' and "
                + condition));
  }

  String one(String sql) throws SQLException {
    DatabaseAddress all = TestDatabases.administrator(address);
    try (Connection connection =
            DriverManager.getConnection(all.jdbcUrl(), all.user(), all.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    mission.close();
    TestDatabases.drop(address);
  }
}
