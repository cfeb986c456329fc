package org.vigie.geodata.analysis.density;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

/** PostGIS clusters in the plane, so planar points in metres are compared. */
@PostgisTest
class PostgisAgreementTest {

  private static final String CLUSTERS =
      """
      select (row_number() over (order by i)) - 1, coalesce(c, -1)
      from (select i, ST_ClusterDBSCAN(ST_Point(x, y), ?, ?) over (order by i) as c
            from unnest(?::float8[], ?::float8[]) with ordinality as p(x, y, i)) as labelled
      order by i
      """;

  @Test
  void coresAndNoiseAreThoseOfPostgis(DatabaseAddress address) throws SQLException {
    long seed = Long.getLong("vigie.seed", System.nanoTime());
    Random random = new Random(seed);
    try (Connection connection =
        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
      for (int round = 0; round < 12; round++) {
        int n = 500 + random.nextInt(3_000);
        double[] xs = new double[n];
        double[] ys = new double[n];
        for (int i = 0; i < n; i++) {
          boolean town = random.nextInt(3) > 0;
          xs[i] =
              (town ? random.nextInt(9) * 10_000 : random.nextDouble() * 90_000)
                  + random.nextGaussian() * 800;
          ys[i] =
              (town ? random.nextInt(9) * 10_000 : random.nextDouble() * 90_000)
                  + random.nextGaussian() * 800;
        }
        double eps = 200 + random.nextDouble() * 1_500;
        int minPts = 2 + random.nextInt(9);
        Clustering ours = Dbscan.run(new PlanarSpace(xs, ys), eps, minPts);
        int[] theirs = postgis(connection, xs, ys, eps, minPts);
        String run = "seed " + seed + ", round " + round + ", eps " + eps + ", minPts " + minPts;
        assertSamePartition(ours, theirs, run);
      }
    }
  }

  private static void assertSamePartition(Clustering ours, int[] theirs, String run) {
    Map<Integer, Integer> toTheirs = new HashMap<>();
    Map<Integer, Integer> toOurs = new HashMap<>();
    for (int i = 0; i < theirs.length; i++) {
      assertThat(ours.label()[i] == 0).as("noise %d, %s", i, run).isEqualTo(theirs[i] == -1);
      if (ours.label()[i] > 0 && !ours.ambiguous()[i]) {
        assertThat(toTheirs.merge(ours.label()[i], theirs[i], (a, b) -> a))
            .as(run)
            .isEqualTo(theirs[i]);
        assertThat(toOurs.merge(theirs[i], ours.label()[i], (a, b) -> a))
            .as(run)
            .isEqualTo(ours.label()[i]);
      }
    }
    assertThat(toTheirs).as(run).hasSize(ours.clusters());
  }

  private static int[] postgis(
      Connection connection, double[] xs, double[] ys, double eps, int minPts) throws SQLException {
    int[] labels = new int[xs.length];
    try (PreparedStatement statement = connection.prepareStatement(CLUSTERS)) {
      statement.setDouble(1, eps);
      statement.setInt(2, minPts);
      statement.setArray(3, connection.createArrayOf("float8", box(xs)));
      statement.setArray(4, connection.createArrayOf("float8", box(ys)));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          labels[rows.getInt(1)] = rows.getInt(2);
        }
      }
    }
    return labels;
  }

  private static Double[] box(double[] values) {
    return java.util.Arrays.stream(values).boxed().toArray(Double[]::new);
  }
}
