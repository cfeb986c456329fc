package org.vigie.geodata.store.postgis;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.Filter;

/**
 * The rows a query means: {@code from … where …} with alias f for the row. The same conditions run
 * over the current versions and, for "as known at", over the change log.
 */
final class Selection {

  /**
   * What lasts longer than this has its end in {@code long_until} too, with an index; for all else
   * the index on the start is enough, read from this much before the wanted span.
   */
  private static final Duration LONG_EVENT = Duration.ofDays(31);

  private static final Instant FIRST = Instant.parse("-4000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("+90000-01-01T00:00:00Z");
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private Selection() {}

  static Sql of(FeatureQuery query) {
    Sql sql = versions(query.layer().name(), query.asKnownAt().orElse(null));
    query.bbox().ifPresent(box -> addBox(sql, box));
    query.area().ifPresent(area -> addArea(sql, area));
    addTime(sql, query.layer().time(), query.datetime());
    if (!query.filter().equals(Filter.ALL)) {
      sql.add(" and ").add(FilterSql.compile(query.filter(), query.layer()));
    }
    return sql;
  }

  static Sql of(String layer, FeatureId id, @Nullable Instant asKnownAt) {
    return versions(layer, asKnownAt).add(" and f.id = ?", id.value());
  }

  private static Sql versions(String layer, @Nullable Instant asKnownAt) {
    if (asKnownAt == null) {
      return Sql.of(" from vigie.feature f where f.layer = ?", layer);
    }
    Instant at = clamp(asKnownAt);
    return Sql.of(Statements.file("versions-as-known-at"), layer, at, at);
  }

  private static void addBox(Sql sql, BoundingBox box) {
    String or = " and (";
    for (BoundingBox part : box.parts()) {
      Geometry geometry =
          GEOMETRIES.toGeometry(new Envelope(part.west(), part.east(), part.south(), part.north()));
      sql.add(or);
      addIntersects(sql, geometry);
      or = " or ";
    }
    sql.add(")");
  }

  private static void addArea(Sql sql, Geometry area) {
    if (!area.isValid() || area.isEmpty()) {
      throw new IllegalArgumentException("the area is empty or crosses itself");
    }
    sql.add(" and ");
    addIntersects(sql, area);
  }

  /** The explicit box test lets the index be used under row-level security too. */
  private static void addIntersects(Sql sql, Geometry geometry) {
    byte[] ewkb = new GeometryCodec().encode(geometry);
    sql.add(
        "(f.geom && st_geomfromewkb(?) and st_intersects(f.geom, st_geomfromewkb(?)))", ewkb, ewkb);
  }

  private static void addTime(Sql sql, TimeModel model, TimeSpan span) {
    Instant a = span.start() == null || span.start().isBefore(FIRST) ? null : clamp(span.start());
    Instant b = span.end() == null || span.end().isAfter(LAST) ? null : clamp(span.end());
    if (model == TimeModel.NONE || (a == null && b == null)) {
      return;
    }
    // An empty span is the instant a: what has begun by then, a itself included.
    String begun = a != null && a.equals(b) ? "<=" : "<";
    if (model == TimeModel.STATE) {
      if (b != null) {
        sql.add(" and (f.valid_from is null or f.valid_from " + begun + " ?)", b);
      }
      if (a != null) {
        sql.add(" and (f.valid_to is null or f.valid_to > ?)", a);
      }
    } else if (a == null) {
      sql.add(" and f.valid_from < ?", b == null ? LAST : b);
    } else {
      Instant last = b == null ? LAST : b;
      sql.add(
          " and ((f.valid_from >= ? and f.valid_from "
              + begun
              + " ? and (f.valid_from >= ? or f.valid_to > ?)) or (f.long_until > ? and"
              + " f.valid_from "
              + begun
              + " ?))",
          a.minus(LONG_EVENT),
          last,
          a,
          a,
          a,
          last);
    }
  }

  /** PostgreSQL's timestamps are narrower than Java's instants. */
  private static Instant clamp(Instant instant) {
    return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
  }
}
