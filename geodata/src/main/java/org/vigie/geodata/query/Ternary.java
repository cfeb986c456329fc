package org.vigie.geodata.query;

/** Truth value of SQL and CQL2: a condition on an unknown value is unknown. */
public enum Ternary {
  FALSE,
  UNKNOWN,
  TRUE;

  static Ternary of(boolean value) {
    return value ? TRUE : FALSE;
  }

  Ternary and(Ternary other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Ternary or(Ternary other) {
    return compareTo(other) >= 0 ? this : other;
  }

  Ternary not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }
}
