package org.vigie.server.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.store.DatabaseAddress;

/** Plain SQL past the program, for looking behind it and for spoiling what it keeps. */
public final class Sql {

  private Sql() {}

  /** Runs a statement as the owner of the schema; the first value of its answer, or "". */
  public static String asOwner(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = connect(address);
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
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** As the owner of the schema, whom the policies let see everything. */
  public static Connection connect(DatabaseAddress address) throws SQLException {
    DatabaseAddress owner = address.asOwner().orElse(address);
    Connection connection =
        DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password());
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set vigie.access = '{\"author\":\"test\",\"clearance\":\"STRICTLY_CONFIDENTIAL\","
              + "\"compartments\":[\"*\"],\"readable\":[\"*\"],\"writable\":[\"*\"]}'");
    }
    return connection;
  }
}
