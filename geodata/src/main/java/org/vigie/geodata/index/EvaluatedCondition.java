package org.vigie.geodata.index;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.Ternary;

/**
 * Any other condition on what is kept: each row is made a feature of the values the condition
 * names, and the filter evaluator decides.
 */
final class EvaluatedCondition extends RowCondition {

  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  private final LayerColumns columns;
  private final Map<Integer, @Nullable Object[]> values;
  private final boolean placed;
  private final List<Region> guards;
  private final Function<Feature, Ternary> evaluator;

  /**
   * @param values of the columns that are named, by code
   * @param placed whether the place is named
   * @param guards areas in it; near their borders the database decides
   */
  EvaluatedCondition(
      LayerColumns columns,
      Map<Integer, @Nullable Object[]> values,
      boolean placed,
      List<Region> guards,
      Function<Feature, Ternary> evaluator) {
    this.columns = columns;
    this.values = values;
    this.placed = placed;
    this.guards = guards;
    this.evaluator = evaluator;
  }

  @Override
  int test(Segment segment, int row) {
    Map<Integer, Object> named = new HashMap<>();
    values.forEach(
        (column, all) -> {
          Object value = all[segment.code(column, row)];
          if (value != null) {
            named.put(column, value);
          }
        });
    FeatureId id = new FeatureId(new UUID(segment.idHigh(row), segment.idLow(row)));
    Feature feature =
        columns.feature(named, id, placed ? place(segment, row) : null, time(segment, row));
    return switch (evaluator.apply(feature)) {
      case TRUE -> 1;
      case FALSE -> -1;
      case UNKNOWN -> 0;
    };
  }

  private @Nullable Point place(Segment segment, int row) {
    byte kind = segment.kind(row);
    if (kind == Segment.SHAPE) {
      throw new UndecidedException();
    }
    if (kind == Segment.NOWHERE) {
      return null;
    }
    double lon = segment.lon(row);
    double lat = segment.lat(row);
    for (Region guard : guards) {
      if (guard.ofCell(segment.x(row), segment.y(row)) == Region.BORDER) {
        // throws where the database may see it otherwise
        boolean unused = guard.contains(lon, lat);
      }
    }
    return WGS84.createPoint(new Coordinate(lon, lat));
  }

  private static @Nullable TimeSpan time(Segment segment, int row) {
    Instant start = instant(segment.start(row));
    Instant end = instant(segment.end(row));
    return start == null && end == null ? null : new TimeSpan(start, end);
  }

  private static @Nullable Instant instant(long micros) {
    return micros == PackedTimes.UNKNOWN ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  @Override
  public int cost() {
    return 100;
  }
}
