package org.vigie.geodata.index;

import java.util.Arrays;

/**
 * For which rows of a zone a condition is true and for which it is false, one bit each; for the
 * rest of those that were asked about it is unknown.
 */
final class Truth {

  final long[] yes = new long[Zones.WORDS];
  final long[] no = new long[Zones.WORDS];

  /** The same for every row that is asked about: 1 true, -1 false, 0 unknown. */
  void all(int truth, long[] among) {
    Arrays.fill(yes, 0);
    Arrays.fill(no, 0);
    if (truth != 0) {
      System.arraycopy(among, 0, truth > 0 ? yes : no, 0, Zones.WORDS);
    }
  }

  static boolean isEmpty(long[] bits) {
    return (bits[0] | bits[1] | bits[2] | bits[3]) == 0;
  }
}
