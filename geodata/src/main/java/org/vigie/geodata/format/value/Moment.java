package org.vigie.geodata.format.value;

import java.time.Instant;
import java.time.LocalDate;
import org.vigie.geodata.model.TimePrecision;

/**
 * A date or a time as it was written.
 *
 * @param start first instant meant
 * @param end first instant no longer meant: a day or a minute later; the start itself for a time
 *     given with its offset from UTC, which is taken as it stands
 * @param date the calendar date in the zone it was written in
 */
public record Moment(Instant start, Instant end, LocalDate date, TimePrecision precision) {

  public boolean isWholeDay() {
    return precision == TimePrecision.EXACT_DAY;
  }
}
