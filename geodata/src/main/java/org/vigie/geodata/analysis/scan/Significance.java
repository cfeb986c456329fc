package org.vigie.geodata.analysis.scan;

import java.util.Arrays;

/**
 * What chance alone makes of the greatest likelihood ratio.
 *
 * @param maxima of each replication, in their order
 * @param stopped whether they were ended early because the observed was plainly nothing unusual
 * @param gumbel fitted to the maxima
 */
@SuppressWarnings("ArrayRecordComponent") // one number a replication
record Significance(double[] maxima, boolean stopped, Gumbel gumbel) {

  /** Likelihood ratios that differ by no more are equal: rounding must not make p smaller. */
  private static final double ROUNDING = 1e-9;

  static Significance of(double[] maxima, boolean stopped) {
    return new Significance(maxima, stopped, Gumbel.fit(maxima));
  }

  /**
   * The rank of an observed value among all, {@code (1 + those at least as great) / (1 +
   * replications)}; after an early stop {@code those at least as great / replications} (J. Besag
   * and P. Clifford, "Sequential Monte Carlo p-values", Biometrika 78, 1991). For clusters beside
   * the most likely one it is compared with the maxima too, which is conservative.
   */
  double p(double llr) {
    long greater = Arrays.stream(maxima).filter(m -> m >= llr - ROUNDING).count();
    return stopped ? (double) greater / maxima.length : (1.0 + greater) / (1.0 + maxima.length);
  }

  double gumbelP(double llr) {
    return gumbel.above(llr);
  }

  /**
   * The least likelihood ratio whose {@link #p} is not above a level, from the maxima: infinite
   * when there are too few replications for that level.
   */
  double critical(double level) {
    double[] sorted = maxima.clone();
    Arrays.sort(sorted);
    int allowed = (int) Math.floor(level * (1.0 + sorted.length) + ROUNDING) - 1;
    if (allowed >= sorted.length) {
      return 0;
    }
    return allowed < 0
        ? Double.POSITIVE_INFINITY
        : Math.nextUp(sorted[sorted.length - 1 - allowed] + ROUNDING);
  }
}
