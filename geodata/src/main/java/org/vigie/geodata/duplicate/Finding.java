package org.vigie.geodata.duplicate;

import java.util.Locale;
import java.util.Optional;

/**
 * How far one aspect speaks for the same event.
 *
 * @param value 0 (against it) to 1 (as if it were the same)
 * @param reason what to say for it; empty when there is nothing worth saying
 */
record Finding(double value, Optional<String> reason) {

  /** One side says nothing: neither for nor against. */
  static final Finding UNKNOWN = new Finding(0.5, Optional.empty());

  static Finding of(double value, String reason) {
    return new Finding(Math.max(0, Math.min(1, value)), Optional.of(reason));
  }

  static Finding against() {
    return new Finding(0, Optional.empty());
  }

  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
