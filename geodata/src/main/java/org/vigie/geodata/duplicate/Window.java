package org.vigie.geodata.duplicate;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;

/**
 * Where and when to look for duplicates of a feature: a box and a span, so that an index finds
 * them. A place that is known to a larger radius than the box is wide is found by its own window.
 */
public final class Window {

  private static final double LEAST_METRES = 15_000;
  private static final double MOST_METRES = 150_000;
  private static final Duration MARGIN = Nearness.FADES_AFTER.plusDays(1);

  private Window() {}

  /** Empty for a feature without a time: everything could be the same as it. */
  public static Optional<FeatureQuery> around(Feature feature, Layer among) {
    TimeSpan span = feature.validTime();
    if (span == null || span.start() == null) {
      return Optional.empty();
    }
    Instant end = span.end() == null ? span.start() : span.end();
    FeatureQuery query =
        FeatureQuery.of(among)
            .withDatetime(TimeSpan.of(span.start().minus(MARGIN), end.plus(MARGIN)));
    return Optional.of(
        feature.geometry() == null || feature.geometry().isEmpty()
            ? query
            : query.withBbox(box(feature)));
  }

  private static BoundingBox box(Feature feature) {
    double radius = feature.radiusMetres() == null ? 0 : feature.radiusMetres();
    double metres = Math.min(MOST_METRES, Math.max(LEAST_METRES, Nearness.FADES_AT * radius));
    Envelope own = Objects.requireNonNull(feature.geometry()).getEnvelopeInternal();
    Coordinate north = Geodesy.destination(own.getMinX(), own.getMaxY(), 0, metres);
    Coordinate south = Geodesy.destination(own.getMinX(), own.getMinY(), 180, metres);
    double furthest = Math.min(89, Math.max(Math.abs(own.getMaxY()), Math.abs(own.getMinY())) + 1);
    Coordinate east = Geodesy.destination(own.getMaxX(), furthest, 90, metres);
    double width = Math.min(170, Math.abs(wrap(east.x - own.getMaxX())));
    return new BoundingBox(
        wrap(own.getMinX() - width),
        Math.max(-90, Math.min(south.y, own.getMinY())),
        wrap(own.getMaxX() + width),
        Math.min(90, Math.max(north.y, own.getMaxY())));
  }

  private static double wrap(double degrees) {
    return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
  }
}
