package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.TestDatabases;

/** Plain SQL past the store and its policies, for looking behind it. */
final class Databases {

  private Databases() {}

  static Connection connect(DatabaseAddress address) throws SQLException {
    DatabaseAddress past = TestDatabases.administrator(address);
    return DriverManager.getConnection(past.jdbcUrl(), past.user(), past.password());
  }

  static void execute(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the answer, as text. */
  static List<String> texts(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
