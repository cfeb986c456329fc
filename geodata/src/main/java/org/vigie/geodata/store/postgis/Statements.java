package org.vigie.geodata.store.postgis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Turns SQL into prepared statements, and names of .sql files into their text. */
final class Statements {

  private static final Map<String, String> FILES = new ConcurrentHashMap<>();

  private Statements() {}

  static PreparedStatement prepare(Connection connection, Sql sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.text());
    List<Object> values = sql.values();
    for (int i = 0; i < values.size(); i++) {
      bind(statement, i + 1, values.get(i));
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value instanceof Instant instant) {
      statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    } else if (value instanceof LocalDate date) {
      statement.setObject(index, date);
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else if (value instanceof String[] texts) {
      statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
    } else if (value instanceof String
        || value instanceof Long
        || value instanceof Integer
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof UUID) {
      statement.setObject(index, value);
    } else {
      throw new IllegalArgumentException("cannot bind a " + value.getClass().getName());
    }
  }

  /** The text of a statement kept in {@code name}.sql beside this class. */
  static String file(String name) {
    return FILES.computeIfAbsent(name, Statements::read);
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
