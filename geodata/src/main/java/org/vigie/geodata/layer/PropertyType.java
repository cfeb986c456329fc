package org.vigie.geodata.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Type of a declared property. The word in a layer file is the lower-case name with hyphens. */
public enum PropertyType {
  /** One line; Java String. */
  TEXT,
  /** Many lines; Java String. */
  LONG_TEXT,
  /** Java Long. */
  INTEGER,
  /** Java Double. */
  NUMBER,
  /** Java Boolean. */
  BOOLEAN,
  /** Java LocalDate. */
  DATE,
  /** Java Instant, UTC. */
  TIMESTAMP,
  /** One of the declared choices; Java String. */
  CODE,
  /** Several of the declared choices; Java List of String. */
  CODES,
  /** Several free texts; Java List of String. */
  TEXTS,
  /** Rows of declared columns; Java List of Map. */
  TABLE;

  /** The word in a layer file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean isNumeric() {
    return this == INTEGER || this == NUMBER;
  }

  public boolean hasChoices() {
    return this == CODE || this == CODES;
  }

  public static Optional<PropertyType> find(String word) {
    return Arrays.stream(values()).filter(t -> t.word().equals(word)).findFirst();
  }

  /** All words, in the order of declaration. */
  public static List<String> words() {
    return Arrays.stream(values()).map(PropertyType::word).toList();
  }
}
