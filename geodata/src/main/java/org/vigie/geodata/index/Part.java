package org.vigie.geodata.index;

import java.util.BitSet;

/**
 * A segment and which of its rows no longer hold.
 *
 * @param gone one bit a row; empty while all hold
 * @param live rows that hold
 */
@SuppressWarnings("ArrayRecordComponent")
record Part(Segment segment, long[] gone, int live) {

  static Part of(Segment segment) {
    return new Part(segment, new long[0], segment.size());
  }

  /** The same without more rows. */
  Part without(BitSet rows) {
    long[] both = new long[(segment.size() + 63) >>> 6];
    System.arraycopy(gone, 0, both, 0, gone.length);
    int left = live;
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      long bit = 1L << row;
      if ((both[row >>> 6] & bit) == 0) {
        both[row >>> 6] |= bit;
        left--;
      }
    }
    return new Part(segment, both, left);
  }

  boolean holds(int row) {
    return gone.length == 0 || (gone[row >>> 6] & 1L << row) == 0;
  }

  /**
   * Sets the bits of the rows of a zone that hold.
   *
   * @param bits of the whole segment, one a row
   */
  void live(int zone, long[] bits) {
    int first = zone * Zones.ROWS;
    for (int word = 0; word < Zones.WORDS; word++) {
      int left = segment.size() - first - word * Long.SIZE;
      long all = left >= Long.SIZE ? -1L : left <= 0 ? 0 : (1L << left) - 1;
      int at = (first >>> 6) + word;
      bits[at] = gone.length == 0 || all == 0 ? all : all & ~gone[at];
    }
  }

  long bytes() {
    return segment.bytes() + 8L * gone.length;
  }
}
