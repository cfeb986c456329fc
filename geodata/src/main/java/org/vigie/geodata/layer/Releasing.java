package org.vigie.geodata.layer;

/**
 * Counts of a layer that everybody who signs in may know, also of what he may not see: by area and
 * calendar month (UTC) in which a feature starts, and no other way.
 *
 * @param by TEXT or CODE property whose values are the areas
 * @param below counts below it are not told, others as a multiple of it
 */
public record Releasing(String by, int below) {

  /** Fewer would tell one from two. */
  static final int LEAST = 3;

  static final int USUAL = 5;
  static final int MOST = 1_000;
}
