package org.vigie.geodata.model;

import java.util.Locale;

/**
 * A figure of a message with its thousands apart, which every language writes in its own way.
 *
 * @param decimals how many are written
 */
public record Figure(double value, int decimals) {

  public static Figure whole(long value) {
    return new Figure((double) value, 0);
  }

  public static Figure whole(double value) {
    return new Figure(value, 0);
  }

  /** English. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
