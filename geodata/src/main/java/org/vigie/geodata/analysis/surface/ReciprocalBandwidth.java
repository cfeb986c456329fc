package org.vigie.geodata.analysis.surface;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The bandwidth of Cronie and van Lieshout (Biometrika 105 (2018)): {@code Σ 1/λ_h(xᵢ) = |W|} with
 * a Gaussian, every place among those that make the density at it, no edge correction. The sum
 * grows with h, so that there is one answer, found by halving.
 */
final class ReciprocalBandwidth {

  private static final int HALVINGS = 40;

  private ReciprocalBandwidth() {}

  /** Metres; empty for fewer than three places or no area. */
  static OptionalDouble best(double[] x, double[] y, double areaSquareMetres) {
    if (x.length < 3 || !(areaSquareMetres > 0)) {
      return OptionalDouble.empty();
    }
    double low = 1e-6 * Math.sqrt(areaSquareMetres);
    double high = 10 * Math.sqrt(areaSquareMetres);
    if (sum(x, y, high) < areaSquareMetres || sum(x, y, low) > areaSquareMetres) {
      return OptionalDouble.empty();
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = Math.sqrt(low * high);
      if (sum(x, y, middle) < areaSquareMetres) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalDouble.of(Math.sqrt(low * high));
  }

  /** Sum of the reciprocal densities at the places, in square metres. */
  static double sum(double[] x, double[] y, double h) {
    double[] reciprocal = new double[x.length];
    IntStream.range(0, x.length)
        .parallel()
        .forEach(
            i -> {
              double density = 0;
              for (int j = 0; j < x.length; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                density += SmoothingKernel.GAUSSIAN.at(dx * dx + dy * dy, h);
              }
              reciprocal[i] = 1 / density;
            });
    return Arrays.stream(reciprocal).sum();
  }
}
