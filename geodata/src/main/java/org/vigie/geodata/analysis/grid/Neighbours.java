package org.vigie.geodata.analysis.grid;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Which cells or areas are neighbours of each, none of itself, all of equal weight. Packed, so that
 * a pass over all of them reads memory in order.
 */
public final class Neighbours {

  private final int[] starts;
  private final int[] packed;

  private Neighbours(int[] starts, int[] packed) {
    this.starts = starts;
    this.packed = packed;
  }

  /**
   * @param of the neighbours of one, from 0 to size - 1
   */
  public static Neighbours of(int size, IntFunction<int[]> of) {
    int[] starts = new int[size + 1];
    int[] packed = new int[Math.max(16, 7 * size)];
    for (int i = 0; i < size; i++) {
      int[] here = of.apply(i);
      starts[i + 1] = Math.addExact(starts[i], here.length);
      if (starts[i + 1] > packed.length) {
        packed = Arrays.copyOf(packed, Math.max(starts[i + 1], packed.length / 2 * 3));
      }
      System.arraycopy(here, 0, packed, starts[i], here.length);
    }
    return new Neighbours(starts, Arrays.copyOf(packed, starts[size]));
  }

  public int size() {
    return starts.length - 1;
  }

  /** How many neighbours one has; 0 for an island. */
  public int count(int i) {
    return starts[i + 1] - starts[i];
  }

  /** Number of the n-th neighbour of one. */
  public int get(int i, int n) {
    return packed[starts[i] + n];
  }

  /** Sum of the neighbours' values. */
  public double sum(int i, double[] values) {
    double sum = 0;
    for (int at = starts[i]; at < starts[i + 1]; at++) {
      sum += values[packed[at]];
    }
    return sum;
  }

  /** Those without a neighbour. */
  public int islands() {
    int islands = 0;
    for (int i = 0; i < size(); i++) {
      islands += count(i) == 0 ? 1 : 0;
    }
    return islands;
  }

  /** Neighbours of one in the mean. */
  public double mean() {
    return size() == 0 ? 0 : (double) packed.length / size();
  }
}
