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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns SQL into prepared statements, and names of .sql files into their text. */
final class Statements {

  private static final Map<String, String> FILES = new ConcurrentHashMap<>();

  /**
   * Stands in a file for the row of {@link #CONTENT} of the alias it names; see {@link #content}.
   */
  private static final Pattern CONTENT_OF =
      Pattern.compile("/\\*content of (\\w+)(?: over (\\w+))?\\*/");

  /**
   * Stands in a file for the properties of the alias it names where they replace those of another.
   */
  private static final Pattern PROPERTIES_OF =
      Pattern.compile("/\\*properties of (\\w+) over (\\w+)\\*/");

  /** What makes two versions the same; batch, version and record time are not content. */
  private static final List<String> CONTENT =
      List.of(
          "geom",
          "valid_from",
          "valid_to",
          "time_precision",
          "location_class",
          "radius_m",
          "classification",
          "compartments",
          "original",
          "properties");

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
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String whole =
          CONTENT_OF.matcher(text).replaceAll(alias -> content(alias.group(1), alias.group(2)));
      return PROPERTIES_OF
          .matcher(whole)
          .replaceAll(alias -> properties(alias.group(1), alias.group(2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param over alias of the version that is replaced: its source record stays when this one comes
   *     without, as an extract of ours does, and its marks stay where this one's are lower; null
   *     when this one counts as it is
   */
  private static String content(String alias, @Nullable String over) {
    return CONTENT.stream()
        .map(column -> over == null ? alias + "." + column : over(column, alias, over))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /**
   * The state of the version that is replaced stays, unless the two-person rule holds for the new
   * one alone: nobody may have decided on that.
   */
  private static String properties(String alias, String over) {
    return """
    case when l.state is null
           or (f.properties ->> l.state) = any (l.decided)
          and (f.properties -> l.decided_by) is distinct from (l.properties -> l.decided_by)
         then l.properties
         else l.properties
           || jsonb_strip_nulls(jsonb_build_object(l.state, f.properties -> l.state)) end\
    """
        .replace("l.", alias + ".")
        .replace("f.", over + ".");
  }

  private static String over(String column, String alias, String over) {
    return switch (column) {
      case "original" -> "coalesce(nullif(" + alias + ".original, '[]'), " + over + ".original)";
      case "classification" ->
          "vigie.higher(" + alias + ".classification, " + over + ".classification)";
      case "properties" -> properties(alias, over);
      case "compartments" -> "vigie.joined(" + alias + ".compartments, " + over + ".compartments)";
      default -> alias + "." + column;
    };
  }
}
