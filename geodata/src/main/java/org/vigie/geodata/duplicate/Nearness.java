package org.vigie.geodata.duplicate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;

/** How near two features are in space and time, against how well each is known. */
final class Nearness {

  /** What two witnesses of one event may lie apart however exact each says he is, in metres. */
  static final double LEAST_REACH_METRES = 500;

  /** How many times its radius a place may be wrong before it counts as another place. */
  static final double FADES_AT = 3;

  /** How far apart in time one event may be told of, beyond what the precision allows. */
  static final Duration FADES_AFTER = Duration.ofHours(36);

  private static final Duration DAY = Duration.ofDays(1);
  private static final double AT_THE_EDGE = 0.7;
  private static final double AT_LEAST_OVERLAPPING = 0.5;
  private static final double NOT_OVERLAPPING = 0.9;

  private Nearness() {}

  /** Metres between the nearest points; empty when one has no place. */
  static Optional<Double> metres(Traits one, Traits other) {
    if (one.feature().geometry() == null || other.feature().geometry() == null) {
      return Optional.empty();
    }
    Coordinate[] nearest =
        DistanceOp.nearestPoints(one.feature().geometry(), other.feature().geometry());
    return Optional.of(Geodesy.distanceMetres(nearest[0], nearest[1]));
  }

  static Finding place(Traits one, Traits other) {
    Optional<Double> distance = metres(one, other);
    if (distance.isEmpty()) {
      return Finding.UNKNOWN;
    }
    double metres = distance.get();
    double least = Math.min(one.radiusMetres(), other.radiusMetres());
    double most = Math.max(one.radiusMetres(), other.radiusMetres());
    double reach = Math.max(most, LEAST_REACH_METRES);
    String apart = metres < 1 ? "same place" : length(metres) + " apart";
    String within =
        metres < 1
            ? ""
            : metres <= least
                ? ", within both radii"
                : metres <= most ? ", within the radius of one" : "";
    double value =
        metres <= reach
            ? 1 - (1 - AT_THE_EDGE) * metres / reach
            : AT_THE_EDGE * (1 - (metres / reach - 1) / (FADES_AT - 1));
    return value <= 0 ? Finding.against() : Finding.of(value, apart + within);
  }

  private static String length(double metres) {
    return metres < 1_000
        ? Finding.format("%.0f m", metres)
        : Finding.format("%.1f km", metres / 1_000);
  }

  static Finding time(Traits one, Traits other) {
    Optional<Moment> own = Moment.of(one.feature());
    Optional<Moment> theirs = Moment.of(other.feature());
    if (own.isEmpty() || theirs.isEmpty()) {
      return Finding.UNKNOWN;
    }
    Duration gap = own.get().gap(theirs.get());
    if (gap.isZero()) {
      Duration difference = own.get().width().minus(theirs.get().width()).abs();
      double value = 1 - 0.05 * difference.toSeconds() / DAY.toSeconds();
      boolean equal = own.get().equals(theirs.get());
      return Finding.of(
          equal ? 1 : Math.max(AT_LEAST_OVERLAPPING, value),
          equal ? same(own.get()) : "the times overlap");
    }
    double value = NOT_OVERLAPPING * (1 - (double) gap.toSeconds() / FADES_AFTER.toSeconds());
    return value <= 0 ? Finding.against() : Finding.of(value, apart(gap));
  }

  /** Time between the two, nothing when they overlap; empty when one has no time. */
  static Optional<Duration> gap(Traits one, Traits other) {
    return Moment.of(one.feature())
        .flatMap(own -> Moment.of(other.feature()).map(theirs -> own.gap(theirs)));
  }

  private static String same(Moment moment) {
    return moment.width().isZero()
        ? "same time"
        : moment.width().compareTo(DAY) <= 0 ? "same day" : "same period";
  }

  private static String apart(Duration gap) {
    long minutes = Math.max(1, gap.toMinutes());
    return minutes < 120 ? minutes + " minutes apart" : gap.toHours() + " hours apart";
  }

  /** When it was, both ends included; a day without an end is the whole day. */
  private record Moment(Instant from, Instant to) {

    static Optional<Moment> of(Feature feature) {
      TimeSpan span = feature.validTime();
      if (span == null || span.start() == null) {
        return Optional.empty();
      }
      Instant start = span.start();
      Instant end = span.end() == null ? start : span.end();
      boolean wholeDay = feature.timePrecision() == TimePrecision.EXACT_DAY && span.end() == null;
      return Optional.of(new Moment(start, wholeDay ? start.plus(DAY) : end));
    }

    Duration width() {
      return Duration.between(from, to);
    }

    Duration gap(Moment other) {
      Instant later = from.isAfter(other.from) ? from : other.from;
      Instant earlier = to.isBefore(other.to) ? to : other.to;
      return later.isAfter(earlier) ? Duration.between(earlier, later) : Duration.ZERO;
    }
  }
}
