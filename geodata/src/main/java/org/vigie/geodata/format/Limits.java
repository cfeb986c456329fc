package org.vigie.geodata.format;

/** How much of a file is read as one thing before it is refused, so that memory stays bounded. */
public final class Limits {

  /** Characters of one record. */
  public static final int RECORD_CHARACTERS = 4_000_000;

  /** Characters of one cell or text. */
  public static final int TEXT_CHARACTERS = 1_000_000;

  public static final int COLUMNS = 1_000;

  /** Nested objects and arrays. */
  public static final int DEPTH = 64;

  /** JSON tokens of one feature. */
  public static final int FEATURE_TOKENS = 1_000_000;

  /** Vertices of one geometry, as the store's own check has it. */
  public static final int VERTICES = 100_000;

  private Limits() {}
}
