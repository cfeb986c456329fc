package org.vigie.geodata.analysis;

import org.jspecify.annotations.Nullable;

/**
 * How much two counts of events over equally long times say about a change of the rate behind them.
 * Were they Poisson counts of one rate, the first would be binomial with one half, given their sum
 * (J. Przyborowski and H. Wilenski, Biometrika 31, 1940). The interval is that of C. J. Clopper and
 * E. S. Pearson (Biometrika 26, 1934) for this share, as a ratio; the two-sided p is twice the
 * smaller tail, so that it is below 5 % just when the interval leaves out 1 (M. P. Fay, The R
 * Journal 2(1), 2010). Both are exact and rather too cautious than not. They know of no clusters:
 * events that bring others about vary more.
 *
 * @param ratio of the rates, first over second; null when the second count is 0
 * @param low lower end of the 95 % interval, from 0
 * @param high upper end; null for without end, when the second count is 0
 * @param p probability of counts at least as far apart under one rate, 0 to 1
 */
public record RateRatio(@Nullable Double ratio, double low, @Nullable Double high, double p) {

  private static final double TAIL = 0.025;
  private static final int HALVINGS = 200;
  private static final double PRECISION = 1e-15;

  /** Two counts, not negative; some ten microseconds, a millisecond for millions. */
  public static RateRatio of(long now, long before) {
    if (now < 0 || before < 0) {
      throw new IllegalArgumentException("counts are not negative: " + now + ", " + before);
    }
    double share = now == 0 ? 0 : quantile(TAIL, (double) now, before + 1.0);
    double most = before == 0 ? 1 : quantile(1 - TAIL, now + 1.0, (double) before);
    double asMany = now == 0 ? 1 : beta(0.5, (double) now, before + 1.0);
    double asFew = before == 0 ? 1 : beta(0.5, (double) before, now + 1.0);
    return new RateRatio(
        before == 0 ? null : (double) now / before,
        share / (1 - share),
        before == 0 ? null : most / (1 - most),
        Math.min(1, 2 * Math.min(asMany, asFew)));
  }

  /** Whether one rate for both is within the interval. */
  public boolean mayBeChance() {
    return low <= 1 && (high == null || high >= 1);
  }

  private static double quantile(double probability, double a, double b) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS && high - low > PRECISION * high; i++) {
      double middle = (low + high) / 2;
      if (beta(middle, a, b) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The regularised incomplete beta function by its continued fraction, DLMF 8.17.22. */
  private static double beta(double x, double a, double b) {
    if (x > (a + 1) / (a + b + 2)) {
      return 1 - fraction(1 - x, b, a);
    }
    return fraction(x, a, b);
  }

  private static double fraction(double x, double a, double b) {
    if (x <= 0) {
      return 0;
    }
    double factor =
        Math.exp(
            a * Math.log(x)
                + b * Math.log1p(-x)
                + logGamma(a + b)
                - logGamma(a)
                - logGamma(b)
                - Math.log(a));
    // numerators and denominators of the convergents, scaled so that the last denominator is 1
    double previousTop = 1;
    double previousBottom = 0;
    double top = 0;
    double bottom = 1;
    double value = 0;
    double numerator = 1;
    for (int i = 1; ; i++) {
      double nextTop = top + numerator * previousTop;
      double nextBottom = bottom + numerator * previousBottom;
      previousTop = top / nextBottom;
      previousBottom = bottom / nextBottom;
      top = nextTop / nextBottom;
      bottom = 1;
      if (i > 2 && Math.abs(top - value) <= PRECISION * Math.abs(top)) {
        return factor * top;
      }
      value = top;
      int m = i / 2;
      numerator =
          i % 2 == 0
              ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
              : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    }
  }

  /** Stirling's series, DLMF 5.11.1, for arguments above 10; smaller ones are raised first. */
  private static double logGamma(double x) {
    double product = 1;
    double z = x;
    while (z < 10) {
      product *= z;
      z++;
    }
    double inverse = 1 / (z * z);
    double series =
        (1 / 12.0 - inverse * (1 / 360.0 - inverse * (1 / 1260.0 - inverse * (1 / 1680.0)))) / z;
    return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
  }
}
