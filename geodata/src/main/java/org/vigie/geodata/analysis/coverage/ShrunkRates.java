package org.vigie.geodata.analysis.coverage;

/**
 * Rates of few events over little exposure, drawn towards the rate of all by the method of moments
 * of R. J. Marshall ("Mapping disease and mortality rates using empirical Bayes estimators",
 * Applied Statistics 40, 1991): with {@code m} the overall rate, {@code s²} the variance of the
 * rates weighted by exposure and {@code a = max(0, s² - m / mean exposure)}, the rate of area i
 * becomes {@code m + (r_i - m) a / (a + m / n_i)}.
 */
final class ShrunkRates {

  private ShrunkRates() {}

  /**
   * @param events in each area
   * @param exposure of each area, 0 or more
   * @return events per unit of exposure, NaN where there was none
   */
  static double[] of(double[] events, double[] exposure) {
    double all = 0;
    double exposed = 0;
    int areas = 0;
    for (int i = 0; i < events.length; i++) {
      if (exposure[i] > 0) {
        all += events[i];
        exposed += exposure[i];
        areas++;
      }
    }
    double mean = all / exposed;
    double variance = 0;
    for (int i = 0; i < events.length; i++) {
      if (exposure[i] > 0) {
        double off = events[i] / exposure[i] - mean;
        variance += exposure[i] * off * off / exposed;
      }
    }
    double between = Math.max(0, variance - mean / (exposed / areas));
    double[] rates = new double[events.length];
    for (int i = 0; i < rates.length; i++) {
      double own = events[i] / exposure[i];
      double trust = between == 0 ? 0 : between / (between + mean / exposure[i]);
      rates[i] = exposure[i] > 0 ? mean + (own - mean) * trust : Double.NaN;
    }
    return rates;
  }
}
