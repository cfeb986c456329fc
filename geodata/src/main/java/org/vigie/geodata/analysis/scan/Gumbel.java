package org.vigie.geodata.analysis.scan;

/**
 * The distribution of the greatest of many: what lies beyond the most extreme replication (A. M.
 * Abrams, K. Kleinman and M. Kulldorff, "Gumbel based p-value approximations for spatial scan
 * statistics", International Journal of Health Geographics 9:61, 2010; fitted by moments).
 */
record Gumbel(double location, double scale) {

  private static final double EULER = 0.577_215_664_901_532_9;

  /** Fits the maxima of two or more replications; a scale of 0 when they are all equal. */
  static Gumbel fit(double[] maxima) {
    double mean = 0;
    for (double each : maxima) {
      mean += each / maxima.length;
    }
    double squares = 0;
    for (double each : maxima) {
      squares += (each - mean) * (each - mean);
    }
    double scale = Math.sqrt(6 * squares / (maxima.length - 1)) / Math.PI;
    return new Gumbel(mean - EULER * scale, scale);
  }

  /** Probability of a value at least as great, above 0 for finite values. */
  double above(double value) {
    if (scale == 0) {
      return value <= location ? 1 : 0;
    }
    return -Math.expm1(-Math.exp(-(value - location) / scale));
  }
}
