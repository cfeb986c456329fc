package org.vigie.geodata.index;

import java.util.Arrays;
import java.util.UUID;

/** The ids of a segment's rows, and the rows in the order of their ids. */
final class Ids {

  private final long[] high;
  private final long[] low;
  private final char[] order;

  Ids(long[] high, long[] low) {
    this.high = high;
    this.low = low;
    order = order(high, low);
  }

  /** Random ids differ in their first bits; only for others all bits must be compared. */
  private static char[] order(long[] high, long[] low) {
    long[] keys = new long[high.length];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = high[row] >>> 17 << 16 | row;
    }
    Arrays.sort(keys);
    for (int i = 1; i < keys.length; i++) {
      if (keys[i] >>> 16 == keys[i - 1] >>> 16) {
        return byAllBits(high, low);
      }
    }
    char[] order = new char[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (char) keys[i];
    }
    return order;
  }

  private static char[] byAllBits(long[] high, long[] low) {
    Integer[] sorted = new Integer[high.length];
    Arrays.setAll(sorted, row -> row);
    Arrays.sort(sorted, (a, b) -> compare(high[a], low[a], high[b], low[b]));
    char[] order = new char[sorted.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (char) sorted[i].intValue();
    }
    return order;
  }

  private static int compare(long high, long low, long otherHigh, long otherLow) {
    int order = Long.compareUnsigned(high, otherHigh);
    return order != 0 ? order : Long.compareUnsigned(low, otherLow);
  }

  long high(int row) {
    return high[row];
  }

  long low(int row) {
    return low[row];
  }

  /** The row of an id; -1 when it is not here. */
  int find(UUID id) {
    long wantedHigh = id.getMostSignificantBits();
    long wantedLow = id.getLeastSignificantBits();
    int from = 0;
    int to = order.length - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int row = order[middle];
      int side = compare(high[row], low[row], wantedHigh, wantedLow);
      if (side == 0) {
        return row;
      }
      if (side < 0) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return -1;
  }

  long bytes() {
    return 18L * order.length;
  }
}
