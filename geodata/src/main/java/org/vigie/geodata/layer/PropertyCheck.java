package org.vigie.geodata.layer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** Whether properties are declared, complete, of their type, in their code list and range. */
final class PropertyCheck {

  static final int MAX_TEXT = 10_000;
  static final int MAX_LONG_TEXT = 1_000_000;

  /** An entry of a B-tree holds 2704 bytes; a character takes up to four. */
  static final int MAX_INDEXED_TEXT = 600;

  private static final int SHOWN_WORDS = 30;
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private final Map<String, Property> declared = new LinkedHashMap<>();
  private final String owner;

  PropertyCheck(Layer layer) {
    this("layer " + layer.name(), layer.properties());
  }

  private PropertyCheck(String owner, List<Property> properties) {
    this.owner = owner;
    properties.forEach(p -> declared.put(p.name(), p));
  }

  void check(Map<String, Object> properties, List<Fault> faults) {
    check("", properties, faults);
  }

  private void check(String path, Map<String, ?> properties, List<Fault> faults) {
    for (Map.Entry<String, ?> entry : properties.entrySet()) {
      Property property = declared.get(entry.getKey());
      if (property == null) {
        faults.add(
            Fault.of(
                path + entry.getKey(),
                Message.of("{owner} has no such property", owner),
                Message.of("Use one of: {choices}", firstOf(List.copyOf(declared.keySet())))));
      } else {
        checkValue(path + property.name(), property, entry.getValue(), faults);
      }
    }
    for (Property property : declared.values()) {
      if (property.required() && !properties.containsKey(property.name())) {
        faults.add(
            Fault.of(
                path + property.name(),
                Message.of("no {title}", property.title()),
                property.choices().isEmpty()
                    ? Message.of("It is required")
                    : Message.of("It is required; use one of: {words}", words(property))));
      }
    }
  }

  private static void checkValue(
      String field, Property property, @Nullable Object value, List<Fault> faults) {
    switch (property.type()) {
      case TEXT -> checkText(field, value, limit(property, MAX_TEXT), faults);
      case LONG_TEXT -> checkText(field, value, MAX_LONG_TEXT, faults);
      case CODE -> checkCode(field, property, value, faults);
      case INTEGER -> {
        if (value instanceof Long number) {
          checkRange(field, property, number, faults);
        } else {
          wrong(field, value, "a whole number", faults);
        }
      }
      case NUMBER -> {
        if (value instanceof Double number && !number.isNaN() && !number.isInfinite()) {
          checkRange(field, property, number, faults);
        } else {
          wrong(field, value, "a number", faults);
        }
      }
      case BOOLEAN -> require(value instanceof Boolean, field, value, "true or false", faults);
      case DATE ->
          require(
              value instanceof LocalDate date && date.getYear() >= 1 && date.getYear() <= 9999,
              field,
              value,
              "a date as yyyy-mm-dd",
              faults);
      case TIMESTAMP ->
          require(
              value instanceof Instant time && !time.isBefore(EARLIEST) && !time.isAfter(LATEST),
              field,
              value,
              "a time as yyyy-mm-ddThh:mm:ssZ",
              faults);
      case CODES, TEXTS, TABLE -> checkList(field, property, value, faults);
    }
  }

  private static void checkList(
      String field, Property property, @Nullable Object value, List<Fault> faults) {
    if (!(value instanceof List<?> list)) {
      wrong(field, value, "a list", faults);
      return;
    }
    PropertyCheck columns = new PropertyCheck(property.name(), property.columns());
    for (int i = 0; i < list.size(); i++) {
      String place = field + "[" + (i + 1) + "]";
      Object element = list.get(i);
      if (property.type() == PropertyType.CODES) {
        checkCode(place, property, element, faults);
      } else if (property.type() == PropertyType.TEXTS) {
        checkText(place, element, MAX_TEXT, faults);
      } else if (element instanceof Map<?, ?> row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        row.forEach((name, cell) -> cells.put(String.valueOf(name), cell));
        columns.check(place + ".", cells, faults);
      } else {
        wrong(place, element, "a row of columns", faults);
      }
    }
  }

  private static void checkText(
      String field, @Nullable Object value, int longest, List<Fault> faults) {
    if (!(value instanceof String text)) {
      wrong(field, value, "a text", faults);
    } else if (text.length() > longest) {
      faults.add(
          Fault.of(
              field,
              Message.of("the text has {count} characters", text.length()),
              Message.of("Shorten it to {longest} characters", longest)));
    } else {
      Texts.check(field, text, faults);
    }
  }

  private static void checkCode(
      String field, Property property, @Nullable Object value, List<Fault> faults) {
    if (value instanceof String code && !property.open() && property.findChoice(code).isEmpty()) {
      faults.add(
          Fault.of(
              field,
              Message.of("{code} is not in the list", Texts.quoted(code)),
              Message.of("Use one of: {words}", words(property))));
    } else {
      checkText(field, value, MAX_INDEXED_TEXT, faults);
    }
  }

  private static int limit(Property property, int otherwise) {
    return property.indexed() ? MAX_INDEXED_TEXT : otherwise;
  }

  private static void checkRange(
      String field, Property property, Number value, List<Fault> faults) {
    Double minimum = property.minimum();
    Double maximum = property.maximum();
    if (minimum != null && value.doubleValue() < minimum) {
      faults.add(
          Fault.of(
              field,
              Message.of("{value} is too small", value),
              Message.of("At least {plain}", plain(minimum))));
    }
    if (maximum != null && value.doubleValue() > maximum) {
      faults.add(
          Fault.of(
              field,
              Message.of("{value} is too large", value),
              Message.of("At most {plain}", plain(maximum))));
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static void require(
      boolean right, String field, @Nullable Object value, String expected, List<Fault> faults) {
    if (!right) {
      wrong(field, value, expected, faults);
    }
  }

  private static void wrong(
      String field, @Nullable Object value, String expected, List<Fault> faults) {
    faults.add(
        Fault.of(
            field,
            value == null
                ? Message.of("null")
                : Message.of("{value} is not {expected}", Texts.quoted(value), expected),
            value == null
                ? Message.of("Leave the property out when it is unknown")
                : Message.of("Give {expected}", expected)));
  }

  private static String words(Property property) {
    return firstOf(property.choices().stream().map(Choice::code).toList());
  }

  private static String firstOf(List<String> words) {
    String first = String.join(", ", words.subList(0, Math.min(words.size(), SHOWN_WORDS)));
    return words.size() <= SHOWN_WORDS
        ? first
        : first + " … (" + (words.size() - SHOWN_WORDS) + " more)";
  }
}
