package org.vigie.geodata.store.postgis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * SQL text under construction with the values bound to its question marks. Text comes from this
 * package only; everything from outside goes in as a value.
 */
final class Sql {

  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  static Sql of(String text, Object... values) {
    return new Sql().add(text, values);
  }

  /**
   * Appends text with one question mark for each value. Values are String, Long, Integer, Double,
   * Boolean, Instant, LocalDate, UUID, byte[] or String[].
   */
  Sql add(String more, Object... bound) {
    text.append(more);
    Collections.addAll(values, bound);
    return this;
  }

  Sql add(Sql other) {
    text.append(other.text);
    values.addAll(other.values);
    return this;
  }

  String text() {
    return text.toString();
  }

  List<Object> values() {
    return Collections.unmodifiableList(values);
  }

  @Override
  public String toString() {
    return text + " " + values;
  }
}
