package org.vigie.geodata.analysis.scan;

/**
 * How much better a window with more events than expected explains the data than none (M.
 * Kulldorff, "A spatial scan statistic", Communications in Statistics 26, 1997, section 5; with the
 * expectation of the space-time permutation, Kulldorff and others, PLoS Medicine 2(3), 2005).
 */
final class LogLikelihood {

  private LogLikelihood() {}

  /**
   * The logarithm of the ratio of likelihoods, 0 when there are no more than expected.
   *
   * @param cases events in the window
   * @param expected in the window, above 0
   * @param total all events
   */
  static double ratio(long cases, double expected, long total) {
    if (cases <= expected) {
      return 0;
    }
    double inside = cases * Math.log(cases / expected);
    long others = total - cases;
    return others == 0 ? inside : inside + others * Math.log(others / (total - expected));
  }
}
