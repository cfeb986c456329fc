package org.vigie.geodata.analysis;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Choice;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Figure;
import org.vigie.geodata.model.Message;

/**
 * One parameter of an analysis: HTTP, the API description and forms all read this declaration.
 *
 * @param name as clients write it, with the unit when there is one ({@code epsM})
 * @param help what a larger or smaller value does
 * @param unit UCUM code, null for none
 * @param standard value when none is given: Double, Long, Boolean or String by kind; null when the
 *     analysis then chooses one from the data and says why
 * @param minimum least value, null for none or when the kind is no number
 * @param maximum greatest value, likewise
 * @param choices of a WORD
 */
public record Parameter(
    String name,
    String title,
    String help,
    Kind kind,
    @Nullable String unit,
    @Nullable Object standard,
    @Nullable Double minimum,
    @Nullable Double maximum,
    List<Choice> choices) {

  /** Type of a value. */
  public enum Kind {
    NUMBER,
    INTEGER,
    FLAG,
    WORD,
    /** A moment, ISO 8601 with its offset; kept as text in UTC. */
    MOMENT
  }

  public static Parameter number(
      String name,
      String title,
      String help,
      String unit,
      double standard,
      double min,
      double max) {
    return new Parameter(name, title, help, Kind.NUMBER, unit, standard, min, max, List.of());
  }

  /** A number that the analysis chooses from the data when none is given. */
  public static Parameter chosen(
      String name, String title, String help, String unit, double min, double max) {
    return new Parameter(name, title, help, Kind.NUMBER, unit, null, min, max, List.of());
  }

  public static Parameter integer(
      String name, String title, String help, long standard, long min, long max) {
    return new Parameter(
        name, title, help, Kind.INTEGER, null, standard, (double) min, (double) max, List.of());
  }

  public static Parameter flag(String name, String title, String help, boolean standard) {
    return new Parameter(name, title, help, Kind.FLAG, null, standard, null, null, List.of());
  }

  /**
   * @param labels English label by code; the first is not special, {@code standard} is the default
   */
  public static Parameter word(
      String name, String title, String help, String standard, Map<String, String> labels) {
    List<Choice> choices =
        labels.entrySet().stream()
            .map(e -> new Choice(e.getKey(), Map.of("en", e.getValue()), null))
            .toList();
    return new Parameter(name, title, help, Kind.WORD, null, standard, null, null, choices);
  }

  /** A moment that the analysis chooses when none is given. */
  public static Parameter moment(String name, String title, String help) {
    return new Parameter(name, title, help, Kind.MOMENT, null, null, null, null, List.of());
  }

  /**
   * The value as this parameter keeps it.
   *
   * @param given a Number, Boolean or String
   */
  Object read(Object given) throws BadInputException {
    return switch (kind) {
      case NUMBER, INTEGER -> readNumber(given);
      case FLAG -> {
        if (given instanceof Boolean) {
          yield given;
        }
        throw wrong(given, Message.of("Give true or false"));
      }
      case WORD -> {
        if (given instanceof String word && choices.stream().anyMatch(c -> c.code().equals(word))) {
          yield given;
        }
        throw wrong(
            given, Message.of("Use one of {choices}", choices.stream().map(Choice::code).toList()));
      }
      case MOMENT -> readMoment(given);
    };
  }

  private Object readMoment(Object given) throws BadInputException {
    try {
      return OffsetDateTime.parse(String.valueOf(given)).toInstant().toString();
    } catch (DateTimeParseException notOne) {
      throw wrong(given, Message.of("Give date, time and offset such as 2026-01-31T00:00:00Z"));
    }
  }

  private Object readNumber(Object given) throws BadInputException {
    Message range = range();
    if (!(given instanceof Number number)) {
      throw wrong(given, range);
    }
    double value = number.doubleValue();
    boolean tooLow = minimum != null && value < minimum;
    boolean tooHigh = maximum != null && value > maximum;
    boolean broken = kind == Kind.INTEGER && value != Math.rint(value);
    if (Double.isNaN(value) || Double.isInfinite(value) || tooLow || tooHigh || broken) {
      throw wrong(given, range);
    }
    if (kind == Kind.INTEGER) {
      return (long) value;
    }
    return value;
  }

  private Message range() {
    boolean whole = kind == Kind.INTEGER;
    if (minimum == null || maximum == null) {
      return Message.of(whole ? "Give a whole number" : "Give a number");
    }
    Figure least = Figure.whole(minimum);
    Figure most = Figure.whole(maximum);
    if (unit == null) {
      return Message.of(
          whole
              ? "Give a whole number from {least} to {most}"
              : "Give a number from {least} to {most}",
          least,
          most);
    }
    return Message.of(
        whole
            ? "Give a whole number from {least} to {most} {unit}"
            : "Give a number from {least} to {most} {unit}",
        least,
        most,
        unit);
  }

  private BadInputException wrong(Object given, Message fix) {
    return new BadInputException(
        Fault.of(name, Message.of("'{given}' is not possible", given), fix));
  }
}
