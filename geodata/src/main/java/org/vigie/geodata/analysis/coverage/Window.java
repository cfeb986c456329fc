package org.vigie.geodata.analysis.coverage;

import java.time.Instant;

/**
 * The time that is looked at, in seconds since 1970 UTC.
 *
 * @param from the wanted days before the end: events count from here
 * @param start visits and hours of presence count from here: the wanted days before the end, or the
 *     first patrol when that is later: before it nothing is known
 */
record Window(double from, double start, double end) {

  static final double DAY = 86_400;

  static Window before(Instant now, double days, double firstPatrol) {
    double end = now.toEpochMilli() / 1e3;
    double from = end - days * DAY;
    return new Window(from, Math.max(from, Math.min(firstPatrol, end)), end);
  }

  boolean holds(Instant moment) {
    double second = moment.toEpochMilli() / 1e3;
    return second >= from && second <= end;
  }

  /** At least one: what was counted in a day is not a rate per week. */
  double weeks() {
    return Math.max(1, (end - start) / (7 * DAY));
  }

  double daysAgo(double days) {
    return end - days * DAY;
  }

  double daysSince(double second) {
    return Math.max(0, (end - second) / DAY);
  }

  static Instant instant(double second) {
    return Instant.ofEpochSecond(Math.round(second));
  }
}
