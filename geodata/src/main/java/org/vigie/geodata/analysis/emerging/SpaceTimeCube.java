package org.vigie.geodata.analysis.emerging;

import java.util.stream.IntStream;
import org.vigie.geodata.analysis.FalseDiscovery;
import org.vigie.geodata.analysis.Normal;
import org.vigie.geodata.analysis.grid.Neighbours;

/**
 * Events in bins of cell and step, and Gi* of each bin over its neighbours in space at its own step
 * and at some steps before (Ord and Getis 1995; the definition of neighbours in time is Esri's).
 */
public final class SpaceTimeCube {

  private final double[][] counts;
  private final int steps;

  /**
   * @param counts events by step, then by cell; at least one of each
   */
  public SpaceTimeCube(double[][] counts) {
    this.counts = counts;
    steps = counts.length;
  }

  /**
   * Events of known cell and step; -1 for one that is in none.
   *
   * @param cells how many there are
   */
  public static SpaceTimeCube of(int[] cellOfEach, int[] stepOfEach, int cells, int steps) {
    double[][] counts = new double[steps][cells];
    for (int i = 0; i < cellOfEach.length; i++) {
      if (cellOfEach[i] >= 0 && stepOfEach[i] >= 0) {
        counts[stepOfEach[i]][cellOfEach[i]]++;
      }
    }
    return new SpaceTimeCube(counts);
  }

  public double count(int step, int cell) {
    return counts[step][cell];
  }

  /**
   * z by step, then by cell; NaN for islands and where nothing varies.
   *
   * @param lag steps before that count as neighbours, 0 for none
   */
  public double[][] z(Neighbours neighbours, int lag, Window window) {
    double[][] around =
        IntStream.range(0, steps)
            .parallel()
            .mapToObj(step -> around(counts[step], neighbours))
            .toArray(double[][]::new);
    return IntStream.range(0, steps)
        .parallel()
        .mapToObj(step -> z(step, around, neighbours, lag, reference(step, lag, window)))
        .toArray(double[][]::new);
  }

  private static double[] around(double[] counts, Neighbours neighbours) {
    double[] around = new double[counts.length];
    for (int i = 0; i < around.length; i++) {
      around[i] = counts[i] + neighbours.sum(i, counts);
    }
    return around;
  }

  private static double[] z(
      int step, double[][] around, Neighbours neighbours, int lag, Reference reference) {
    int first = Math.max(0, step - lag);
    double[] z = new double[around[step].length];
    for (int i = 0; i < z.length; i++) {
      double sum = 0;
      for (int t = first; t <= step; t++) {
        sum += around[t][i];
      }
      double w = (neighbours.count(i) + 1.0) * (step - first + 1);
      double spread = Math.sqrt(reference.variance * w * (reference.n - w) / (reference.n - 1));
      boolean none = neighbours.count(i) == 0 || !(spread > 0);
      // sums of the same counts in another order must tie
      z[i] = none ? Double.NaN : Math.rint((sum - w * reference.mean) / spread * 1e12) / 1e12;
    }
    return z;
  }

  /** What a bin is compared with. */
  private record Reference(double n, double mean, double variance) {}

  private Reference reference(int step, int lag, Window window) {
    int from =
        switch (window) {
          case CUBE -> 0;
          case NEIGHBOURHOOD -> Math.max(0, step - lag);
          case STEP -> step;
        };
    int to = window == Window.CUBE ? steps - 1 : step;
    double n = (double) (to - from + 1) * counts[0].length;
    double sum = 0;
    double squares = 0;
    // whole numbers: the sums are exact
    for (int t = from; t <= to; t++) {
      for (double count : counts[t]) {
        sum += count;
        squares += count * count;
      }
    }
    double mean = sum / n;
    return new Reference(n, mean, (squares - sum * mean) / n);
  }

  /** 1 for a bin that is hot at a level, -1 for cold, 0 for neither, by cell, then by step. */
  public static int[][] sides(double[][] z, FalseDiscovery fdr, double alpha) {
    int cells = z[0].length;
    double[] p = new double[z.length * cells];
    for (int step = 0; step < z.length; step++) {
      for (int i = 0; i < cells; i++) {
        p[step * cells + i] = Normal.twoSided(z[step][i]);
      }
    }
    double[] q = fdr.q(p);
    int[][] sides = new int[cells][z.length];
    for (int step = 0; step < z.length; step++) {
      for (int i = 0; i < cells; i++) {
        boolean notable = q[step * cells + i] <= alpha;
        sides[i][step] = notable ? (int) Math.signum(z[step][i]) : 0;
      }
    }
    return sides;
  }
}
