package org.vigie.geodata.basemap.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A SQLite file of our own while it is made. */
final class NewFile {

  private NewFile() {}

  /**
   * @param file does not exist yet
   * @param beginning statements that make what is in it
   * @return whoever it is given to commits and closes it
   */
  static Connection create(Path file, List<String> beginning) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      // a machine that stops while it is made has it made again
      statement.execute("pragma journal_mode = off");
      statement.execute("pragma synchronous = off");
      for (String each : beginning) {
        statement.execute(each);
      }
    }
    connection.setAutoCommit(false);
    return connection;
  }
}
