package org.vigie.geodata.analysis.local;

import java.util.Arrays;
import org.vigie.geodata.analysis.grid.Neighbours;

/**
 * Whether a value goes with those of its neighbours or against them: L. Anselin, "Local indicators
 * of spatial association", Geographical Analysis 27 (1995), with rows standardised and the moments
 * under conditional randomisation of R. R. Sokal, N. L. Oden and B. A. Thomson, "Local spatial
 * autocorrelation in a biological model", Geographical Analysis 30 (1998).
 */
public final class LocalMoran {

  private final double[] statistic;
  private final double[] z;
  private final Quadrant[] quadrants;

  /** High or low, and what the neighbours are. */
  public enum Quadrant {
    HH,
    HL,
    LH,
    LL
  }

  private LocalMoran(int size) {
    statistic = new double[size];
    z = new double[size];
    quadrants = new Quadrant[size];
  }

  /** Linear in cells and neighbours. */
  public static LocalMoran of(double[] x, Neighbours neighbours) {
    LocalMoran result = new LocalMoran(x.length);
    Moments all = Moments.of(x);
    double n = x.length;
    double m2 = all.variance();
    double[] deviations = Arrays.stream(x).map(each -> each - all.mean()).toArray();
    for (int i = 0; i < x.length; i++) {
      double k = neighbours.count(i);
      double own = deviations[i];
      double lag = neighbours.sum(i, deviations) / k;
      result.quadrants[i] =
          own > 0 ? lag > 0 ? Quadrant.HH : Quadrant.HL : lag > 0 ? Quadrant.LH : Quadrant.LL;
      boolean none = k == 0 || all.isConstant();
      result.statistic[i] = none ? Double.NaN : own / m2 * lag;
      double expected = -own * own / m2 / (n - 1);
      double variance =
          (own / m2)
              * (own / m2)
              * n
              / (n - 2)
              * (1 / k - 1 / (n - 1))
              * (m2 - own * own / (n - 1));
      result.z[i] =
          none || !(variance > 0)
              ? Double.NaN
              : (result.statistic[i] - expected) / Math.sqrt(variance);
    }
    return result;
  }

  /** The statistic of one; NaN for an island and without variation. */
  public double statistic(int i) {
    return statistic[i];
  }

  /** Standard deviations from what is expected; NaN as above and for a value that is the mean. */
  public double[] z() {
    return z;
  }

  public Quadrant quadrant(int i) {
    return quadrants[i];
  }
}
