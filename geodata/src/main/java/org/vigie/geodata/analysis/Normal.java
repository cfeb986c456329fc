package org.vigie.geodata.analysis;

/** Probabilities of the standard normal distribution, to some 1e-13 of their value. */
public final class Normal {

  private static final double ROOT_2 = Math.sqrt(2);
  private static final double ROOT_PI = Math.sqrt(Math.PI);

  /** Below, the series needs fewer terms; above, the continued fraction. */
  private static final double SERIES = 2;

  private Normal() {}

  /** Probability of a value at least as far from 0 on either side; NaN for NaN. */
  public static double twoSided(double z) {
    return complement(Math.abs(z) / ROOT_2);
  }

  /** Probability of a value at least as great. */
  public static double above(double z) {
    double half = twoSided(z) / 2;
    return z >= 0 ? half : 1 - half;
  }

  /** The complementary error function of x from 0: DLMF 7.6.2 and 7.9.1. */
  private static double complement(double x) {
    if (Double.isNaN(x)) {
      return Double.NaN;
    }
    if (x < SERIES) {
      double term = x;
      double sum = x;
      for (int n = 1; term > 1e-18 * sum; n++) {
        term *= 2 * x * x / (2 * n + 1);
        sum += term;
      }
      return 1 - 2 / ROOT_PI * Math.exp(-x * x) * sum;
    }
    double fraction = x;
    for (int n = 120; n >= 1; n--) {
      fraction = x + n / 2.0 / fraction;
    }
    return Math.exp(-x * x) / (ROOT_PI * fraction);
  }
}
