package org.vigie.geodata.analysis.emerging;

import java.util.Arrays;
import org.vigie.geodata.analysis.Normal;

/**
 * Whether a series rises or falls: H. B. Mann, Econometrica 13 (1945), and M. G. Kendall, "Rank
 * correlation methods" (1975), with the variance for ties and the continuity correction; its slope
 * after P. K. Sen, J. American Statistical Association 63 (1968); and the probability when
 * neighbouring values depend on each other, after K. H. Hamed and A. R. Rao, "A modified
 * Mann-Kendall trend test for autocorrelated data", J. Hydrology 204 (1998).
 *
 * @param s later values that are higher, less those that are lower
 * @param variance of s when there is no trend
 * @param z 0 for s = 0
 * @param p two-sided; 1 for fewer than two values
 * @param slope median change for one step; 0 for fewer than two values
 * @param correctedP two-sided, allowing for autocorrelation; p where there is none to be seen
 */
public record MannKendall(
    long s, double variance, double z, double p, double slope, double correctedP) {

  /** Of an autocorrelation of independent values, 95 % lie within so many deviations. */
  private static final double NOTABLE = 1.959963984540054;

  /** The cost is quadratic in the length. */
  public static MannKendall of(double[] series) {
    int n = series.length;
    long s = 0;
    double[] slopes = new double[n * (n - 1) / 2];
    int pairs = 0;
    for (int j = 1; j < n; j++) {
      for (int i = 0; i < j; i++) {
        s += Double.compare(series[j], series[i]) > 0 ? 1 : series[j] < series[i] ? -1 : 0;
        slopes[pairs++] = (series[j] - series[i]) / (j - i);
      }
    }
    double variance = (n * (n - 1.0) * (2 * n + 5) - ties(series)) / 18;
    double slope = median(slopes);
    double inflation = inflation(series, slope);
    double z = z(s, variance);
    return new MannKendall(
        s, variance, z, Normal.twoSided(z), slope, Normal.twoSided(z(s, variance * inflation)));
  }

  private static double z(long s, double variance) {
    return s == 0 || !(variance > 0) ? 0 : (s - Long.signum(s)) / Math.sqrt(variance);
  }

  private static double ties(double[] series) {
    double[] sorted = series.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      double t = to - from;
      sum += t * (t - 1) * (2 * t + 5);
      from = to;
    }
    return sum;
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  /**
   * By what the variance grows: their equation 15, from the autocorrelation of the ranks once the
   * slope is taken off, where it is notable.
   */
  private static double inflation(double[] series, double slope) {
    int n = series.length;
    if (n < 4) {
      return 1;
    }
    double[] ranks = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int order = Double.compare(series[j] - slope * j, series[i] - slope * i);
        ranks[i] += order < 0 ? 1 : order == 0 ? 0.5 : 0;
      }
      // of n ranks from 1/2 to n - 1/2 the mean is n / 2
      ranks[i] -= n / 2.0;
    }
    double squares = Arrays.stream(ranks).map(r -> r * r).sum();
    double sum = 0;
    for (int lag = 1; lag < n - 2 && squares > 0; lag++) {
      double product = 0;
      for (int i = 0; i + lag < n; i++) {
        product += ranks[i] * ranks[i + lag];
      }
      double correlation = product / squares;
      if (Math.abs(correlation) > NOTABLE / Math.sqrt(n)) {
        sum += (double) (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
      }
    }
    double inflation = 1 + 2 / (n * (n - 1.0) * (n - 2)) * sum;
    return inflation > 0 ? inflation : 1;
  }

  /** Whether it rises or falls with 95 % confidence: 1, -1, or 0 for neither. */
  public int trend() {
    return p <= 0.05 ? Long.signum(s) : 0;
  }
}
