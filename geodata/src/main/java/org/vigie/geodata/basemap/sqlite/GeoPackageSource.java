package org.vigie.geodata.basemap.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.basemap.FeatureSource;
import org.vigie.geodata.basemap.LayerName;
import org.vigie.geodata.basemap.SourceFeature;
import org.vigie.geodata.basemap.Wkb;
import org.vigie.geodata.geo.FileCrs;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * The feature tables of a GeoPackage (OGC 12-128), one after the other; its rasters are not read.
 */
public final class GeoPackageSource implements FeatureSource {

  private static final int MOST_TABLES = 50;
  private static final int HEAD = 8;
  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
  private static final int WGS84 = 4326;

  /**
   * A table of features.
   *
   * @param crs empty for WGS 84
   */
  private record Table(String name, String geometry, Optional<FileCrs> crs) {}

  private final SqliteFile file;
  private final Deque<Table> tables = new ArrayDeque<>();
  private final long rows;
  private long read;
  private @Nullable Table table;
  private @Nullable PreparedStatement statement;
  private @Nullable ResultSet row;

  private GeoPackageSource(SqliteFile file) throws IOException, BadInputException {
    this.file = file;
    long count = 0;
    for (String[] each : declared()) {
      Table found = table(each[0], each[1], each[2]);
      tables.add(found);
      count +=
          file.find("select count(*) from " + quoted(found.name()), r -> r.getLong(1)).orElse(0L);
    }
    this.rows = Math.max(1, count);
  }

  /**
   * @throws BadInputException when it is no GeoPackage with features in a known system
   */
  public static GeoPackageSource open(Path path) throws IOException, BadInputException {
    SqliteFile file = SqliteFile.open("gpkg", path);
    boolean opened = false;
    try {
      GeoPackageSource source = new GeoPackageSource(file);
      opened = true;
      return source;
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  private List<String[]> declared() throws IOException, BadInputException {
    if (!file.has("gpkg_geometry_columns", "table_name", "column_name", "srs_id")
        || !file.has("gpkg_spatial_ref_sys", "srs_id", "organization")) {
      throw file.refused(
          Message.of(
              "it is a SQLite file with neither tiles nor the feature tables of a GeoPackage"),
          Message.of("Send MBTiles or a GeoPackage"));
    }
    List<String[]> declared =
        file.list(
            "select table_name, column_name, cast(srs_id as text) from gpkg_geometry_columns"
                + " limit "
                + MOST_TABLES,
            r ->
                new String[] {
                  String.valueOf(r.getString(1)),
                  String.valueOf(r.getString(2)),
                  String.valueOf(r.getString(3))
                });
    if (declared.isEmpty()) {
      throw file.refused(
          Message.of("it has no feature table; tables of pictures are not read"),
          Message.of("Export the pictures as MBTiles, or the features as a GeoPackage"));
    }
    return declared;
  }

  private Table table(String name, String geometry, String srs)
      throws IOException, BadInputException {
    if (!file.columns(name).contains(geometry.toLowerCase(Locale.ROOT))) {
      throw file.refused(
          Message.of(
              "\"{name}\" is not a table with a column \"{geometry}\"; views are not asked",
              name,
              geometry),
          Message.of("Save it as a table"));
    }
    return new Table(name, geometry, crs(name, srs));
  }

  private Optional<FileCrs> crs(String table, String srs) throws IOException, BadInputException {
    Optional<String[]> system =
        file.find(
            "select upper(organization), cast(organization_coordsys_id as text), definition"
                + " from gpkg_spatial_ref_sys where cast(srs_id as text) = ?",
            r ->
                new String[] {
                  String.valueOf(r.getString(1)),
                  String.valueOf(r.getString(2)),
                  String.valueOf(r.getString(3))
                },
            srs);
    if (system.isEmpty() || srs.equals("0") || srs.equals("-1")) {
      throw file.refused(
          Message.of("the table \"{table}\" does not say which reference system it is in", table),
          Message.of("Set its reference system in a GIS, or export it in WGS 84 (EPSG:4326)"));
    }
    String[] known = system.get();
    if (known[0].equals("EPSG") && known[1].matches("[0-9]{4,6}")) {
      int code = Integer.parseInt(known[1]);
      return code == WGS84 ? Optional.empty() : Optional.of(FileCrs.ofEpsg(code));
    }
    return Optional.of(FileCrs.ofText(known[2]));
  }

  @Override
  public Optional<SourceFeature> next() throws IOException, BadInputException {
    try {
      while (row != null || begin()) {
        ResultSet now = row;
        Table from = table;
        if (now == null || from == null || !now.next()) {
          end();
          continue;
        }
        read++;
        byte[] blob = now.getBytes(from.geometry());
        if (blob != null) {
          Optional<SourceFeature> feature = feature(now, from, blob);
          if (feature.isPresent()) {
            return feature;
          }
        }
      }
      return Optional.empty();
    } catch (SQLException broken) {
      throw SqliteFile.broken("gpkg", broken);
    }
  }

  private boolean begin() throws SQLException {
    Table next = tables.poll();
    if (next == null) {
      return false;
    }
    PreparedStatement opened = file.statement("select * from " + quoted(next.name()));
    table = next;
    statement = opened;
    row = opened.executeQuery();
    return true;
  }

  private void end() throws SQLException {
    if (statement != null) {
      statement.close();
    }
    statement = null;
    row = null;
    table = null;
  }

  private Optional<SourceFeature> feature(ResultSet now, Table from, byte[] blob)
      throws SQLException, BadInputException {
    try {
      Geometry own = geometry(blob);
      if (own.isEmpty()) {
        return Optional.empty();
      }
      Geometry place =
          from.crs().isPresent() ? from.crs().get().toWgs84(own) : Wkb.requireDegrees(own);
      return Optional.of(
          new SourceFeature(LayerName.of(from.name()), place, attributes(now, from.geometry())));
    } catch (BadInputException wrong) {
      Fault first = wrong.faults().get(0);
      throw new BadInputException(
          Fault.of(
              from.name(),
              Message.of("row {row}: {what}", now.getRow(), first.what()),
              first.fix()));
    }
  }

  private static Geometry geometry(byte[] blob) throws BadInputException {
    int envelope = blob.length > HEAD && blob[0] == 'G' && blob[1] == 'P' ? (blob[3] >> 1) & 7 : 7;
    int start = envelope < ENVELOPE_BYTES.length ? HEAD + ENVELOPE_BYTES[envelope] : blob.length;
    return Wkb.read(Arrays.copyOfRange(blob, Math.min(start, blob.length), blob.length));
  }

  private static Map<String, Object> attributes(ResultSet now, String geometry)
      throws SQLException {
    Map<String, Object> attributes = new LinkedHashMap<>();
    int columns = now.getMetaData().getColumnCount();
    for (int i = 1; i <= columns; i++) {
      String name = now.getMetaData().getColumnName(i);
      Object value = now.getObject(i);
      if (name.equalsIgnoreCase(geometry)) {
        continue;
      }
      if (value instanceof String text) {
        attributes.put(name, text);
      } else if (value instanceof Integer || value instanceof Long) {
        attributes.put(name, ((Number) value).longValue());
      } else if (value instanceof Number real && Double.isFinite(real.doubleValue())) {
        attributes.put(name, real.doubleValue());
      }
    }
    return attributes;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public double done() {
    return Math.min(1, (double) read / rows);
  }

  @Override
  public void close() throws IOException {
    try {
      end();
    } catch (SQLException failure) {
      throw new IOException(failure);
    } finally {
      file.close();
    }
  }
}
