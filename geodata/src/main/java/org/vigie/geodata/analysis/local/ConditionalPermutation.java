package org.vigie.geodata.analysis.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.grid.Neighbours;

/**
 * How often neighbours drawn at random have a sum as extreme as the true ones, the value itself
 * held (Anselin 1995, section 4): without replacement from all other values, the folded two-sided
 * {@code p = 2 min(R+, R-) / (M + 1)}, at most 1, with R+ and R- the draws at least as high and as
 * low, the truth counted as one. Gi*, Gi and local Moran rise or fall with that sum alone, so it is
 * the p of each.
 *
 * <p>Places with the same value and as many neighbours have the same distribution and share their
 * draws: counts are mostly small, so a million cells cost as little as some hundred.
 */
final class ConditionalPermutation {

  /** Up to so many neighbours are drawn one by one, more from a shuffled deck. */
  private static final int FEW = 32;

  private final double[] x;
  private final Neighbours neighbours;
  private final int draws;
  private final Seed seed;

  ConditionalPermutation(double[] x, Neighbours neighbours, int draws, Seed seed) {
    this.x = x;
    this.neighbours = neighbours;
    this.draws = draws;
    this.seed = seed;
  }

  /** What places must share to share their draws. */
  private record Likeness(double value, int count) implements Comparable<Likeness> {
    @Override
    public int compareTo(Likeness other) {
      int byValue = Double.compare(value, other.value);
      return byValue != 0 ? byValue : Integer.compare(count, other.count);
    }
  }

  /** The p of each; NaN for islands. The same by any number of threads. */
  double[] p(Progress progress) {
    double[] p = new double[x.length];
    Map<Likeness, List<Integer>> alike = new TreeMap<>();
    for (int i = 0; i < x.length; i++) {
      p[i] = Double.NaN;
      if (neighbours.count(i) > 0) {
        alike
            .computeIfAbsent(new Likeness(x[i], neighbours.count(i)), key -> new ArrayList<>())
            .add(i);
      }
    }
    AtomicInteger done = new AtomicInteger();
    alike.entrySet().parallelStream()
        .forEach(
            entry -> {
              progress.at((double) done.getAndIncrement() / alike.size(), "permuting");
              double[] sums = sums(entry.getKey(), entry.getValue().get(0));
              for (int i : entry.getValue()) {
                p[i] = folded(sums, neighbours.sum(i, x));
              }
            });
    return p;
  }

  /** Sums of random neighbours, in rising order. */
  private double[] sums(Likeness like, int held) {
    SplittableRandom random = seed.stream(Double.doubleToLongBits(like.value), like.count);
    int others = x.length - 1;
    // a deck without the held card; as it is dealt it stays shuffled for the next draw
    double[] deck = like.count > FEW ? x.clone() : x;
    if (like.count > FEW) {
      deck[held] = x[others];
    }
    double[] sums = new double[draws];
    int[] drawn = new int[FEW];
    for (int draw = 0; draw < draws; draw++) {
      double sum = 0;
      for (int n = 0; n < like.count; n++) {
        if (like.count > FEW) {
          int pick = n + random.nextInt(others - n);
          double value = deck[pick];
          deck[pick] = deck[n];
          deck[n] = value;
          sum += value;
        } else {
          drawn[n] = another(random, held, drawn, n);
          sum += x[drawn[n]];
        }
      }
      sums[draw] = sum;
    }
    Arrays.sort(sums);
    return sums;
  }

  /** By rejection, which is fast for few neighbours and needs no copy of the values. */
  private int another(SplittableRandom random, int held, int[] drawn, int count) {
    while (true) {
      int next = random.nextInt(x.length);
      boolean taken = next == held;
      for (int n = 0; n < count && !taken; n++) {
        taken = drawn[n] == next;
      }
      if (!taken) {
        return next;
      }
    }
  }

  private double folded(double[] sums, double observed) {
    // sums of the same values in another order differ in the last digits
    double slack = 1e-12 * Math.max(1e-300, Math.abs(observed));
    int below = first(sums, observed - slack);
    int notAbove = first(sums, Math.nextUp(observed + slack));
    int high = sums.length - below + 1;
    int low = notAbove + 1;
    return Math.min(1, 2.0 * Math.min(high, low) / (sums.length + 1));
  }

  /** Index of the first sum that is at least some value. */
  private static int first(double[] sums, double value) {
    int low = 0;
    int high = sums.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
