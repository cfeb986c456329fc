package org.vigie.server.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A length of time as ISO 8601 writes it: P2D, P1M6DT12H, PT90M. Years, months and days are counted
 * on the calendar of UTC.
 */
record Lengths(Period days, Duration time) {

  private static final int LAST_YEAR = 9999;

  /** Null when the text is not such a length. */
  static @Nullable Lengths read(String text) {
    if (!text.matches("P(?=.)[0-9YMWD]*(T[0-9.HMS]+)?")) {
      return null;
    }
    int clock = text.indexOf('T');
    String calendar = clock < 0 ? text : text.substring(0, clock);
    try {
      return new Lengths(
          calendar.equals("P") ? Period.ZERO : Period.parse(calendar),
          clock < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(clock)));
    } catch (DateTimeException notIso8601) {
      return null;
    }
  }

  /** Null when that lies beyond the years which RFC 3339 can write. */
  @Nullable Instant after(Instant start) {
    try {
      return written(start.atOffset(ZoneOffset.UTC).plus(days).plus(time));
    } catch (DateTimeException | ArithmeticException tooFar) {
      return null;
    }
  }

  /** Null when that lies before the years which RFC 3339 can write. */
  @Nullable Instant before(Instant end) {
    try {
      return written(end.atOffset(ZoneOffset.UTC).minus(time).minus(days));
    } catch (DateTimeException | ArithmeticException tooFar) {
      return null;
    }
  }

  private static @Nullable Instant written(OffsetDateTime moment) {
    return moment.getYear() < 0 || moment.getYear() > LAST_YEAR ? null : moment.toInstant();
  }
}
