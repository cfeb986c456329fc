package org.vigie.server.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.vigie.geodata.model.TimeSpan;

/**
 * The period that the map opens on: the last 90 days up to where the events are. What lies ahead of
 * the mission's clock does not move it, and neither do a few events far behind all others, such as
 * one with a wrong year.
 */
final class DefaultPeriod {

  /** So many newest starts of each layer are enough to decide. */
  static final int LOOKED_AT = 40;

  private static final Duration LENGTH = Duration.ofDays(90);

  /** Fewer than these in a period are outliers when there are more before. */
  private static final int CROWD = 12;

  private DefaultPeriod() {}

  /**
   * @param starts of the newest events that are not ahead of the clock, the newest of each layer
   * @param data the time of all events
   * @param now by the mission's clock
   * @return whole days
   */
  static TimeSpan of(List<Instant> starts, TimeSpan data, Instant now) {
    Instant dataEnd = Objects.requireNonNull(data.end());
    if (starts.isEmpty()) {
      return endingWith(dataEnd);
    }
    Instant end = dataEnd.isAfter(now) ? null : dataEnd;
    List<Instant> newestFirst = starts.stream().sorted(Comparator.reverseOrder()).toList();
    int crowd = Math.min(CROWD, newestFirst.size());
    for (int i = 0; i + crowd <= newestFirst.size(); i++) {
      Instant newest = newestFirst.get(i);
      if (!newestFirst.get(i + crowd - 1).isBefore(newest.minus(LENGTH))) {
        return i == 0 && end != null ? endingWith(end) : with(newest);
      }
    }
    return end != null ? endingWith(end) : with(newestFirst.get(0));
  }

  /** The day of a start is part of it, also of one at midnight. */
  private static TimeSpan with(Instant start) {
    return endingWith(start.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
  }

  private static TimeSpan endingWith(Instant last) {
    Instant day = last.truncatedTo(ChronoUnit.DAYS);
    Instant end = day.equals(last) ? day : day.plus(1, ChronoUnit.DAYS);
    return TimeSpan.of(end.minus(LENGTH), end);
  }
}
