package org.vigie.geodata.format.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.vigie.geodata.format.DateOrder;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.TimePrecision;

/**
 * Reads dates and times. ISO 8601 and dates with a month's name (English or French) need no
 * declaration; dates in numbers alone need an order. Two-digit years 90 to 99 are 19yy, others
 * 20yy.
 *
 * @param order of dates in numbers; empty when unknown, then they are refused
 * @param zone of times that name none
 * @param midnightIsDay whether 00:00 without an offset means the whole day, as spreadsheets write
 *     dates
 */
public record DateText(Optional<DateOrder> order, ZoneId zone, boolean midnightIsDay) {

  /** ISO 8601 in UTC. */
  public static final DateText ISO = new DateText(Optional.empty(), ZoneOffset.UTC, false);

  public Moment parse(String field, String text) throws BadInputException {
    String stripped = text.strip();
    DateParts parts =
        DateParts.find(stripped)
            .orElseThrow(
                () -> bad(field, stripped, "is no date", Message.of("Write it like 2026-05-16")));
    if (parts.needsOrder() && (order.isEmpty() || order.get() == DateOrder.YEAR_MONTH_DAY)) {
      throw bad(
          field,
          stripped,
          "does not say which number is the day",
          Message.of("Declare the date order: dmy or mdy"));
    }
    try {
      return moment(date(parts), parts);
    } catch (DateTimeException noSuchDay) {
      throw bad(
          field,
          stripped,
          "is no day of the calendar" + order.map(o -> " when read " + o.code()).orElse(""),
          Message.of("Correct it, or declare another date order"));
    }
  }

  private LocalDate date(DateParts p) {
    if (p.yearFirst()) {
      return LocalDate.of(p.first(), p.second(), p.third());
    }
    boolean monthFirst =
        p.named() == 1 || (p.named() == 0 && order.orElseThrow() == DateOrder.MONTH_DAY_YEAR);
    return monthFirst
        ? LocalDate.of(p.third(), p.first(), p.second())
        : LocalDate.of(p.third(), p.second(), p.first());
  }

  private Moment moment(LocalDate date, DateParts parts) {
    Optional<LocalTime> time = parts.time();
    if (parts.offset().isPresent() && time.isPresent()) {
      Instant instant = date.atTime(time.get()).toInstant(parts.offset().get());
      return new Moment(instant, instant, date, TimePrecision.EXACT_MINUTE);
    }
    boolean wholeDay = time.isEmpty() || (midnightIsDay && time.get().equals(LocalTime.MIDNIGHT));
    Instant start = date.atTime(time.orElse(LocalTime.MIDNIGHT)).atZone(zone).toInstant();
    return wholeDay
        ? new Moment(
            date.atStartOfDay(zone).toInstant(),
            date.plusDays(1).atStartOfDay(zone).toInstant(),
            date,
            TimePrecision.EXACT_DAY)
        : new Moment(start, start.plusSeconds(60), date, TimePrecision.EXACT_MINUTE);
  }

  private static BadInputException bad(String field, String text, String what, Message fix) {
    return new BadInputException(Fault.of(field, Message.of("\"{text}\" {what}", text, what), fix));
  }
}
