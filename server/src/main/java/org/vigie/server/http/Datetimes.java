package org.vigie.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.TimeSpan;

/**
 * Reads instants and intervals of query parameters (RFC 3339; open ends as two dots or empty). One
 * end may be a length (ISO 8601): {@code 2024-01-01/P2D} is those two days and nothing of the
 * third.
 */
public final class Datetimes {

  /**
   * Intervals of the standard include their end, spans of ours do not: the smallest step that the
   * store tells apart lies between.
   */
  private static final long STEP_NANOS = 1_000;

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private Datetimes() {}

  public static TimeSpan read(String text) throws BadInputException {
    String[] ends = text.split("/", -1);
    if (ends.length > 2) {
      throw wrong("datetime", Message.of("'{text}' has more than two ends", text));
    }
    if (ends.length == 1) {
      if (open(text)) {
        throw wrong("datetime", Message.of("'{text}' is neither an instant nor an interval", text));
      }
      return new TimeSpan(first("datetime", text), last("datetime", text));
    }
    if (ends[0].startsWith("P") || ends[1].startsWith("P")) {
      return measured(ends[0], ends[1]);
    }
    Instant start = open(ends[0]) ? null : first("datetime", ends[0]);
    Instant end = open(ends[1]) ? null : last("datetime", ends[1]);
    if (start == null && end == null && !text.contains("..")) {
      throw wrong("datetime", Message.of("'{text}' is empty", text));
    }
    if (start != null && end != null && end.isBefore(start)) {
      throw wrong("datetime", Message.of("the interval ends ({value}) before it starts", ends[1]));
    }
    return new TimeSpan(start, end);
  }

  /** One moment; a date is its first. */
  public static Instant instant(String name, String text) throws BadInputException {
    return first(name, text);
  }

  /**
   * One moment that is past, or is now by a clock that is a little ahead of ours.
   *
   * @throws BadInputException also for a moment ahead: what will be known nobody can tell
   */
  public static Instant past(String name, String text) throws BadInputException {
    Instant moment = instant(name, text);
    Instant now = Instant.now();
    if (moment.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw new BadInputException(
          Fault.of(
              name,
              Message.of("'{text}' lies ahead: what will be known then cannot be told", text),
              Message.of(
                  "Give a moment up to now, which is {now}, or leave it out to see what is known"
                      + " now",
                  now.truncatedTo(ChronoUnit.SECONDS))));
    }
    return moment;
  }

  private static TimeSpan measured(String from, String to) throws BadInputException {
    boolean startsWithLength = from.startsWith("P");
    String text = startsWithLength ? from : to;
    Lengths length = Lengths.read(text);
    if (length == null) {
      throw wrong("datetime", Message.of("'{text}' is not a length of time", text));
    }
    String end = startsWithLength ? to : from;
    // A date is a whole day and the length counts from its midnight; a moment belongs to its
    // interval.
    boolean dated = date(end) != null;
    Instant known = startsWithLength && dated ? last("datetime", to) : first("datetime", end);
    Instant other = startsWithLength ? length.before(known) : length.after(known);
    if (other == null) {
      throw wrong(
          "datetime", Message.of("'{from}/{to}' reaches beyond the years 0000 to 9999", from, to));
    }
    Instant first = startsWithLength ? other : known;
    Instant last = startsWithLength ? known : other;
    return new TimeSpan(first, dated ? last : last.plusNanos(STEP_NANOS));
  }

  private static boolean open(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static Instant first(String name, String text) throws BadInputException {
    LocalDate date = date(text);
    return date == null ? moment(name, text) : date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Instant last(String name, String text) throws BadInputException {
    LocalDate date = date(text);
    return date == null
        ? moment(name, text).plusNanos(STEP_NANOS)
        : date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static @Nullable LocalDate date(String text) {
    if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noSuchDay) {
      return null;
    }
  }

  private static Instant moment(String name, String text) throws BadInputException {
    if (!text.matches("[0-9]{4}-.*")) {
      throw wrong(name, Message.of("'{text}' is not a time", text));
    }
    try {
      // A plus sign of a zone offset arrives as a space when the client forgot to encode it.
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeParseException notRfc3339) {
      throw wrong(name, Message.of("'{text}' is not a time", text));
    }
  }

  private static BadInputException wrong(String name, Message what) {
    return new BadInputException(
        Fault.of(
            name,
            what,
            "Give RFC 3339 times with a zone, for example 2024-01-31T12:00:00Z, or"
                + " 2024-01-01/2024-01-31, or 2024-01-01/P1M, or 2024-01-01/.."));
  }
}
