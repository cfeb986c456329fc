package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

/**
 * What the policies cost: a count over a million rows as the superuser, whom none stops, and as
 * callers. Not among the tests: it asserts nothing.
 */
@PostgisTest
class RowLevelSecurityBenchmark {

  private static final int RUNS = 9;

  @Test
  void count(DatabaseAddress address) throws Exception {
    PostgisStore.open(address, Incidents.CATALOG).close();
    Databases.execute(
        address,
        "insert into vigie.feature (id, layer, geom, valid_from, classification, source_system,"
            + " version, recorded_at) select gen_random_uuid(), 'incident',"
            + " st_setsrid(st_point(random() * 10, random() * 10), 4326),"
            + " now() - random() * interval '900 days', 'UNCLASSIFIED', 'bench', 1, now()"
            + " from generate_series(1, 1000000)");
    Databases.execute(address, "vacuum analyze vigie.feature_incident");
    try (Connection connection = Databases.connect(address)) {
      tell("superuser", connection);
    }
    Access plain =
        new Access(
            new Author("a"),
            Classification.CONFIDENTIAL,
            Set.of("POC"),
            Access.ALL,
            Access.ALL,
            Set.of(),
            Optional.empty());
    tell("caller", address, plain);
    tell(
        "caller with an area",
        address,
        new Access(
            plain.author(),
            plain.clearance(),
            plain.compartments(),
            plain.readable(),
            plain.writable(),
            plain.protections(),
            Optional.of(Incidents.WGS84.toGeometry(new Envelope(0, 5, 0, 5)))));
  }

  private static void tell(String who, DatabaseAddress address, Access access) throws Exception {
    try (Connection connection =
        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
      connection.setAutoCommit(false);
      AccessSetting.apply(connection, access);
      tell(who, connection);
    }
  }

  private static void tell(String who, Connection connection) throws Exception {
    double[] milliseconds = new double[RUNS];
    try (Statement statement = connection.createStatement()) {
      statement.execute("set max_parallel_workers_per_gather = 0");
      for (int run = 0; run < RUNS; run++) {
        long start = System.nanoTime();
        try (ResultSet rows =
            statement.executeQuery(
                "select count(*) from vigie.feature where layer = 'incident'"
                    + " and valid_from is not null")) {
          rows.next();
        }
        milliseconds[run] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(milliseconds);
    System.out.printf("%s: median %.0f ms of %d%n", who, milliseconds[RUNS / 2], RUNS);
  }
}
