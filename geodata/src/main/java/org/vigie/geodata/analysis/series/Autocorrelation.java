package org.vigie.geodata.analysis.series;

/** Whether what is left of a fit is still connected from step to step. */
record Autocorrelation(double durbinWatson, int lags, double ljungBox, double p) {

  /**
   * J. Durbin and G. S. Watson (Biometrika 37, 1950): about 2 without autocorrelation of one step,
   * towards 0 with it. G. M. Ljung and G. E. P. Box (Biometrika 65, 1978) over an even number of
   * lags, for which the probability is a finite sum.
   *
   * @param residuals at least three, not all 0
   */
  static Autocorrelation of(double[] residuals) {
    int n = residuals.length;
    double squares = 0;
    double differences = 0;
    for (int i = 0; i < n; i++) {
      squares += residuals[i] * residuals[i];
      double step = i == 0 ? 0 : residuals[i] - residuals[i - 1];
      differences += step * step;
    }
    int lags = n >= 40 ? 8 : n >= 16 ? 4 : 2;
    double statistic = 0;
    for (int lag = 1; lag <= lags; lag++) {
      double sum = 0;
      for (int i = lag; i < n; i++) {
        sum += residuals[i] * residuals[i - lag];
      }
      statistic += sum / squares * (sum / squares) / (n - lag);
    }
    statistic *= n * (n + 2.0);
    return new Autocorrelation(
        differences / squares, lags, statistic, chiSquareAbove(statistic, lags));
  }

  /** Probability that chi square with an even number of degrees of freedom is above a value. */
  static double chiSquareAbove(double value, int evenDegrees) {
    double term = 1;
    double sum = 1;
    for (int i = 1; i < evenDegrees / 2; i++) {
      term *= value / 2 / i;
      sum += term;
    }
    return Math.exp(-value / 2) * sum;
  }
}
