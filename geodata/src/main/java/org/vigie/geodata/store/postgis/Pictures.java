package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.GeometryKind;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.CellArrays;
import org.vigie.geodata.store.Picture;
import org.vigie.geodata.store.Picture.Shape;
import org.vigie.geodata.store.PictureRequest;
import org.vigie.geodata.store.PointArrays;

/** Reads what a map draws, without building features. */
final class Pictures {

  private final Connection connection;
  private final FeatureQuery query;
  private final PictureRequest request;
  private final String group;
  private final String severity;
  private final String title;

  private Pictures(Connection connection, FeatureQuery query, PictureRequest request) {
    this.connection = connection;
    this.query = query;
    this.request = request;
    Layer layer = query.layer();
    group = "coalesce(" + expression(layer.drawnBy(), "text") + "::text, '')";
    severity = "coalesce(" + expression(layer.severity(), "bigint") + ", 0)";
    title = expression(layer.titleProperty(), "text") + "::text";
  }

  private String expression(Optional<String> property, String type) {
    return property
        .map(name -> Columns.get(query.layer(), name).expression())
        .orElse("null::" + type);
  }

  static Picture read(Connection connection, FeatureQuery query, PictureRequest request)
      throws SQLException {
    Pictures pictures = new Pictures(connection, query, request);
    Optional<Picture> all =
        query.layer().geometry() == GeometryKind.POINT ? pictures.points() : pictures.shapes();
    return all.isPresent() ? all.get() : pictures.cells();
  }

  /** Empty when there are too many. */
  private Optional<Picture> points() throws SQLException {
    String columns =
        "f.id, st_x(f.geom) as lon, st_y(f.geom) as lat, f.valid_from, f.valid_to, "
            + group
            + ", "
            + severity
            + ", coalesce(f.radius_m, 0), "
            + (request.titles() ? title : "null::text")
            + ", "
            + Marks.LEVEL
            + " as level, "
            + Marks.NEED_TO_KNOW
            + " as held";
    Sql sql = limited(columns, "f.valid_from nulls first, f.id");
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      PointArrays points = new PointArrays();
      while (rows.next()) {
        if (points.size() == request.maxFeatures()) {
          return Optional.empty();
        }
        points.add(point(rows));
      }
      return Optional.of(points.toPicture(Revisions.position(connection)));
    }
  }

  private PointArrays.Point point(ResultSet row) throws SQLException {
    boolean titled = request.titles() && query.layer().titleProperty().isPresent();
    Long start = seconds(row, 4);
    Long end = seconds(row, 5);
    return new PointArrays.Point(
        new FeatureId(FeatureRow.uuid(row, 1)),
        row.getDouble(2),
        row.getDouble(3),
        start == null ? Picture.NO_TIME : start,
        end == null ? Picture.NO_TIME : end,
        row.getString(6),
        row.getInt(7),
        row.getDouble(8),
        titled ? Optional.of(Objects.requireNonNullElse(row.getString(9), "")) : Optional.empty(),
        Marks.read(row, 10),
        row.getBoolean(11));
  }

  private Optional<Picture> shapes() throws SQLException {
    double pixel = request.pixelDegrees();
    // half a pixel is not seen; the digits go a decimal further
    int digits = (int) Math.min(7, Math.max(1, Math.ceil(-Math.log10(pixel / 4))));
    String columns =
        "f.id, st_asgeojson(coalesce(st_simplify(f.geom, "
            + pixel / 2
            + ", true), f.geom), "
            + digits
            + "), "
            + title
            + ", "
            + group
            + ", "
            + severity
            + ", f.valid_from, f.valid_to,"
            + " st_xmax(f.geom) - st_xmin(f.geom) + st_ymax(f.geom) - st_ymin(f.geom) as size, "
            + Marks.LEVEL
            + " as level, "
            + Marks.NEED_TO_KNOW
            + " as held";
    Sql sql = limited(columns, "f.size desc, f.id");
    List<Shape> shapes = new ArrayList<>();
    Classification highest = Classification.UNCLASSIFIED;
    boolean needToKnow = false;
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        if (shapes.size() == request.maxFeatures()) {
          return Optional.empty();
        }
        shapes.add(
            new Shape(
                new FeatureId(FeatureRow.uuid(rows, 1)),
                rows.getString(2),
                Optional.ofNullable(rows.getString(3)),
                rows.getString(4),
                rows.getInt(5),
                seconds(rows, 6),
                seconds(rows, 7)));
        highest = highest.highest(Marks.read(rows, 9));
        needToKnow |= rows.getBoolean(10);
      }
    }
    return Optional.of(
        new Picture.Shapes(Revisions.position(connection), highest, needToKnow, shapes));
  }

  /** One more than wanted tells that there are too many; only what is sent is sorted. */
  private Sql limited(String columns, String order) {
    return Sql.of("select * from (select " + columns)
        .add(Selection.of(query))
        .add(" and f.geom is not null limit ?", request.maxFeatures() + 1L)
        .add(") f order by " + order);
  }

  private Picture cells() throws SQLException {
    double cell = request.cellDegrees();
    String point =
        query.layer().geometry() == GeometryKind.POINT
            ? "f.geom"
            : "st_centroid(st_envelope(f.geom))";
    FeatureQuery counted = request.countedIn().map(query::withBbox).orElse(query);
    // First by cell and value, then by cell: both steps hash, while the most frequent value asked
    // for at once would sort every feature. The cast to bigint rounds as Math.rint does.
    Sql sql =
        Sql.of(
                "select sum(lon)::bigint, sum(lat)::bigint, sum(n)::bigint, (array_agg(value order"
                    + " by n desc, value))[1], max(level), bool_or(held) from (select floor(lon /"
                    + " ?) as x, floor(lat / ?) as y, value, sum((lon * ?)::bigint) as lon,"
                    + " sum((lat * ?)::bigint) as lat, count(*) as n, max(level) as level,"
                    + " bool_or(held) as held from (select st_x(",
                cell,
                cell,
                CellArrays.UNIT,
                CellArrays.UNIT)
            .add(
                point
                    + ") as lon, st_y("
                    + point
                    + ") as lat, "
                    + group
                    + " as value, "
                    + Marks.LEVEL
                    + " as level, "
                    + Marks.NEED_TO_KNOW
                    + " as held")
            .add(Selection.of(counted))
            .add(" and f.geom is not null) f group by 1, 2, 3) part group by x, y order by x, y");
    try (PreparedStatement statement = Statements.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      CellArrays cells = new CellArrays();
      Classification highest = Classification.UNCLASSIFIED;
      boolean needToKnow = false;
      while (rows.next()) {
        cells.add(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getString(4));
        highest = highest.highest(Marks.read(rows, 5));
        needToKnow |= rows.getBoolean(6);
      }
      return cells.toPicture(Revisions.position(connection), highest, needToKnow, cell);
    }
  }

  private static @Nullable Long seconds(ResultSet row, int column) throws SQLException {
    Instant instant = FeatureRow.instant(row, column);
    return instant == null ? null : instant.getEpochSecond();
  }
}
