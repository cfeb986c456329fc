package org.vigie.geodata.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order a date written in numbers names its parts. */
public enum DateOrder {
  YEAR_MONTH_DAY("ymd"),
  DAY_MONTH_YEAR("dmy"),
  MONTH_DAY_YEAR("mdy");

  private final String code;

  DateOrder(String code) {
    this.code = code;
  }

  /** The word in a mapping file. */
  public String code() {
    return code;
  }

  public static Optional<DateOrder> find(String code) {
    return Arrays.stream(values())
        .filter(o -> o.code.equals(code.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
