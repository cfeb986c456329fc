package org.vigie.geodata.analysis;

import java.util.Arrays;
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
    double[] sorted = Arrays.stream(p).filter(each -> !Double.isNaN(each)).toArray();
    Arrays.parallelSort(sorted);
    int tests = sorted.length;
    double factor =
        this == BY ? IntStream.rangeClosed(1, tests).mapToDouble(i -> 1.0 / i).sum() : 1;
    double[] byRank = new double[tests];
    double least = 1;
    for (int rank = tests; rank >= 1; rank--) {
      least = Math.min(least, sorted[rank - 1] * tests * factor / rank);
      byRank[rank - 1] = least;
    }
    double[] q = new double[p.length];
    // tests with the same p have the same q: that of the last of them
    Arrays.setAll(
        q, i -> Double.isNaN(p[i]) ? Double.NaN : byRank[Arrays.binarySearch(sorted, p[i])]);
    return q;
  }
}
