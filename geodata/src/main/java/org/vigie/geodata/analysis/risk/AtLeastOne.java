package org.vigie.geodata.analysis.risk;

import java.util.Arrays;

/**
 * From expected events to the probability of at least one, as it came out for earlier forecasts.
 * Events bring others about and models overrate the squares of single events, so that no formula
 * holds from a hundredth of an event to several; all that is asked is that more expected events are
 * no less likely (isotonic regression by pooling adjacent violators, M. Ayer et al., Annals of
 * Mathematical Statistics 26, 1955). Each class of expectations starts from one Poisson
 * observation, {@code 1 - exp(-m)}, so that nothing is impossible and nothing sure. Every cell
 * keeps a part of an even chance: what never happened is not impossible.
 */
final class AtLeastOne {

  static final double EVEN_SHARE = 0.05;

  /** Expectations are gathered in steps of a quarter of their logarithm. */
  private static final double STEP = 0.25;

  private static final double LEAST_LOG = -16;
  private static final int STEPS = 100;

  private final double[] cells = new double[STEPS];
  private final double[] hit = new double[STEPS];

  /** Probability at the middle of each class, rising; between them straight lines. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Relation(double[] probability) {

    double probability(double expected) {
      double at = (Math.log(expected) - LEAST_LOG) / STEP - 0.5;
      if (!(at > 0)) {
        return probability[0];
      }
      if (at >= STEPS - 1) {
        return probability[STEPS - 1];
      }
      int below = (int) at;
      double share = at - below;
      return (1 - share) * probability[below] + share * probability[below + 1];
    }
  }

  /** Events expected in each cell when so many come in all. */
  static double[] expected(double[] scores, double total) {
    double sum = Arrays.stream(scores).sum();
    double[] expected = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      double share = sum > 0 ? scores[i] / sum : 1.0 / scores.length;
      expected[i] = total * ((1 - EVEN_SHARE) * share + EVEN_SHARE / scores.length);
    }
    return expected;
  }

  /** Looks at what came of an expectation. */
  void learn(double[] expected, int[] counts) {
    for (int i = 0; i < counts.length; i++) {
      if (expected[i] > 0) {
        int step = (int) ((Math.log(expected[i]) - LEAST_LOG) / STEP);
        int at = Math.max(0, Math.min(STEPS - 1, step));
        cells[at]++;
        hit[at] += counts[i] > 0 ? 1 : 0;
      }
    }
  }

  /** What was learned so far; that of Poisson before. */
  Relation relation() {
    double[] sum = new double[STEPS];
    double[] weight = new double[STEPS];
    int[] classes = new int[STEPS];
    int blocks = 0;
    for (int k = 0; k < STEPS; k++) {
      sum[blocks] = hit[k] - Math.expm1(-Math.exp(LEAST_LOG + (k + 0.5) * STEP));
      weight[blocks] = cells[k] + 1;
      classes[blocks++] = 1;
      while (blocks > 1
          && sum[blocks - 2] / weight[blocks - 2] >= sum[blocks - 1] / weight[blocks - 1]) {
        blocks--;
        sum[blocks - 1] += sum[blocks];
        weight[blocks - 1] += weight[blocks];
        classes[blocks - 1] += classes[blocks];
      }
    }
    double[] probability = new double[STEPS];
    int k = 0;
    for (int block = 0; block < blocks; block++) {
      Arrays.fill(probability, k, k + classes[block], sum[block] / weight[block]);
      k += classes[block];
    }
    return new Relation(probability);
  }

  /** Negative logarithm of the probability of what happened; finite also for a sure mistake. */
  static double surprise(double probability, boolean happened) {
    return -Math.log(Math.max(1e-12, happened ? probability : 1 - probability));
  }
}
