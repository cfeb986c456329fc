package org.vigie.geodata.store.postgis;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;

/** Reads rows of the feature table or the change log; one reader a result. */
final class FeatureRow {

  /** The columns {@link #read} takes, of a row with alias f. */
  static final String COLUMNS =
      "f.id, st_asbinary(f.geom), f.valid_from, f.valid_to, f.time_precision, f.location_class,"
          + " f.radius_m, f.classification, f.compartments, f.source_system, f.source_id, f.batch,"
          + " f.original, f.properties, f.version, f.recorded_at";

  /** Number of {@link #COLUMNS}. */
  static final int SIZE = 16;

  /** {@link #COLUMNS} with what is kept apart for readers of this layer. */
  static String columns(Layer visible) {
    return withDocument(ProtectedValues.document(visible, "f"));
  }

  static String columns(LayerCatalog visible) {
    return withDocument(ProtectedValues.document(visible, "f"));
  }

  private static String withDocument(String document) {
    return COLUMNS.replace("f.properties", document);
  }

  private final Layer layer;
  private final PropertyReader properties;
  private final int first;
  private final GeometryCodec geometries = new GeometryCodec();

  FeatureRow(Layer layer) {
    this(layer, 1);
  }

  /**
   * @param first index of the first of our columns
   */
  FeatureRow(Layer layer, int first) {
    this.layer = layer;
    this.properties = new PropertyReader(layer);
    this.first = first;
  }

  Feature read(ResultSet row) throws SQLException {
    byte[] wkb = row.getBytes(first + 1);
    Instant from = instant(row, first + 2);
    Instant to = instant(row, first + 3);
    String precision = row.getString(first + 4);
    String place = row.getString(first + 5);
    double radius = row.getDouble(first + 6);
    Double radiusMetres = row.wasNull() ? null : radius;
    return new Feature(
        new FeatureId(uuid(row, first)),
        layer.name(),
        wkb == null ? null : geometries.decode(wkb),
        from == null && to == null ? null : new TimeSpan(from, to),
        precision == null ? null : TimePrecision.find(precision).orElseThrow(),
        place == null ? null : LocationClass.valueOf(place),
        radiusMetres,
        Classification.valueOf(row.getString(first + 7)),
        codes(row, first + 8),
        properties.read(row.getString(first + 13)),
        new Provenance(
            row.getString(first + 9),
            row.getString(first + 10),
            row.getObject(first + 11, UUID.class),
            Documents.decodeOriginal(row.getString(first + 12))),
        row.getLong(first + 14),
        time(row, first + 15));
  }

  private static Set<String> codes(ResultSet row, int column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? Set.of() : Set.of((String[]) array.getArray());
  }

  /** As the column has it: in order, and null for none, which costs a read nothing to test. */
  static String @Nullable [] compartments(Feature feature) {
    return feature.compartments().isEmpty()
        ? null
        : feature.compartments().stream().sorted().toArray(String[]::new);
  }

  static UUID uuid(ResultSet row, int column) throws SQLException {
    UUID value = row.getObject(column, UUID.class);
    if (value == null) {
      throw new NoSuchElementException("column " + column + " is null");
    }
    return value;
  }

  static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** A time that is never null. */
  static Instant time(ResultSet row, int column) throws SQLException {
    Instant time = instant(row, column);
    if (time == null) {
      throw new NoSuchElementException("column " + column + " is null");
    }
    return time;
  }
}
