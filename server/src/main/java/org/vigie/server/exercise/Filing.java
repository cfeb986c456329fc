package org.vigie.server.exercise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;

/** When the archive was written: after each quarter of a year, in the last weeks every week. */
final class Filing {

  private static final LocalDate WEEKLY = Calendar.END.minusDays(Incidents.DAYS_OPEN);

  private Filing() {}

  /** When that was filed which became known at a moment: before the chronicle begins. */
  static Instant after(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    LocalDate quarter = day.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3).plusDays(2);
    LocalDate next =
        quarter.isBefore(WEEKLY)
            ? quarter
            : later(WEEKLY, day.plusDays(8 - day.getDayOfWeek().getValue()));
    Instant written = next.atTime(6, 0).toInstant(ZoneOffset.UTC);
    Instant last = Chronicle.FIRST.minusSeconds(3600);
    return written.isAfter(last) ? last : written;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
