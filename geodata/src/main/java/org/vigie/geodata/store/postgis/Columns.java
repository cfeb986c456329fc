package org.vigie.geodata.store.postgis;

import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;

/**
 * The SQL expression of a queryable over a row with alias {@code f}: a common column, or a declared
 * property taken out of the JSON document with its declared type. Indexes, views, filters and sort
 * orders all use these very expressions, or PostgreSQL would not recognise the index.
 *
 * <p>Texts compare by code point ({@code collate "C"}) whatever the database's locale is, as the
 * in-memory evaluator does.
 */
final class Columns {

  /**
   * A queryable in SQL.
   *
   * @param expression over the row f
   * @param sqlType PostgreSQL type of the expression
   * @param type declared type
   * @param nullable whether it can be unknown
   */
  record Column(String expression, String sqlType, PropertyType type, boolean nullable) {

    boolean sortable() {
      return switch (type) {
        case CODES, TEXTS, TABLE -> false;
        default -> true;
      };
    }
  }

  private static final Map<String, Column> COMMON =
      Map.ofEntries(
          Map.entry("id", new Column("f.id", "uuid", PropertyType.TEXT, false)),
          Map.entry(
              "valid_from",
              new Column("f.valid_from", "timestamptz", PropertyType.TIMESTAMP, true)),
          Map.entry(
              "valid_to", new Column("f.valid_to", "timestamptz", PropertyType.TIMESTAMP, true)),
          Map.entry("time_precision", text("f.time_precision", true)),
          Map.entry("location_class", text("f.location_class", true)),
          Map.entry("radius_m", new Column("f.radius_m", "float8", PropertyType.NUMBER, true)),
          Map.entry("classification", text("f.classification", false)),
          Map.entry(
              "compartments",
              new Column("to_jsonb(f.compartments)", "jsonb", PropertyType.CODES, true)),
          Map.entry("source_system", text("f.source_system", false)),
          Map.entry("source_id", text("f.source_id", true)),
          Map.entry(
              "recorded_at",
              new Column("f.recorded_at", "timestamptz", PropertyType.TIMESTAMP, false)),
          Map.entry("version", new Column("f.version", "bigint", PropertyType.INTEGER, false)));

  private Columns() {}

  private static Column text(String expression, boolean nullable) {
    return new Column(expression, "text", PropertyType.TEXT, nullable);
  }

  /** A common column or a declared property; the geometry is neither. */
  static Optional<Column> find(Layer layer, String name) {
    Column common = COMMON.get(name);
    return common != null
        ? Optional.of(common)
        : layer.findProperty(name).map(p -> of(p, ProtectedValues.document(p, "f")));
  }

  static Column get(Layer layer, String name) {
    return find(layer, name)
        .orElseThrow(
            () -> new IllegalArgumentException("layer " + layer.name() + " has no " + name));
  }

  /** A property taken out of the JSON document {@code document}. */
  static Column of(Property property, String document) {
    String text = "(" + document + " ->> '" + property.name() + "')";
    return switch (property.type()) {
      case TEXT, LONG_TEXT, CODE -> column(property, "(" + text + " collate \"C\")", "text");
      case INTEGER -> column(property, text + "::bigint", "bigint");
      case NUMBER -> column(property, text + "::float8", "float8");
      case BOOLEAN -> column(property, text + "::boolean", "boolean");
      case DATE -> column(property, "vigie.as_date" + text, "date");
      case TIMESTAMP -> column(property, "vigie.as_instant" + text, "timestamptz");
      case CODES, TEXTS, TABLE ->
          column(property, "(" + document + " -> '" + property.name() + "')", "jsonb");
    };
  }

  private static Column column(Property property, String expression, String sqlType) {
    return new Column("(" + expression + ")", sqlType, property.type(), !property.required());
  }
}
