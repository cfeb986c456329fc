package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Protection;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.model.Feature;

/**
 * The properties of one layer that are kept apart, for one caller. They never enter the document of
 * a feature: they lie in a table with a policy of its own, and reads lay them over the document for
 * those who may.
 */
final class ProtectedValues {

  private final Map<String, Protection> byName;

  /**
   * @param visible the layer as the caller knows it, {@link Layer#visibleTo}
   */
  private ProtectedValues(Layer visible) {
    byName =
        visible.properties().stream()
            .filter(p -> p.protection().isPresent())
            .collect(
                Collectors.toMap(
                    Property::name,
                    p -> p.protection().orElseThrow(),
                    (a, b) -> a,
                    LinkedHashMap::new));
  }

  static ProtectedValues of(Layer layer, Access access) {
    return new ProtectedValues(layer.visibleTo(access));
  }

  /** The document of properties of a row of features or of the log, for readers of this layer. */
  static String document(Layer visible, String alias) {
    String open = alias + ".properties";
    return visible.properties().stream().allMatch(p -> p.protection().isEmpty())
        ? open
        : "(" + laidOver(open, alias) + ")";
  }

  /** The document in which one property is found. */
  static String document(Property property, String alias) {
    return property
        .protection()
        .map(
            p ->
                "(select p.properties from vigie.protected_value p where "
                    + upTo(alias)
                    + " and p.protection = '"
                    + p.name()
                    + "' order by p.version desc limit 1)")
        .orElse(alias + ".properties");
  }

  /** The same over the rows of several layers. */
  static String document(LayerCatalog visible, String alias) {
    String layers =
        visible.list().stream()
            .filter(l -> l.properties().stream().anyMatch(p -> p.protection().isPresent()))
            .map(l -> "'" + l.name() + "'")
            .collect(Collectors.joining(", "));
    String open = alias + ".properties";
    return layers.isEmpty()
        ? open
        : "(case when "
            + alias
            + ".layer in ("
            + layers
            + ") then "
            + laidOver(open, alias)
            + " else "
            + open
            + " end)";
  }

  /**
   * Written out and not called as a function: PostgreSQL would work out the rights of the caller
   * anew at every call, which made a row take a millisecond.
   */
  private static String laidOver(String open, String alias) {
    return open
        + " || coalesce((select jsonb_object_agg(v.key, v.value)"
        + " from (select distinct on (p.protection) p.properties"
        + " from vigie.protected_value p where "
        + upTo(alias)
        + " order by p.protection, p.version desc) latest,"
        + " jsonb_each(latest.properties) v), '{}')";
  }

  /** The rows of the values of a row, up to its version. */
  private static String upTo(String alias) {
    return "p.id = %1$s.id and p.layer = %1$s.layer and p.version <= %1$s.version".formatted(alias);
  }

  /** What goes into the document of the feature: everything else. */
  Map<String, Object> open(Map<String, Object> properties) {
    if (byName.isEmpty()) {
      return properties;
    }
    Map<String, Object> open = new LinkedHashMap<>(properties);
    open.keySet().removeAll(byName.keySet());
    return open;
  }

  /** What is kept apart, by protection; every protection that the caller holds here is in it. */
  Map<Protection, Map<String, Object>> apart(Map<String, Object> properties) {
    Map<Protection, Map<String, Object>> apart = new EnumMap<>(Protection.class);
    byName.forEach(
        (name, protection) -> {
          Map<String, Object> values =
              apart.computeIfAbsent(protection, p -> new LinkedHashMap<>());
          Object value = properties.get(name);
          if (value != null) {
            values.put(name, value);
          }
        });
    return apart;
  }

  /** What a load brings, by the name of the protection; one without a value is not in it. */
  Map<String, Object> given(Map<String, Object> properties) {
    Map<String, Object> given = new LinkedHashMap<>();
    apart(properties)
        .forEach(
            (protection, values) -> {
              if (!values.isEmpty()) {
                given.put(protection.name(), values);
              }
            });
    return given;
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  /**
   * Keeps what is protected of a version that was just stored. What the caller may not see stays as
   * it is.
   *
   * @return the version with what was given
   */
  Feature keep(Connection connection, Feature stored, Map<String, Object> given, long transaction)
      throws SQLException {
    if (byName.isEmpty()) {
      return stored;
    }
    for (Map.Entry<Protection, Map<String, Object>> part : apart(given).entrySet()) {
      String document = Documents.encodeProperties(part.getValue());
      String protection = part.getKey().name();
      Sql sql =
          Sql.of(
              Statements.file("insert-protected"),
              stored.layer(),
              stored.id().value(),
              stored.version(),
              protection,
              document,
              transaction,
              stored.id().value(),
              stored.layer(),
              protection,
              document);
      try (PreparedStatement statement = Statements.prepare(connection, sql)) {
        statement.executeUpdate();
      }
    }
    Map<String, Object> all = new LinkedHashMap<>(stored.properties());
    byName.keySet().stream()
        .filter(given::containsKey)
        .forEach(name -> all.put(name, given.get(name)));
    return stored.withProperties(all);
  }
}
