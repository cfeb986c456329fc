package org.vigie.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.StoreUnavailableException;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Credentials;
import org.vigie.server.http.HttpOptions;
import org.vigie.server.http.HttpServer;
import org.vigie.server.testing.LiveClient;

/** How much listeners may hold, and what becomes of them when the database is away. */
class LiveLimitsTest {

  private static final LiveLimits SMALL =
      new LiveLimits(3, 2, 2, 500, Duration.ofMillis(200), Duration.ofMillis(200));
  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  private final DatabaseAddress address = TestDatabases.create();
  private PostgisStore store;
  private FeatureStore chief;
  private LiveRoutes routes;
  private HttpServer server;

  @BeforeEach
  void start() {
    store = PostgisStore.open(address, LayerFiles.read());
    chief = store.as(Access.everything(new Author("chief")));
    routes = new LiveRoutes(store, Credentials.lasting(), SMALL);
    server =
        new HttpServer(
                HttpOptions.loopback(0),
                context -> Optional.ofNullable(context.header("X-Name")).map(Caller::operator),
                java.util.List.of(routes))
            .start();
  }

  @AfterEach
  void stop() {
    server.close();
    store.close();
    TestDatabases.drop(address);
  }

  private LiveClient listen(String name) {
    return new LiveClient(
        URI.create(server.url()).resolve("/api/changes/stream"), Map.of("X-Name", name), "");
  }

  private void awaitListeners(int expected) throws InterruptedException {
    while (routes.size() != expected) {
      Thread.sleep(20);
    }
  }

  private static Feature incident() {
    return new Feature(
        new FeatureId(UUID.randomUUID()),
        "incident",
        WGS84.createPoint(new Coordinate(20, -40)),
        new TimeSpan(Instant.parse("2025-03-01T00:00:00Z"), null),
        TimePrecision.EXACT_DAY,
        LocationClass.VILLAGE,
        3000.0,
        Classification.UNCLASSIFIED,
        Set.of(),
        Map.of("type", "BATTLES", "status", "REPORTED"),
        Provenance.own(),
        0,
        null);
  }

  private void insert(int n) throws Exception {
    chief.write(
        w -> {
          for (int i = 0; i < n; i++) {
            w.insert(incident());
          }
          return true;
        });
  }

  @Test
  void oneAccountAndAllTogetherHaveOnlySoManyStreamsAndAPlaceIsFreeAgainAfterOne()
      throws Exception {
    try (LiveClient first = listen("amina");
        LiveClient second = listen("amina");
        LiveClient other = listen("basile")) {
      first.await("position");
      second.await("position");
      other.await("position");
      try (LiveClient third = listen("amina");
          LiveClient fourth = listen("chantal")) {
        assertThat(third.awaitEnd()).isEqualTo(429);
        assertThat(fourth.awaitEnd()).isEqualTo(503);
      }
      assertThat(routes.size()).isEqualTo(3);
      second.close();
      awaitListeners(2);
      try (LiveClient third = listen("amina")) {
        third.await("position");
      }
    }
    awaitListeners(0);
  }

  @Test
  void aDatabaseThatIsAwayIsSaidAndWhatComesAfterwardsIsHeard() throws Exception {
    DatabaseAddress past = TestDatabases.administrator(address);
    try (LiveClient listener = listen("amina");
        Connection connection =
            DriverManager.getConnection(
                past.jdbcUrl().replaceFirst("/[^/]*$", "/postgres"), past.user(), past.password());
        Statement statement = connection.createStatement()) {
      listener.await("position");
      String url = past.jdbcUrl();
      String name = url.substring(url.lastIndexOf('/') + 1);
      statement.execute("alter database " + name + " allow_connections false");
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = '"
              + name
              + "'");
      assertThat(listener.await("stale").data().path("since").asText()).isNotEmpty();
      try (LiveClient late = listen("basile")) {
        late.await("stale");
        statement.execute("alter database " + name + " allow_connections true");
        late.await("position");
      }
      listener.await("position");
      insertWhenPossible();
      assertThat(listener.await("changes").features("added")).hasSize(1);
    }
  }

  private void insertWhenPossible() throws Exception {
    while (true) {
      try {
        insert(1);
        return;
      } catch (StoreUnavailableException notYet) {
        Thread.sleep(100);
      }
    }
  }
}
