package org.vigie.geodata.geo;

import java.util.Arrays;

/**
 * The shortest span of longitudes that holds some, which may lead over the antimeridian. Gathered
 * in one pass, exact unless places lie in every degree but for gaps inside one.
 */
final class LongitudeSpan {

  private final double[] least = new double[360];
  private final double[] most = new double[360];

  LongitudeSpan() {
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
  }

  /** Degrees from -180 to 180. */
  void include(double lon) {
    int degree = Math.min(359, (int) (lon + 180));
    least[degree] = Math.min(least[degree], lon);
    most[degree] = Math.max(most[degree], lon);
  }

  /** Middle of the span in degrees from -180 to 180. */
  double middle() {
    int last = 359;
    while (most[last] == Double.NEGATIVE_INFINITY) {
      last--;
    }
    double before = most[last] - 360;
    double widest = -1;
    double start = 0;
    double end = 0;
    for (int degree = 0; degree < 360; degree++) {
      if (least[degree] != Double.POSITIVE_INFINITY) {
        if (least[degree] - before > widest) {
          widest = least[degree] - before;
          start = least[degree];
          end = before + 360;
        }
        before = most[degree];
      }
    }
    double middle = (start + end) / 2;
    return middle > 180 ? middle - 360 : middle;
  }
}
