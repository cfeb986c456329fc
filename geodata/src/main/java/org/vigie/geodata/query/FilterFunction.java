package org.vigie.geodata.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every function a filter may call, with its types. A new one is a line here; the compiler then
 * asks for its SQL and for its evaluation.
 */
public enum FilterFunction {
  CASEI("Text without difference of case", ValueType.TEXT, ValueType.TEXT),
  ACCENTI("Text without accents", ValueType.TEXT, ValueType.TEXT),
  LENGTH("Number of characters", ValueType.NUMBER, ValueType.TEXT),
  ABS("Absolute value", ValueType.NUMBER, ValueType.NUMBER),
  FLOOR("Greatest whole number not above", ValueType.NUMBER, ValueType.NUMBER),
  CEIL("Least whole number not below", ValueType.NUMBER, ValueType.NUMBER),
  YEAR("Year in UTC", ValueType.NUMBER, ValueType.TIMESTAMP),
  MONTH("Month in UTC, 1 to 12", ValueType.NUMBER, ValueType.TIMESTAMP),
  DAY("Day of the month in UTC, 1 to 31", ValueType.NUMBER, ValueType.TIMESTAMP),
  HOUR("Hour in UTC, 0 to 23", ValueType.NUMBER, ValueType.TIMESTAMP),
  WEEKDAY("Day of the week in UTC, 1 Monday to 7 Sunday", ValueType.NUMBER, ValueType.TIMESTAMP),
  TIMEOFDAY(
      "Time of day such as '18:05' of a time of a precision at an offset from UTC such as '+01:00'"
          + " or in a time zone such as 'Asia/Beirut'; unknown where no more than the day is known",
      ValueType.TEXT,
      ValueType.TIMESTAMP,
      ValueType.TEXT,
      ValueType.TEXT),
  DAYOFWEEK(
      "Day of the week, 1 Monday to 7 Sunday, of a time of a precision at an offset from UTC such"
          + " as '+01:00' or in a time zone such as 'Asia/Beirut'; unknown where the day is not"
          + " known",
      ValueType.NUMBER,
      ValueType.TIMESTAMP,
      ValueType.TEXT,
      ValueType.TEXT);

  private final String description;
  private final ValueType result;
  private final List<ValueType> parameters;

  FilterFunction(String description, ValueType result, ValueType... parameters) {
    this.description = description;
    this.result = result;
    this.parameters = List.of(parameters);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String description() {
    return description;
  }

  public ValueType result() {
    return result;
  }

  /** A TIMESTAMP parameter takes a date as well. */
  public List<ValueType> parameters() {
    return parameters;
  }

  /** Whether its last argument is an offset from UTC or a time zone, which must be written out. */
  public boolean takesZone() {
    return this == TIMEOFDAY || this == DAYOFWEEK;
  }

  /** Whether it folds text, so that a pattern may be wrapped in it. */
  public boolean foldsText() {
    return this == CASEI || this == ACCENTI;
  }

  public static Optional<FilterFunction> find(String name) {
    return Arrays.stream(values()).filter(f -> f.word().equalsIgnoreCase(name)).findFirst();
  }
}
