package org.vigie.server.accounts.postgis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Prepares the statements that lie in .sql files beside this class. */
final class Statements {

  private static final Map<String, String> FILES = new ConcurrentHashMap<>();

  private Statements() {}

  /** The statement of {@code name}.sql with values bound; instants as UTC, arrays as they are. */
  static PreparedStatement prepare(Connection connection, String name, Object... values)
      throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(FILES.computeIfAbsent(name, Statements::read));
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
    return statement;
  }

  static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
    if (value instanceof Instant instant) {
      statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    } else {
      statement.setObject(index, value);
    }
  }

  private static String read(String name) {
    try (InputStream in = Statements.class.getResourceAsStream(name + ".sql")) {
      if (in == null) {
        throw new IllegalArgumentException("no statement " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
