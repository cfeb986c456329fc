package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Properties;
import net.postgis.jdbc.PGgeometry;
import net.postgis.jdbc.geometry.binary.BinaryWriter;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.postgresql.PGConnection;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

/**
 * Rows a second of reading geometries into JTS: through PostGIS JDBC's own types, and through WKB.
 * Not among the tests: it asserts nothing. {@code docs/benchmarks.md} says how to run it.
 */
@PostgisTest
class GeometryCodecBenchmark {

  private static final String POINTS =
      "(select st_point(i / 1e4, i / 2e4, 4326) as geom from generate_series(1, 300000) i) t";
  private static final String LINES =
      "(select st_makeline(array(select st_point(i / 1e3 + j / 1e5, j / 1e4, 4326)"
          + " from generate_series(1, 200) j)) as geom from generate_series(1, 10000) i) t";

  @Test
  void geometry(DatabaseAddress address) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    properties.setProperty("prepareThreshold", "-1");
    try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), properties)) {
      connection.unwrap(PGConnection.class).addDataType("geometry", PGgeometry.class);
      connection.setAutoCommit(false);
      for (String[] table : new String[][] {{"points", POINTS}, {"lines", LINES}}) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("create temp table " + table[0] + " as select * from " + table[1]);
        }
        for (int round = 0; round < 3; round++) {
          measure(connection, table[0], "geom", "PostGIS JDBC", postgis());
          measure(connection, table[0], "st_asbinary(geom)", "WKB and JTS", wkb());
        }
      }
    }
  }

  /** Its geometries are not JTS ones; their binary form is the shortest way across. */
  private static Reading postgis() {
    GeometryCodec codec = new GeometryCodec();
    BinaryWriter writer = new BinaryWriter();
    return row -> codec.decode(writer.writeBinary(((PGgeometry) row.getObject(1)).getGeometry()));
  }

  private static Reading wkb() {
    GeometryCodec codec = new GeometryCodec();
    return row -> codec.decode(row.getBytes(1));
  }

  private static void measure(
      Connection connection, String table, String column, String how, Reading reading)
      throws Exception {
    long start = System.nanoTime();
    long rows = 0;
    try (var statement = connection.prepareStatement("select " + column + " from " + table)) {
      statement.setFetchSize(1_000);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          if (!reading.read(result).isEmpty()) {
            rows++;
          }
        }
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%s, %s: %.0f rows/s%n", table, how, rows / seconds);
  }

  @FunctionalInterface
  private interface Reading {
    Geometry read(ResultSet row) throws Exception;
  }
}
