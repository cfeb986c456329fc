package org.vigie.geodata.analysis.series;

/** Student's t for whole degrees of freedom. */
final class StudentT {

  private static final double TAIL = 0.975;
  private static final int HALVINGS = 100;

  private StudentT() {}

  /** The value that one draw in forty exceeds: half of a 95 % interval in standard errors. */
  static double quantile975(int degreesOfFreedom) {
    double low = 0;
    double high = 13;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (cumulative(middle, degreesOfFreedom) < TAIL) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Abramowitz and Stegun (1964), 26.7.3 and 26.7.4: finite sums. */
  static double cumulative(double t, int degreesOfFreedom) {
    double angle = Math.atan(t / Math.sqrt(degreesOfFreedom));
    double cosine = Math.cos(angle);
    boolean odd = degreesOfFreedom % 2 == 1;
    double term = odd ? cosine : 1;
    double sum = degreesOfFreedom == 1 ? 0 : term;
    for (int k = odd ? 3 : 2; k < degreesOfFreedom; k += 2) {
      term *= cosine * cosine * (k - 1) / k;
      sum += term;
    }
    double inside = odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
    return (1 + inside) / 2;
  }
}
