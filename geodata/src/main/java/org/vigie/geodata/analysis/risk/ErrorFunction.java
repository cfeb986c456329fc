package org.vigie.geodata.analysis.risk;

/** The error function to some 1e-15, and what a normal distribution puts between regular lines. */
final class ErrorFunction {

  private static final double SERIES_TO = 2.5;
  private static final int FRACTIONS = 60;

  private ErrorFunction() {}

  /** {@code erf x}: its power series (DLMF 7.6.2), far out its continued fraction (DLMF 7.9.1). */
  static double erf(double x) {
    double z = Math.abs(x);
    if (z > 6) {
      return Math.signum(x);
    }
    double value;
    if (z < SERIES_TO) {
      double term = z;
      double sum = z;
      for (int n = 1; Math.abs(term) > 1e-17 * sum; n++) {
        term *= 2 * z * z / (2 * n + 1);
        sum += term;
      }
      value = 2 / Math.sqrt(Math.PI) * Math.exp(-z * z) * sum;
    } else {
      double fraction = z;
      for (int k = FRACTIONS; k > 0; k--) {
        fraction = z + k / 2.0 / fraction;
      }
      value = 1 - Math.exp(-z * z) / (Math.sqrt(Math.PI) * fraction);
    }
    return Math.copySign(value, x);
  }

  /** Share of a normal distribution below a number of standard deviations. */
  static double normal(double deviations) {
    return (1 + erf(deviations / Math.sqrt(2))) / 2;
  }

  /** Share in each of the strips of one width from number {@code first} to {@code last}. */
  static double[] normalShares(int first, int last, double width, double middle, double sigma) {
    double[] shares = new double[last - first + 1];
    double below = normal((first * width - middle) / sigma);
    for (int i = 0; i < shares.length; i++) {
      double upTo = normal(((first + i + 1) * width - middle) / sigma);
      shares[i] = upTo - below;
      below = upTo;
    }
    return shares;
  }
}
