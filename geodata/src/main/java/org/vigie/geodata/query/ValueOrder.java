package org.vigie.geodata.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The order of values of one type, as the database has it. */
final class ValueOrder {

  private ValueOrder() {}

  static int compare(Object one, Object other) {
    if (one instanceof String text) {
      return compareCodePoints(text, (String) other);
    }
    if (one instanceof Long a && other instanceof Long b) {
      return Long.compare(a, b);
    }
    if (one instanceof Number a) {
      // Adding zero makes -0.0 and 0.0 the same, as they are in SQL.
      return Double.compare(a.doubleValue() + 0.0, ((Number) other).doubleValue() + 0.0);
    }
    if (one instanceof Boolean truth) {
      return truth.compareTo((Boolean) other);
    }
    if (one instanceof LocalDate date) {
      return date.compareTo((LocalDate) other);
    }
    return micros((Instant) one).compareTo(micros((Instant) other));
  }

  /** The database keeps microseconds. */
  private static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  /** Strings of Java sort surrogates before the last characters of the basic plane. */
  private static int compareCodePoints(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        boolean surrogates = Character.isSurrogate(a) || Character.isSurrogate(b);
        return surrogates && Character.isSurrogate(a) != Character.isSurrogate(b)
            ? (Character.isSurrogate(a) ? 1 : -1)
            : Character.compare(a, b);
      }
    }
    return Integer.compare(one.length(), other.length());
  }
}
