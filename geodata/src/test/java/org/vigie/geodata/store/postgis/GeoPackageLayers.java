package org.vigie.geodata.store.postgis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.vigie.geodata.layer.Choice;
import org.vigie.geodata.layer.GeometryKind;
import org.vigie.geodata.layer.Handling;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.layer.PropertyType;
import org.vigie.geodata.layer.Symbol;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Provenance;

/** Reads the tables of a GeoPackage as layers of ours. */
public final class GeoPackageLayers {

  /** A layer with its features. */
  public record Filled(Layer layer, List<Feature> features) {}

  private GeoPackageLayers() {}

  public static Map<String, Filled> read(Path file) throws SQLException {
    Map<String, Filled> layers = new HashMap<>();
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      for (String table : tables(sqlite)) {
        layers.put(table, read(sqlite, table));
      }
    }
    return layers;
  }

  private static List<String> tables(Connection sqlite) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (var statement = sqlite.createStatement();
        ResultSet rows = statement.executeQuery("select table_name from gpkg_contents")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static Filled read(Connection sqlite, String table) throws SQLException {
    try (var statement = sqlite.createStatement();
        ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
      ResultSetMetaData columns = rows.getMetaData();
      List<Property> properties = new ArrayList<>();
      for (int i = 3; i <= columns.getColumnCount(); i++) {
        properties.add(property(columns.getColumnName(i), columns.getColumnTypeName(i)));
      }
      Layer layer = layer(table.replace('_', '-'), TimeModel.NONE, properties);
      List<Feature> features = new ArrayList<>();
      while (rows.next()) {
        Map<String, Object> values = new HashMap<>();
        for (Property property : properties) {
          String text = rows.getString(property.name());
          if (text != null) {
            values.put(property.name(), value(property.type(), text));
          }
        }
        features.add(feature(layer, geometry(rows.getBytes(2)), values));
      }
      return new Filled(layer, features);
    }
  }

  private static Property property(String name, String sqlType) {
    PropertyType type =
        switch (sqlType.replaceAll("\\(.*", "")) {
          case "REAL" -> PropertyType.NUMBER;
          case "INTEGER", "MEDIUMINT" -> PropertyType.INTEGER;
          case "DATE" -> PropertyType.DATE;
          case "DATETIME" -> PropertyType.TIMESTAMP;
          case "BOOLEAN" -> PropertyType.BOOLEAN;
          case "TEXT" -> PropertyType.TEXT;
          default -> throw new IllegalArgumentException(sqlType);
        };
    return property(name, type, List.of());
  }

  static Property property(String name, PropertyType type, List<Choice> choices) {
    return new Property(
        name,
        Map.of(),
        Map.of(),
        type,
        null,
        false,
        false,
        null,
        null,
        choices,
        true,
        List.of(),
        null,
        Optional.empty());
  }

  static Layer layer(String name, TimeModel time, List<Property> properties) {
    return new Layer(
        name,
        Map.of(),
        Map.of(),
        "reference",
        GeometryKind.ANY,
        false,
        time,
        Classification.UNCLASSIFIED,
        properties,
        new Symbol(null, Map.of(), new Symbol.Mark("#000000", "circle")),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "",
        Handling.USUAL,
        Optional.empty());
  }

  private static Object value(PropertyType type, String text) {
    return switch (type) {
      case INTEGER -> Long.valueOf(text);
      case NUMBER -> Double.valueOf(text);
      case BOOLEAN -> text.equals("1");
      case DATE -> LocalDate.parse(text);
      case TIMESTAMP -> Instant.parse(text.endsWith("Z") ? text : text + "Z");
      default -> text;
    };
  }

  private static Feature feature(Layer layer, Geometry geometry, Map<String, Object> properties) {
    return new Feature(
        FeatureId.random(),
        layer.name(),
        geometry,
        null,
        null,
        null,
        null,
        Classification.UNCLASSIFIED,
        Set.of(),
        properties,
        Provenance.own(),
        1,
        Instant.parse("2026-01-01T00:00:00Z"));
  }

  /** GeoPackage 1.3, clause 2.1.3: magic, version, flags, SRS, an optional envelope, then WKB. */
  private static Geometry geometry(byte[] blob) {
    ByteBuffer header = ByteBuffer.wrap(blob);
    int flags = header.get(3);
    int[] envelopeBytes = {0, 32, 48, 48, 64};
    int offset = 8 + envelopeBytes[(flags >> 1) & 7];
    header.order((flags & 1) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if (header.getInt(4) != 4326) {
      throw new IllegalArgumentException("not WGS 84");
    }
    try {
      return new WKBReader(new GeometryFactory(new PrecisionModel(), 4326))
          .read(java.util.Arrays.copyOfRange(blob, offset, blob.length));
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
