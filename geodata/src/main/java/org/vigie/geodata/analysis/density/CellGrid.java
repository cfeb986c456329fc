package org.vigie.geodata.analysis.density;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Places in cubic cells so small that two places of one cell are surely within the distance asked
 * for, kept in the order of their cells. Everything within that distance of a place lies at most
 * two cells away.
 */
final class CellGrid {

  static final int REACH = 2;

  private static final int BITS = 21;
  private static final long LIMIT = 1L << BITS;

  final double[] x;
  final double[] y;
  final double[] z;

  /** The place at each position of the cell order. */
  final int[] place;

  private final long[] keys;
  private final int[] starts;

  /**
   * @throws IllegalArgumentException when the points spread over more than about 1.2 million times
   *     the distance
   */
  CellGrid(Space space, Places places, double metres) {
    int n = places.size();
    double side = space.surelyWithin(metres) / Math.sqrt(3) * (1 - 1e-9);
    double[] low = lowest(space);
    long[] key = new long[n];
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int point = places.firstPoint(i);
      order[i] = i;
      key[i] =
          index(space.x(point), low[0], side) << (2 * BITS)
              | index(space.y(point), low[1], side) << BITS
              | index(space.z(point), low[2], side);
    }
    RadixSort.sort(key, order);
    place = order;
    x = new double[n];
    y = new double[n];
    z = new double[n];
    long[] cellKeys = new long[n];
    int[] cellStarts = new int[n + 1];
    int cells = 0;
    for (int i = 0; i < n; i++) {
      int point = places.firstPoint(order[i]);
      x[i] = space.x(point);
      y[i] = space.y(point);
      z[i] = space.z(point);
      if (i == 0 || key[i] != key[i - 1]) {
        cellKeys[cells] = key[i];
        cellStarts[cells++] = i;
      }
    }
    cellStarts[cells] = n;
    keys = Arrays.copyOf(cellKeys, cells);
    starts = Arrays.copyOf(cellStarts, cells + 1);
  }

  int cells() {
    return keys.length;
  }

  /** First position of a cell's places; those of the last cell end at {@code start(cells())}. */
  int start(int cell) {
    return starts[cell];
  }

  double chordSquared(int a, int b) {
    double dx = x[a] - x[b];
    double dy = y[a] - y[b];
    double dz = z[a] - z[b];
    return dx * dx + dy * dy + dz * dz;
  }

  /**
   * Shows each wanted cell with the occupied cells at most {@code reach} cells away in each
   * direction, itself left out. Linear: cells come in the order of their keys, so each row of
   * neighbours is followed by a finger that only moves forward.
   */
  void sweep(int reach, IntPredicate wanted, Visitor visitor) {
    int width = 2 * reach + 1;
    int[] fingers = new int[width * width];
    int[] found = new int[width * width * width];
    for (int cell = 0; cell < keys.length; cell++) {
      if (!wanted.test(cell)) {
        continue;
      }
      int count = 0;
      for (int row = 0; row < fingers.length; row++) {
        long shift =
            ((long) (row / width - reach) << (2 * BITS)) + ((long) (row % width - reach) << BITS);
        long from = keys[cell] + shift - reach;
        long to = keys[cell] + shift + reach;
        int finger = fingers[row];
        while (finger < keys.length && keys[finger] < from) {
          finger++;
        }
        fingers[row] = finger;
        for (; finger < keys.length && keys[finger] <= to; finger++) {
          if (finger != cell) {
            found[count++] = finger;
          }
        }
      }
      visitor.visit(cell, found, count);
    }
  }

  /** Sees a cell and the first {@code count} entries of its neighbours. */
  interface Visitor {
    void visit(int cell, int[] neighbours, int count);
  }

  private static double[] lowest(Space space) {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    for (int i = 0; i < space.size(); i++) {
      low[0] = Math.min(low[0], space.x(i));
      low[1] = Math.min(low[1], space.y(i));
      low[2] = Math.min(low[2], space.z(i));
    }
    return low;
  }

  private static long index(double value, double low, double side) {
    // A margin of the reach on either side keeps neighbouring rows from running into each other.
    long index = (long) Math.floor((value - low) / side) + REACH;
    if (index >= LIMIT - REACH) {
      throw new IllegalArgumentException(
          "the points spread over too many cells of " + side + " metres");
    }
    return index;
  }
}
