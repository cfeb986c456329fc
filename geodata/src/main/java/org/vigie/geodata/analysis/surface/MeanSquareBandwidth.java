package org.vigie.geodata.analysis.surface;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The bandwidth with the least estimated mean square error when the events are a stationary Cox
 * process (P. J. Diggle, Applied Statistics 34 (1985); M. Berman and P. Diggle, J. R. Stat. Soc. B
 * 51 (1989), equation 2.4): for a disc of radius t the error is, but for a constant and λ²,
 *
 * <pre>(1 - 2 λ K(t)) / (π t² λ) + (π t²)⁻² ∫ overlap(s, t) dK(s),  s up to 2t</pre>
 *
 * with the area that two discs at distance s have in common. K is estimated from all pairs without
 * an edge correction. A disc of radius t has the standard deviation t/2 along an axis, which is the
 * bandwidth given.
 */
final class MeanSquareBandwidth {

  /** Radii that are tried: up to a quarter of the side of a square as large as the area. */
  private static final int STEPS = 512;

  /** Pairs are counted by distance, in as many classes; a class is taken for its middle. */
  private static final int CLASSES = 16_384;

  private final long[] pairs = new long[CLASSES];
  private final double width;
  private final double intensity;
  private final double perPair;
  private final double longest;

  /** Places in metres. */
  MeanSquareBandwidth(double[] x, double[] y, double areaSquareMetres) {
    int n = x.length;
    longest = Math.sqrt(areaSquareMetres) / 4;
    width = 2 * longest / CLASSES;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double d = Math.hypot(x[i] - x[j], y[i] - y[j]);
        if (d < 2 * longest) {
          pairs[(int) (d / width)]++;
        }
      }
    }
    intensity = n / areaSquareMetres;
    // Either of a pair sees the other.
    perPair = 2 * areaSquareMetres / ((double) n * Math.max(1, n - 1));
  }

  /** Metres; empty for fewer than three places or no area. */
  OptionalDouble best() {
    if (!(longest > 0) || Arrays.stream(pairs).sum() == 0) {
      return OptionalDouble.empty();
    }
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < STEPS; i++) {
      double t = longest * i / (STEPS - 1);
      double error = error(t);
      if (error < least) {
        least = error;
        best = t;
      }
    }
    return OptionalDouble.of(best / 2);
  }

  /** Mean square error over the squared intensity, less a constant, for a disc of radius t. */
  double error(double t) {
    double disc = Math.PI * t * t;
    double within = 0;
    double overlap = 0;
    for (int k = 0; k < CLASSES && (k + 0.5) * width < 2 * t; k++) {
      double s = (k + 0.5) * width;
      if (pairs[k] > 0) {
        within += s <= t ? pairs[k] : 0;
        overlap +=
            pairs[k] * (2 * t * t * Math.acos(s / (2 * t)) - s / 2 * Math.sqrt(4 * t * t - s * s));
      }
    }
    return (1 / intensity - 2 * perPair * within) / disc + perPair * overlap / (disc * disc);
  }
}
