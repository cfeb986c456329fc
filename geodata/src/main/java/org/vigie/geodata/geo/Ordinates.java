package org.vigie.geodata.geo;

/** Degrees as short text: seven decimals (11 mm at the equator), no trailing zeros. */
public final class Ordinates {

  private static final long SCALE = 10_000_000L;

  private Ordinates() {}

  /**
   * @param degrees finite, at most 1000 in size
   */
  public static String format(double degrees) {
    long scaled = Math.round(degrees * SCALE);
    StringBuilder text = new StringBuilder(12);
    if (scaled < 0) {
      text.append('-');
      scaled = -scaled;
    }
    text.append(scaled / SCALE);
    long fraction = scaled % SCALE;
    if (fraction != 0) {
      String digits = Long.toString(SCALE + fraction);
      int end = digits.length();
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      text.append('.').append(digits, 1, end);
    }
    return text.toString();
  }
}
