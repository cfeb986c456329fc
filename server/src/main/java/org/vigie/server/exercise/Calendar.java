package org.vigie.server.exercise;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The days of the exercise, counted from its first; all times are UTC. */
final class Calendar {

  static final LocalDate FIRST = LocalDate.of(2023, 7, 1);

  /** The day after the last. */
  static final LocalDate END = LocalDate.of(2026, 7, 1);

  static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST, END);

  private Calendar() {}

  static LocalDate date(int day) {
    return FIRST.plusDays(day);
  }

  static int day(LocalDate date) {
    return (int) ChronoUnit.DAYS.between(FIRST, date);
  }

  static Instant instant(int day, int minute) {
    return date(day).atStartOfDay(ZoneOffset.UTC).plusMinutes(minute).toInstant();
  }

  static Instant end() {
    return END.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static DayOfWeek weekday(int day) {
    return date(day).getDayOfWeek();
  }

  /** How dry the season is: 1 in August, 0 in February, when the rivers are in flood. */
  static double dryness(int day) {
    int dayOfYear = date(day).getDayOfYear();
    return 0.5 + 0.5 * StrictMath.cos(2 * Math.PI * (dayOfYear - 227) / 365.25);
  }
}
