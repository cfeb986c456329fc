package org.vigie.geodata.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The type of an expression, as messages name it. */
public enum ValueType {
  TEXT("text", null),
  /** Java Long or Double. */
  NUMBER("a number", null),
  BOOLEAN("a boolean", null),
  DATE("a date", null),
  /** Java Instant. */
  TIMESTAMP("a timestamp", null),
  INTERVAL("an interval of time", null),
  GEOMETRY("a geometry", null),
  TEXTS("a list of texts", TEXT),
  NUMBERS("a list of numbers", NUMBER),
  BOOLEANS("a list of booleans", BOOLEAN),
  DATES("a list of dates", DATE),
  TIMESTAMPS("a list of timestamps", TIMESTAMP),
  /** The array without elements, which fits every list. */
  NOTHING("an empty list", null);

  private final String label;
  private final @Nullable ValueType element;

  ValueType(String label, @Nullable ValueType element) {
    this.label = label;
    this.element = element;
  }

  /** With its article, for a sentence. */
  public String label() {
    return label;
  }

  public boolean isArray() {
    return element != null || this == NOTHING;
  }

  /**
   * The type of a list's elements; text for the empty list.
   *
   * @throws IllegalStateException when this is not a list
   */
  public ValueType element() {
    if (element == null && this != NOTHING) {
      throw new IllegalStateException(this + " is not a list");
    }
    return element == null ? TEXT : element;
  }

  /** Whether it stands for one point on the time line. */
  public boolean isInstant() {
    return this == DATE || this == TIMESTAMP;
  }

  /** Whether values of this type have an order that CQL2 comparisons use. */
  public boolean isScalar() {
    return switch (this) {
      case TEXT, NUMBER, BOOLEAN, DATE, TIMESTAMP -> true;
      default -> false;
    };
  }

  /** The array type of this element type. */
  Optional<ValueType> array() {
    for (ValueType type : values()) {
      if (type.element == this) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /**
   * The type in which values of both can be compared: the same one, or a timestamp for a date (its
   * first moment in UTC) beside a timestamp.
   */
  public Optional<ValueType> common(ValueType other) {
    if (this == other || other == NOTHING) {
      return Optional.of(this);
    }
    if (this == NOTHING) {
      return Optional.of(other);
    }
    if (isInstant() && other.isInstant()) {
      return Optional.of(TIMESTAMP);
    }
    if (element != null && other.element != null) {
      return element.common(other.element).flatMap(ValueType::array);
    }
    return Optional.empty();
  }
}
