package org.vigie.geodata.index;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import org.vigie.geodata.store.Summary.Step;

/** Days, weeks from Monday, months and years in UTC as numbers that follow one another. */
final class Periods {

  private static final long DAY_MICROS = 86_400_000_000L;

  /** 1970-01-01 was a Thursday. */
  private static final int DAYS_SINCE_MONDAY = DayOfWeek.THURSDAY.getValue() - 1;

  private static final int CYCLE_YEARS = 400;
  private static final int CYCLE_DAYS = 146_097;

  /** A century: more is worked out when it is asked for. */
  private static final long MAX_DAYS = 36_525;

  private final Step step;
  private final long firstDay;
  private final int[] ofDays;

  Periods(Step step) {
    this(step, 0, new int[0]);
  }

  private Periods(Step step, long firstDay, int[] ofDays) {
    this.step = step;
    this.firstDay = firstDay;
    this.ofDays = ofDays;
  }

  /**
   * The same with the number of every day between two moments at hand: for each of many rows to
   * work out a month takes longer than all else that is done with it.
   */
  Periods between(long firstMicros, long lastMicros) {
    long first = Math.floorDiv(firstMicros, DAY_MICROS);
    long days = Math.floorDiv(lastMicros, DAY_MICROS) - first + 1;
    if (days < 1 || days > MAX_DAYS) {
      return this;
    }
    int[] numbers = new int[(int) days];
    Arrays.setAll(numbers, day -> (int) ofDay(first + day));
    return new Periods(step, first, numbers);
  }

  /**
   * @param micros since 1970
   */
  long number(long micros) {
    long day = Math.floorDiv(micros, DAY_MICROS);
    long at = day - firstDay;
    return at >= 0 && at < ofDays.length ? ofDays[(int) at] : ofDay(day);
  }

  private long ofDay(long day) {
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
