package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.geo.Mercator;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.GatheredPoints;
import org.vigie.geodata.store.PointSink;

/**
 * Streams points as plain values. Cells are reckoned here and not in SQL: the last bit of a
 * logarithm is not the same everywhere, and a point on a border must lie in the same cell whoever
 * answers.
 */
final class PointReads {

  private static final int FETCH_SIZE = 5_000;

  private PointReads() {}

  static <S extends PointSink<S>> GatheredPoints<S> read(
      Connection connection, FeatureQuery query, S sink) throws SQLException {
    Layer layer = query.layer();
    Sql sql =
        Sql.of(
                "select st_x(f.geom), st_y(f.geom), f.valid_from, f.valid_to, coalesce("
                    + expression(layer, layer.drawnBy(), "text")
                    + ", ''), coalesce("
                    + expression(layer, layer.severity(), "bigint")
                    + ", 0), "
                    + Marks.LEVEL
                    + ", "
                    + Marks.NEED_TO_KNOW)
            .add(Selection.of(query))
            .add(" and geometrytype(f.geom) = 'POINT'");
    Map<String, Integer> categories = new LinkedHashMap<>();
    try (PreparedStatement statement = Statements.prepare(connection, sql)) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          sink.take(
              Mercator.x(row.getDouble(1)),
              Mercator.y(row.getDouble(2)),
              micros(row, 3),
              micros(row, 4),
              categories.computeIfAbsent(row.getString(5), value -> categories.size()),
              row.getLong(6),
              Marks.read(row, 7),
              row.getBoolean(8));
        }
      }
    }
    return new GatheredPoints<>(sink, List.copyOf(categories.keySet()));
  }

  private static String expression(Layer layer, Optional<String> property, String type) {
    return property.map(name -> Columns.get(layer, name).expression()).orElse("null::" + type);
  }

  private static long micros(ResultSet row, int column) throws SQLException {
    Instant instant = FeatureRow.instant(row, column);
    return instant == null ? PointSink.NO_TIME : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
