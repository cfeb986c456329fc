package org.vigie.geodata.analysis.scan;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.vigie.geodata.analysis.DatedEvents;
import org.vigie.geodata.model.TimeSpan;

/**
 * The days of a scan in steps; the last step ends with the last day, so the first may be cut short.
 *
 * @param first day of the first event, since 1970-01-01 UTC
 * @param last day that the last step ends with
 * @param stepDays days of a step
 */
record StudyDays(int first, int last, int stepDays) {

  /**
   * Up to the end of the selected period when it has one that has passed, else to the last event:
   * whether nothing was reported since or nothing happened is not known.
   */
  static StudyDays of(int[] days, Optional<TimeSpan> period, Instant now, int stepDays) {
    int first = Arrays.stream(days).min().orElseThrow();
    int last = Arrays.stream(days).max().orElseThrow();
    Instant end = period.map(TimeSpan::end).orElse(null);
    if (end != null) {
      Instant until = end.isBefore(now) ? end : now;
      last = Math.max(last, DatedEvents.day(until.minusNanos(1)));
    }
    return new StudyDays(first, last, stepDays);
  }

  int steps() {
    return (last - first) / stepDays + 1;
  }

  int step(int day) {
    return steps() - 1 - (last - day) / stepDays;
  }

  /** Midnight at which a step begins. */
  Instant start(int step) {
    return DatedEvents.start(last + 1 - (steps() - step) * stepDays);
  }

  /** Midnight at which a step has ended. */
  Instant end(int step) {
    return DatedEvents.start(last + 1 - (steps() - 1 - step) * stepDays);
  }

  int days() {
    return last - first + 1;
  }
}
