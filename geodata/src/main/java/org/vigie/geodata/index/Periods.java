package org.vigie.geodata.index;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.vigie.geodata.store.Summary.Step;

/** Days, weeks from Monday, months and years in UTC as numbers that follow one another. */
final class Periods {

  private static final long DAY_MICROS = 86_400_000_000L;

  /** 1970-01-01 was a Thursday. */
  private static final int DAYS_SINCE_MONDAY = DayOfWeek.THURSDAY.getValue() - 1;

  private static final int CYCLE_YEARS = 400;
  private static final int CYCLE_DAYS = 146_097;

  private final Step step;

  Periods(Step step) {
    this.step = step;
  }

  /**
   * @param micros since 1970
   */
  long number(long micros) {
    long day = Math.floorDiv(micros, DAY_MICROS);
    return switch (step) {
      case NONE -> 0;
      case DAY -> day;
      case WEEK -> Math.floorDiv(day + DAYS_SINCE_MONDAY, 7);
      case MONTH -> month(day);
      case YEAR -> Math.floorDiv(month(day), 12);
    };
  }

  /**
   * Months since January of year 0 of a day since 1970, by counting years from March, so that the
   * leap day is the last of its year.
   */
  private static long month(long epochDay) {
    long day = epochDay + 719_468;
    long cycle = Math.floorDiv(day, CYCLE_DAYS);
    long ofCycle = day - cycle * CYCLE_DAYS;
    long year = (ofCycle - ofCycle / 1_460 + ofCycle / 36_524 - ofCycle / (CYCLE_DAYS - 1)) / 365;
    long ofYear = ofCycle - (365 * year + year / 4 - year / 100);
    long march = (5 * ofYear + 2) / 153;
    return (cycle * CYCLE_YEARS + year) * 12 + march + 2;
  }

  LocalDate start(long number) {
    return switch (step) {
      case NONE -> LocalDate.EPOCH;
      case DAY -> LocalDate.ofEpochDay(number);
      case WEEK -> LocalDate.ofEpochDay(number * 7 - DAYS_SINCE_MONDAY);
      case MONTH ->
          LocalDate.of((int) Math.floorDiv(number, 12), (int) Math.floorMod(number, 12L) + 1, 1);
      case YEAR -> LocalDate.of((int) number, 1, 1);
    };
  }
}
