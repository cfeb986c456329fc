package org.vigie.geodata.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Many tests at once: the q of a test is the share of false alarms to expect among those with a p
 * no greater than its own.
 */
public enum FalseDiscovery {
  /**
   * Y. Benjamini and Y. Hochberg, J. Royal Statistical Society B 57 (1995): for tests that are
   * independent or positively dependent.
   */
  BH("Benjamini and Hochberg"),
  /** Y. Benjamini and D. Yekutieli, Annals of Statistics 29 (2001): under any dependence. */
  BY("Benjamini and Yekutieli: under any dependence, stricter"),
  /** Every test for itself. */
  NONE("None: every cell for itself, with false alarms among many");

  public static final Parameter PARAMETER =
      Parameter.word(
          "fdr",
          "Many tests",
          "How it is allowed for that every cell is a test and some are unusual by chance alone.",
          "bh",
          labels());

  private final String label;

  FalseDiscovery(String label) {
    this.label = label;
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new TreeMap<>();
    for (FalseDiscovery one : values()) {
      labels.put(one.word(), one.label);
    }
    return labels;
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static FalseDiscovery of(Parameters.Values values) {
    return valueOf(values.word(PARAMETER.name()).toUpperCase(Locale.ROOT));
  }

  /**
   * The q of each test, at most 1.
   *
   * @param p from 0 to 1; NaN for no test, which has no q and is not counted
   */
  public double[] q(double[] p) {
    if (this == NONE) {
      return p.clone();
    }
    double[] q = new double[p.length];
    Arrays.fill(q, Double.NaN);
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double tests = order.length;
    double factor =
        this == BY ? IntStream.rangeClosed(1, order.length).mapToDouble(i -> 1.0 / i).sum() : 1;
    double least = 1;
    for (int rank = order.length; rank >= 1; rank--) {
      int test = order[rank - 1];
      least = Math.min(least, p[test] * tests * factor / rank);
      q[test] = least;
    }
    return q;
  }
}
