package org.vigie.geodata.query.cql2;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vigie.geodata.query.Expression;

/**
 * Literals from their written form. What is wrong is told by an {@link IllegalArgumentException}
 * whose message the reader completes with the place.
 */
final class Literals {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");
  private static final int LONG_DIGITS = 18;

  private Literals() {}

  /** Whole numbers become Long where they fit, all else Double. */
  static Expression.NumberLiteral number(String written) {
    boolean whole = written.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    if (whole && written.length() <= LONG_DIGITS) {
      return new Expression.NumberLiteral(Long.parseLong(written));
    }
    return finite(Double.parseDouble(written), written);
  }

  static Expression.NumberLiteral number(BigDecimal value, boolean whole) {
    if (whole && value.precision() <= LONG_DIGITS && value.scale() == 0) {
      return new Expression.NumberLiteral(value.longValueExact());
    }
    return finite(value.doubleValue(), value.toString());
  }

  static Expression.NumberLiteral negative(Expression.NumberLiteral literal) {
    return new Expression.NumberLiteral(
        literal.value() instanceof Long whole ? -whole : -literal.value().doubleValue());
  }

  private static Expression.NumberLiteral finite(double value, String written) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the number " + written + " is out of range");
    }
    return new Expression.NumberLiteral(value);
  }

  /** Text that a database can hold: no NUL and no half of a surrogate pair. */
  static Expression.TextLiteral text(String value) {
    boolean clean = value.codePoints().allMatch(c -> c != 0 && (c < 0xD800 || c > 0xDFFF));
    if (!clean) {
      throw new IllegalArgumentException(
          "the text holds a NUL or an incomplete character, which no value can contain");
    }
    return new Expression.TextLiteral(value);
  }

  static Expression.DateLiteral date(String written) {
    if (DATE.matcher(written).matches()) {
      try {
        LocalDate date = LocalDate.parse(written);
        refuseYear(date.getYear());
        return new Expression.DateLiteral(date);
      } catch (DateTimeException noSuchDay) {
        throw new IllegalArgumentException("there is no date " + written, noSuchDay);
      }
    }
    throw new IllegalArgumentException(
        "'" + written + "' is not a date; write it like '2024-03-31'");
  }

  static Expression.TimestampLiteral timestamp(String written) {
    if (TIMESTAMP.matcher(written).matches()) {
      try {
        Instant instant =
            OffsetDateTime.parse(written.toUpperCase(Locale.ROOT))
                .toInstant()
                .truncatedTo(ChronoUnit.MICROS);
        refuseYear(instant.atOffset(ZoneOffset.UTC).getYear());
        return new Expression.TimestampLiteral(instant);
      } catch (DateTimeException noSuchTime) {
        throw new IllegalArgumentException("there is no time " + written, noSuchTime);
      }
    }
    throw new IllegalArgumentException(
        "'" + written + "' is not a timestamp; write it like '2024-03-31T18:00:00Z'");
  }

  /** Databases have no year zero, and the written form no fifth digit. */
  private static void refuseYear(int year) {
    if (year < 1 || year > 9999) {
      throw new IllegalArgumentException(
          "the calendar of a filter runs from the year 1 to 9999 in UTC");
    }
  }

  /** An end of an interval: a date, a timestamp or the open end. */
  static Expression bound(String written) {
    if (written.equals("..")) {
      return new Expression.Open();
    }
    return written.length() > 10 ? timestamp(written) : date(written);
  }
}
