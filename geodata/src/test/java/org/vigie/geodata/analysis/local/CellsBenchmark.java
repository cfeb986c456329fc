package org.vigie.geodata.analysis.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geodata.analysis.FalseDiscovery;
import org.vigie.geodata.analysis.Normal;
import org.vigie.geodata.analysis.grid.HexagonLattice;
import org.vigie.geodata.analysis.grid.Neighbours;
import org.vigie.geodata.analysis.grid.StudyCells;
import org.vigie.geodata.geo.EqualAreaPlane;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

/**
 * Events binned in hexagons and tested by Gi* here, from degrees on, against binning alone in
 * PostGIS on points that are projected already, in one run. Not among the tests: it asserts
 * nothing. {@code docs/benchmarks.md} says how to run it.
 */
@PostgisTest
class CellsBenchmark {

  private static final int TOWNS = 200;
  private static final int RUNS = 21;

  @ParameterizedTest
  @CsvSource({"100000, 30000", "1000000, 30000", "1000000, 5000"})
  void cells(int n, double width, DatabaseAddress address) throws SQLException, BadInputException {
    double[][] places = places(n);
    double[] project = new double[RUNS];
    double[] bin = new double[RUNS];
    double[] test = new double[RUNS];
    double[] all = new double[RUNS];
    int cells = 0;
    long hot = 0;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      HexagonLattice lattice =
          new HexagonLattice(EqualAreaPlane.amid(places[0], places[1]), width / Math.sqrt(3));
      long[] cellOfEach = lattice.at(places[0], places[1]);
      project[run] = millisSince(start);
      long binning = System.nanoTime();
      StudyCells study = StudyCells.of(lattice, cellOfEach, Optional.empty());
      int[] counts = study.counts(cellOfEach);
      bin[run] = millisSince(binning);
      long testing = System.nanoTime();
      Neighbours neighbours = study.neighbours(HexagonLattice.stepsWithinRings(1));
      double[] z = GetisOrd.star(Arrays.stream(counts).asDoubleStream().toArray(), neighbours);
      double[] q = FalseDiscovery.BH.q(Arrays.stream(z).map(Normal::twoSided).toArray());
      test[run] = millisSince(testing);
      all[run] = millisSince(start);
      cells = study.size();
      hot = Arrays.stream(q).filter(each -> each <= 0.05).count();
    }
    double[] postgis = postgis(address, places, width);
    System.out.printf(
        Locale.ROOT,
        "n %,d, width %,.0f m, %,d cells: %.1f ms here (fastest %.1f; places to cells %.1f, cells"
            + " %.1f, Gi* and q %.1f; %d unusual), PostGIS binning alone %.0f ms in squares, %.0f"
            + " ms in hexagons%n",
        n,
        width,
        cells,
        median(all),
        Arrays.stream(all).min().orElseThrow(),
        median(project),
        median(bin),
        median(test),
        hot,
        postgis[0],
        postgis[1]);
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double[][] places(int n) {
    Random random = new Random(7);
    double[][] towns = new double[TOWNS][];
    Arrays.setAll(
        towns, i -> new double[] {15 + random.nextDouble() * 12, 3 + random.nextDouble() * 7});
    double[] lon = new double[n];
    double[] lat = new double[n];
    for (int i = 0; i < n; i++) {
      boolean inTown = random.nextInt(5) > 0;
      double[] town = towns[random.nextInt(TOWNS)];
      lon[i] = inTown ? town[0] + random.nextGaussian() * 0.05 : 15 + random.nextDouble() * 12;
      lat[i] = inTown ? town[1] + random.nextGaussian() * 0.05 : 3 + random.nextDouble() * 7;
    }
    return new double[][] {lon, lat};
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  /**
   * Milliseconds of the second of two runs: points snapped to squares of the same area, and points
   * joined to ST_HexagonGrid by their index.
   */
  private static double[] postgis(DatabaseAddress address, double[][] places, double width)
      throws SQLException {
    EqualAreaPlane plane = EqualAreaPlane.amid(places[0], places[1]);
    int n = places[0].length;
    Double[] xs = new Double[n];
    Double[] ys = new Double[n];
    for (int i = 0; i < n; i++) {
      var at = plane.toMetres(places[0][i], places[1][i]);
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
      statement.execute("create index on bench using gist (g); analyze bench");
      return new double[] {
        second(
            statement,
            "select count(*) from (select ST_SnapToGrid(g, "
                + width * Math.sqrt(Math.sqrt(3) / 2)
                + ") as c, count(*) from bench group by 1) as cells"),
        second(
            statement,
            "select count(*) from (select i, j, count(*) from ST_HexagonGrid("
                + width / Math.sqrt(3)
                + ", (select ST_Extent(g) from bench)::geometry) as h join bench on"
                + " ST_Intersects(g, h.geom) group by 1, 2) as cells")
      };
    }
  }

  private static double second(Statement statement, String query) throws SQLException {
    double elapsed = 0;
    for (int run = 0; run < 2; run++) {
      long start = System.nanoTime();
      try (ResultSet rows = statement.executeQuery(query)) {
        rows.next();
      }
      elapsed = millisSince(start);
    }
    return elapsed;
  }
}
