package org.vigie.server.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.TestDatabases;

/** Plain SQL past the program, for looking behind it and for spoiling what it keeps. */
public final class Sql {

  private Sql() {}

  /**
   * Runs a statement as the superuser of the cluster, whom no policy stops; the first value of its
   * answer, or "".
   */
  public static String asOwner(DatabaseAddress address, String sql) throws SQLException {
    DatabaseAddress past = TestDatabases.administrator(address);
    try (Connection connection =
            DriverManager.getConnection(past.jdbcUrl(), past.user(), past.password());
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }

  /** The first column of the answer. */
  public static List<String> listAsOwner(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
