package org.vigie.geodata.analysis.local;

/**
 * Mean and spread of values.
 *
 * @param variance mean square of the deviations, divided by n
 */
record Moments(int n, double mean, double variance) {

  static Moments of(double[] x) {
    double sum = 0;
    for (double each : x) {
      sum += each;
    }
    double mean = sum / x.length;
    double squares = 0;
    for (double each : x) {
      squares += (each - mean) * (each - mean);
    }
    return new Moments(x.length, mean, squares / x.length);
  }

  /** Of all but one value. */
  Moments without(double value) {
    double others = n - 1;
    double d = value - mean;
    return new Moments(
        n - 1, mean - d / others, Math.max(0, n * (variance - d * d / others) / others));
  }

  /** Whether the values are all the same, but for rounding. */
  boolean isConstant() {
    return !(variance > 1e-24 * Math.max(1e-300, mean * mean));
  }
}
