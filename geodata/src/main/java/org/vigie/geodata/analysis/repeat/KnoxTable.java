package org.vigie.geodata.analysis.repeat;

import java.util.Arrays;

/**
 * Pairs close in space and time, by band of distance and band of days, with the mean and variance
 * they would have if the times of the events were shuffled over their places.
 *
 * <p>With A pairs in the band of distance, B in the band of days and N = n(n-1)/2 in all, the mean
 * is AB/N (E. G. Knox, "The detection of space-time interactions", Applied Statistics 13, 1964).
 * The variance is exact (D. E. Barton and F. N. David, "The random intersection of two graphs", in
 * Research Papers in Statistics, ed. F. N. David, 1966; N. Mantel, Cancer Research 27, 1967): with
 * A₂ and B₂ the pairs of pairs that share an event, {@code AB/N + 4 A₂ B₂ / (n(n-1)(n-2)) + 4
 * (A(A-1) - 2 A₂)(B(B-1) - 2 B₂) / (n(n-1)(n-2)(n-3)) - (AB/N)²}. A Poisson variance would be far
 * too small, because one event is in many pairs.
 *
 * <p>Events may be divided into blocks whose times are shuffled each for itself: then only pairs of
 * one block count, and means and variances add up.
 *
 * @param observed {@code [space][time]}
 * @param expected the mean
 * @param variance 0 or more
 */
@SuppressWarnings("ArrayRecordComponent") // a small matrix each
record KnoxTable(long[][] observed, double[][] expected, double[][] variance) {

  /** All events in one block. */
  static KnoxTable of(ClosePairs pairs, int[] days, DayBands dayBands) {
    return of(pairs, days, dayBands, new int[days.length], 1);
  }

  /**
   * Linear in the pairs and in the days of each block.
   *
   * @param days of each event
   * @param block of each event, 0 to {@code blocks} - 1
   */
  static KnoxTable of(ClosePairs pairs, int[] days, DayBands dayBands, int[] block, int blocks) {
    int n = pairs.events();
    int times = dayBands.count();
    byte[] byDay = dayBands.byDay();
    long[][] observed = new long[pairs.bands()][times];
    int[][] degree = new int[pairs.bands()][n];
    pairs.forEach(
        (a, b, band) -> {
          if (block[a] == block[b]) {
            degree[band][a]++;
            degree[band][b]++;
            int apart = Math.abs(days[a] - days[b]);
            if (apart < byDay.length) {
              observed[band][byDay[apart]]++;
            }
          }
        });
    double[][] expected = new double[pairs.bands()][times];
    double[][] variance = new double[pairs.bands()][times];
    int[] size = new int[blocks];
    for (int b : block) {
      size[b]++;
    }
    Graphs[] near = new Graphs[pairs.bands()];
    Arrays.setAll(near, s -> Graphs.of(degree[s], block, blocks));
    for (int t = 0; t < times; t++) {
      Graphs soon = Graphs.of(daysApart(days, block, blocks, dayBands, t), block, blocks);
      for (int s = 0; s < near.length; s++) {
        for (int b = 0; b < blocks; b++) {
          double mean = near[s].edges()[b] * soon.edges()[b] / pairs(size[b]);
          if (size[b] > 1) {
            expected[s][t] += mean;
            variance[s][t] += variance(near[s], soon, b, size[b], mean);
          }
        }
      }
    }
    return new KnoxTable(observed, expected, variance);
  }

  /** Standard deviations above the mean; NaN when the number of pairs could not be another. */
  double z(int space, int time) {
    double sd = Math.sqrt(variance[space][time]);
    return sd == 0 ? Double.NaN : (observed[space][time] - expected[space][time]) / sd;
  }

  private static double variance(Graphs near, Graphs soon, int block, double n, double mean) {
    double a = near.edges()[block];
    double a2 = near.corners()[block];
    double b = soon.edges()[block];
    double b2 = soon.corners()[block];
    double variance = mean - mean * mean;
    if (n > 2) {
      variance += 4 * a2 * b2 / (n * (n - 1) * (n - 2));
    }
    if (n > 3) {
      variance +=
          4 * (a * (a - 1) - 2 * a2) * (b * (b - 1) - 2 * b2) / (n * (n - 1) * (n - 2) * (n - 3));
    }
    // what is left of terms that cancel is no variance
    return variance <= 1e-12 * (mean + mean * mean) ? 0 : variance;
  }

  private static double pairs(int n) {
    return n * (n - 1.0) / 2;
  }

  /** For each event the others of its block whose days are apart by as much as a band says. */
  private static int[] daysApart(int[] days, int[] block, int blocks, DayBands dayBands, int band) {
    int first = Arrays.stream(days).min().orElse(0);
    int span = Arrays.stream(days).max().orElse(0) - first + 1;
    int[] degree = new int[days.length];
    for (int b = 0; b < blocks; b++) {
      int[] upTo = new int[span + 1];
      for (int i = 0; i < days.length; i++) {
        upTo[days[i] - first + 1] += block[i] == b ? 1 : 0;
      }
      for (int d = 0; d < span; d++) {
        upTo[d + 1] += upTo[d];
      }
      for (int i = 0; i < days.length; i++) {
        if (block[i] == b) {
          int day = days[i] - first;
          int from = dayBands.from(band);
          int to = dayBands.to(band);
          degree[i] =
              between(upTo, day + from, day + to) + between(upTo, day - to + 1, day - from + 1);
          // with 0 in the band the day itself was counted twice, and the event on it
          degree[i] -= from == 0 ? between(upTo, day, day + 1) + 1 : 0;
        }
      }
    }
    return degree;
  }

  /** Events from a day on and before another. */
  private static int between(int[] upTo, int from, int to) {
    int low = Math.max(0, Math.min(from, upTo.length - 1));
    int high = Math.max(0, Math.min(to, upTo.length - 1));
    return upTo[high] - upTo[low];
  }

  /**
   * A graph of each block by what the moments need of it.
   *
   * @param edges pairs
   * @param corners pairs of pairs that share an event
   */
  @SuppressWarnings("ArrayRecordComponent") // one number a block
  private record Graphs(double[] edges, double[] corners) {

    static Graphs of(int[] degree, int[] block, int blocks) {
      double[] edges = new double[blocks];
      double[] corners = new double[blocks];
      for (int i = 0; i < degree.length; i++) {
        edges[block[i]] += degree[i] / 2.0;
        corners[block[i]] += degree[i] * (degree[i] - 1.0) / 2;
      }
      return new Graphs(edges, corners);
    }
  }
}
