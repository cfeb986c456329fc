package org.vigie.geodata.geo;

/**
 * Latitudes of {@link Mercator} without a transcendental function: the Gudermannian function,
 * {@code atan(sinh(m))}, by its first four Taylor terms about the nearest of 4 096 points. The
 * fifth term is less than 4·10⁻¹² degrees.
 */
final class Latitudes {

  private static final int SHIFT = 20;
  private static final int COUNT = 1 << (Integer.SIZE - SHIFT);
  private static final int MASK = (1 << SHIFT) - 1;
  private static final double CELLS = 1 << SHIFT;

  /** Four of each point, in degrees by the distance between two points. */
  private static final double[] TERMS = terms();

  private Latitudes() {}

  private static double[] terms() {
    double[] terms = new double[4 * COUNT];
    double step = 2 * Math.PI / COUNT;
    for (int i = 0; i < COUNT; i++) {
      double lat = Math.atan(Math.sinh((i - COUNT / 2 + 0.5) * step));
      double cosine = Math.cos(lat);
      terms[4 * i] = Math.toDegrees(lat);
      terms[4 * i + 1] = Math.toDegrees(cosine * step);
      terms[4 * i + 2] = Math.toDegrees(-Math.sin(lat) * cosine * step * step / 2);
      terms[4 * i + 3] = Math.toDegrees(-cosine * Math.cos(2 * lat) * step * step * step / 6);
    }
    return terms;
  }

  /** Degrees of the middle of a cell. */
  static double of(int y) {
    int at = 4 * ((y >> SHIFT) + COUNT / 2);
    double t = ((y & MASK) + 0.5) / CELLS - 0.5;
    return TERMS[at] + t * (TERMS[at + 1] + t * (TERMS[at + 2] + t * TERMS[at + 3]));
  }
}
