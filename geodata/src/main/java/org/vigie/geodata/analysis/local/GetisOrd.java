package org.vigie.geodata.analysis.local;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.grid.Neighbours;

/**
 * Whether the sum over a neighbourhood is higher or lower than if the values were spread at random,
 * in standard deviations: J. K. Ord and A. Getis, "Local spatial autocorrelation statistics",
 * Geographical Analysis 27 (1995), equations 6 and 14. With equal weights in a neighbourhood it
 * does not matter whether rows are standardised: the factor cancels.
 */
public final class GetisOrd {

  private GetisOrd() {}

  /**
   * Gi*: the cell itself counts among its neighbours.
   *
   * @return z of each; NaN for islands, for cells whose neighbours are all the others, and
   *     everywhere when the values do not vary
   */
  public static double[] star(double[] x, Neighbours neighbours) {
    double[] z = new double[x.length];
    Moments all = Moments.of(x);
    if (all.isConstant()) {
      Arrays.fill(z, Double.NaN);
      return z;
    }
    double deviation = Math.sqrt(all.variance());
    IntStream.range(0, x.length)
        .parallel()
        .forEach(
            i -> {
              int k = neighbours.count(i);
              double w = k + 1.0;
              double sum = x[i] + neighbours.sum(i, x);
              double spread = deviation * Math.sqrt(w * (all.n() - w) / (all.n() - 1));
              z[i] = k == 0 || !(spread > 0) ? Double.NaN : (sum - w * all.mean()) / spread;
            });
    return z;
  }

  /** Gi: the cell itself counts neither among its neighbours nor in mean and spread. */
  public static double[] plain(double[] x, Neighbours neighbours) {
    double[] z = new double[x.length];
    Moments all = Moments.of(x);
    IntStream.range(0, x.length)
        .parallel()
        .forEach(
            i -> {
              double w = neighbours.count(i);
              Moments others = all.without(x[i]);
              double spread =
                  Math.sqrt(others.variance() * w * (others.n() - w) / (others.n() - 1));
              boolean none = w == 0 || others.isConstant() || !(spread > 0);
              z[i] = none ? Double.NaN : (neighbours.sum(i, x) - w * others.mean()) / spread;
            });
    return z;
  }
}
