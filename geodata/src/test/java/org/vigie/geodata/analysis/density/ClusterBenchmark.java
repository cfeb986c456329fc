package org.vigie.geodata.analysis.density;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.geo.LocalProjection;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

/**
 * DBSCAN here, with geodesic distances, against ST_ClusterDBSCAN in the plane, in one run. Not
 * among the tests: it asserts nothing. {@code docs/benchmarks.md} says how to run it.
 */
@PostgisTest
class ClusterBenchmark {

  private static final int TOWNS = 200;
  private static final double EPS = 1_000;
  private static final int MIN_PTS = 10;
  private static final int RUNS = 9;

  @ParameterizedTest
  @ValueSource(ints = {20_000, 100_000, 1_000_000})
  void clusters(int n, DatabaseAddress address) throws SQLException {
    double[][] places = places(n);
    int clusters = 0;
    double[] ours = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      clusters = Dbscan.run(new GeodesicSpace(places[0], places[1]), EPS, MIN_PTS).clusters();
      ours[run] = millisSince(start);
    }
    Arrays.sort(ours);
    double theirs = postgis(address, places[0], places[1]);
    System.out.printf(
        Locale.ROOT,
        "n %,d: %.0f ms here (%d clusters), %.0f ms PostGIS, ratio %.1f%n",
        n,
        ours[RUNS / 2],
        clusters,
        theirs,
        theirs / ours[RUNS / 2]);
  }

  /** The hierarchy of all densities. */
  @ParameterizedTest
  @ValueSource(ints = {20_000, 100_000})
  void hierarchy(int n) {
    double[][] places = places(n);
    Space space = new GeodesicSpace(places[0], places[1]);
    double[] times = new double[3];
    int clusters = 0;
    for (int run = 0; run < times.length; run++) {
      long start = System.nanoTime();
      clusters =
          Hdbscan.run(space, new Hdbscan.Options(10, 50, 1, false), Progress.UNHEARD)
              .clustering()
              .clusters();
      times[run] = millisSince(start);
    }
    Arrays.sort(times);
    System.out.printf(Locale.ROOT, "n %,d: HDBSCAN %.0f ms (%d clusters)%n", n, times[1], clusters);
  }

  /** With hulls, figures, the distance curve and caveats, without moving events. */
  @ParameterizedTest
  @ValueSource(ints = {20_000, 200_000})
  void wholeAnalysis(int n) throws BadInputException {
    ClusterDensity analysis = new ClusterDensity();
    Events events = events(places(n));
    for (String hull : List.of("concave", "convex", "buffer")) {
      var values =
          analysis
              .parameters()
              .read(Map.of("epsM", EPS, "minPts", MIN_PTS, "hull", hull, "draws", 0));
      double[] times = new double[3];
      int areas = 0;
      for (int run = 0; run < times.length; run++) {
        long start = System.nanoTime();
        areas =
            analysis
                .run(Subject.of(events, Instant.EPOCH), values, Progress.UNHEARD)
                .findings()
                .size();
        times[run] = millisSince(start);
      }
      Arrays.sort(times);
      System.out.printf(
          Locale.ROOT, "n %,d: whole analysis, %s, %d areas, %.0f ms%n", n, hull, areas, times[1]);
    }
  }

  private static double[][] places(int n) {
    Random random = new Random(7);
    double[][] towns = new double[TOWNS][];
    Arrays.setAll(
        towns, i -> new double[] {18 + random.nextDouble() * 6, 3 + random.nextDouble() * 5});
    double[] lon = new double[n];
    double[] lat = new double[n];
    for (int i = 0; i < n; i++) {
      boolean inTown = random.nextInt(5) > 0;
      double[] town = towns[random.nextInt(TOWNS)];
      lon[i] = inTown ? town[0] + random.nextGaussian() * 0.05 : 18 + random.nextDouble() * 6;
      lat[i] = inTown ? town[1] + random.nextGaussian() * 0.05 : 3 + random.nextDouble() * 5;
    }
    return new double[][] {lon, lat};
  }

  private static Events events(double[][] places) {
    GeometryFactory geometries = new GeometryFactory();
    Events.Builder events = Events.of(LayerFiles.read().get("incident"));
    for (int i = 0; i < places[0].length; i++) {
      events.add(
          new Feature(
              FeatureId.random(),
              "incident",
              geometries.createPoint(new Coordinate(places[0][i], places[1][i])),
              TimeSpan.of(Instant.EPOCH, Instant.EPOCH),
              null,
              LocationClass.SITE,
              null,
              Classification.UNCLASSIFIED,
              Set.of(),
              Map.of("type", "BATTLES"),
              Provenance.own(),
              1,
              null));
    }
    return events.build();
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  /** Milliseconds of the second of two runs on points projected to metres. */
  private static double postgis(DatabaseAddress address, double[] lon, double[] lat)
      throws SQLException {
    LocalProjection projection = new LocalProjection(21, 5.5);
    Double[] xs = new Double[lon.length];
    Double[] ys = new Double[lon.length];
    for (int i = 0; i < lon.length; i++) {
      var at = projection.toMetres(lon[i], lat[i]);
      xs[i] = at.x;
      ys[i] = at.y;
    }
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        Statement statement = connection.createStatement()) {
      statement.execute("set work_mem = '512MB'");
      statement.execute("drop table if exists bench; create temporary table bench (g geometry)");
      try (var insert =
          connection.prepareStatement(
              "insert into bench select ST_Point(x, y) from unnest(?::float8[], ?::float8[]) as"
                  + " p(x, y)")) {
        insert.setArray(1, connection.createArrayOf("float8", xs));
        insert.setArray(2, connection.createArrayOf("float8", ys));
        insert.executeUpdate();
      }
      double elapsed = 0;
      for (int run = 0; run < 2; run++) {
        long start = System.nanoTime();
        try (ResultSet rows =
            statement.executeQuery(
                "select count(distinct c) from (select ST_ClusterDBSCAN(g, "
                    + EPS
                    + ", "
                    + MIN_PTS
                    + ") over () as c from bench) as labelled")) {
          rows.next();
        }
        elapsed = millisSince(start);
      }
      return elapsed;
    }
  }
}
