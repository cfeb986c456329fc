package org.vigie.geodata.store.postgis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
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
          + " f.radius_m, f.classification, f.source_system, f.source_id, f.batch, f.original,"
          + " f.properties, f.version, f.recorded_at";

  /** Index of the first column behind ours. */
  static final int NEXT = 16;

  private final Layer layer;
  private final GeometryCodec geometries = new GeometryCodec();

  FeatureRow(Layer layer) {
    this.layer = layer;
  }

  Feature read(ResultSet row) throws SQLException {
    byte[] wkb = row.getBytes(2);
    Instant from = instant(row, 3);
    Instant to = instant(row, 4);
    String precision = row.getString(5);
    String place = row.getString(6);
    double radius = row.getDouble(7);
    Double radiusMetres = row.wasNull() ? null : radius;
    return new Feature(
        new FeatureId(uuid(row, 1)),
        layer.name(),
        wkb == null ? null : geometries.decode(wkb),
        from == null && to == null ? null : new TimeSpan(from, to),
        precision == null ? null : TimePrecision.find(precision).orElseThrow(),
        place == null ? null : LocationClass.valueOf(place),
        radiusMetres,
        Classification.valueOf(row.getString(8)),
        Documents.decodeProperties(row.getString(13), layer),
        new Provenance(
            row.getString(9),
            row.getString(10),
            row.getObject(11, UUID.class),
            Documents.decodeOriginal(row.getString(12))),
        row.getLong(14),
        time(row, 15));
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
