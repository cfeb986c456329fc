package org.vigie.geodata.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.store.Summary.Step;

class PeriodsTest {

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());

  @Test
  void periodsAreThoseOfTheCalendar() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      long micros = (long) ((random.nextDouble() - 0.3) * 6e15);
      LocalDate day =
          Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC).toLocalDate();
      String what = "seed " + SEED + ": " + day;
      assertThat(start(Step.DAY, micros)).as(what).isEqualTo(day);
      assertThat(start(Step.WEEK, micros))
          .as(what)
          .isEqualTo(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      assertThat(start(Step.MONTH, micros)).as(what).isEqualTo(day.withDayOfMonth(1));
      assertThat(start(Step.YEAR, micros)).as(what).isEqualTo(day.withDayOfYear(1));
    }
  }

  private static LocalDate start(Step step, long micros) {
    Periods periods = new Periods(step);
    long number = periods.number(micros);
    // of a span that it lies in, begins or ends, or that is too long to be kept
    for (long days : new long[] {0, 400, 50_000}) {
      long span = days * 86_400_000_000L;
      assertThat(periods.between(micros - span, micros).number(micros)).isEqualTo(number);
      assertThat(periods.between(micros, micros + span).number(micros)).isEqualTo(number);
      assertThat(periods.between(micros + span + span, micros + span).number(micros))
          .isEqualTo(number);
    }
    return periods.start(number);
  }
}
