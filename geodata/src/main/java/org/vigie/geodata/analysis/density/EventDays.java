package org.vigie.geodata.analysis.density;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.model.TimeSpan;

/** When events were, in UTC. */
final class EventDays {

  private static final double DAY_SECONDS = 86_400;

  private EventDays() {}

  /**
   * Days since 1970. An event known to the day stands at its start, one known to several days in
   * their middle; empty without a start.
   */
  static OptionalDouble day(Events.Event event) {
    Optional<TimeSpan> time = event.time();
    Instant start = time.map(TimeSpan::start).orElse(null);
    if (start == null) {
      return OptionalDouble.empty();
    }
    Instant end = time.map(TimeSpan::end).orElse(start);
    double spare =
        Math.max(0, Duration.between(start, end == null ? start : end).toSeconds() - DAY_SECONDS);
    return OptionalDouble.of((start.getEpochSecond() + spare / 2) / DAY_SECONDS);
  }

  /** Whether more than one day is possible. */
  static boolean isRange(Events.Event event) {
    return event
        .time()
        .filter(t -> t.start() != null && t.end() != null)
        .map(t -> Duration.between(t.start(), t.end()).toSeconds() > DAY_SECONDS)
        .orElse(false);
  }

  /** Calendar months in which an event started. */
  static Set<YearMonth> months(List<Events.Event> events) {
    Set<YearMonth> months = new HashSet<>();
    for (Events.Event event : events) {
      event.time().map(TimeSpan::start).ifPresent(t -> months.add(month(t)));
    }
    return months;
  }

  /** Calendar months from the first event to the last, both counted; 0 when none has a time. */
  static long span(List<Events.Event> events) {
    Set<YearMonth> months = months(events);
    return months.isEmpty()
        ? 0
        : ChronoUnit.MONTHS.between(
                months.stream().min(Comparator.naturalOrder()).orElseThrow(),
                months.stream().max(Comparator.naturalOrder()).orElseThrow())
            + 1;
  }

  private static YearMonth month(Instant time) {
    return YearMonth.from(time.atOffset(ZoneOffset.UTC));
  }
}
