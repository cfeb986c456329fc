package org.vigie.geodata.layer;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.TimeSpan;

/**
 * Whether a valid time is possible for a layer. Nothing before 1900, no start more than a year
 * ahead and no end more than twenty years ahead: such times are typing errors (year 0202, day and
 * month swapped), and one of them is enough to spoil every time axis.
 */
final class TimeCheck {

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final int START_YEARS_AHEAD = 1;
  private static final int END_YEARS_AHEAD = 20;

  private final TimeModel model;
  private final Clock clock;

  TimeCheck(TimeModel model, Clock clock) {
    this.model = model;
    this.clock = clock;
  }

  void check(@Nullable TimeSpan span, List<Fault> faults) {
    if (model == TimeModel.EVENT && (span == null || span.start() == null)) {
      faults.add(
          Fault.of("valid_from", "an event without a time", "Give the time or day it happened"));
    }
    if (span != null) {
      checkInstant("valid_from", span.start(), START_YEARS_AHEAD, faults);
      checkInstant("valid_to", span.end(), END_YEARS_AHEAD, faults);
    }
  }

  private void checkInstant(
      String field, @Nullable Instant instant, int yearsAhead, List<Fault> faults) {
    if (instant == null) {
      return;
    }
    if (instant.isBefore(EARLIEST)) {
      faults.add(
          Fault.of(
              field,
              Message.of("{instant} is before 1900", instant),
              "Correct the year; give four digits"));
    } else if (instant.isAfter(latest(yearsAhead))) {
      faults.add(
          Fault.of(
              field,
              Message.of(
                  yearsAhead == 1
                      ? "{instant} is more than {years} year ahead"
                      : "{instant} is more than {years} years ahead",
                  instant,
                  yearsAhead),
              "Correct the year"));
    }
  }

  private Instant latest(int yearsAhead) {
    return clock.instant().atOffset(ZoneOffset.UTC).plusYears(yearsAhead).toInstant();
  }
}
