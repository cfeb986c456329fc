package org.vigie.geodata.analysis.risk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Cells from the highest score down. */
final class Ranking {

  private Ranking() {}

  /**
   * Numbers of the cells in order; what has the same score goes by the tie score, what has the same
   * of both by number. Counts tie often: how ties are broken can move a hit rate by a tenth.
   */
  static int[] of(double[] scores, double[] tie) {
    double[] first = rounded(scores);
    double[] second = rounded(tie);
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> -first[i])
                .thenComparingDouble(i -> -second[i])
                .thenComparingInt(i -> i))
        .mapToInt(i -> i)
        .toArray();
  }

  /** To twelve digits of the greatest: the last ones come from the order of adding up. */
  private static double[] rounded(double[] scores) {
    double unit = Arrays.stream(scores).max().orElse(0) * 1e-12;
    return Arrays.stream(scores).map(s -> unit > 0 ? Math.rint(s / unit) : s).toArray();
  }

  /** Cells that a share of the area stands for: never fewer. */
  static int most(double areaPercent, int cells) {
    return (int) Math.ceil(areaPercent / 100 * cells - 1e-9);
  }

  /** What the first cells of an order hold together. */
  static int sum(int[] counts, int[] order, int first) {
    return Arrays.stream(order, 0, Math.min(first, order.length)).map(c -> counts[c]).sum();
  }

  /** The most that so many cells can hold. */
  static int best(int[] counts, int first) {
    int[] sorted = counts.clone();
    Arrays.sort(sorted);
    return Arrays.stream(sorted, Math.max(0, sorted.length - first), sorted.length).sum();
  }
}
