package org.vigie.geodata.layer;

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
  TABLE
}
