package org.vigie.geodata.model;

import java.util.Arrays;
import java.util.Optional;

/** How well the time of an event is known; the span of the event covers the uncertainty. */
public enum TimePrecision {
  EXACT_MINUTE("EXACT_MINUTE"),
  EXACT_DAY("EXACT_DAY"),
  DAYS_2_TO_6("2-6_DAYS"),
  WEEK("WEEK"),
  MONTH("MONTH"),
  YEAR("YEAR");

  private final String code;

  TimePrecision(String code) {
    this.code = code;
  }

  /** The code in files, database and API. */
  public String code() {
    return code;
  }

  public static Optional<TimePrecision> find(String code) {
    return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
  }
}
