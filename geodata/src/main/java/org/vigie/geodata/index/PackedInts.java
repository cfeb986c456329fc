package org.vigie.geodata.index;

/**
 * Numbers from 0 to 2³²-1 in as few bits each as the greatest needs: 0, 1, 2, 4, 8, 16 or 32, so
 * that none lies across two words and reading is a shift and a mask. Immutable once filled.
 */
final class PackedInts {

  private static final long[] NONE = {0};

  private final long[] words;
  private final int log;
  private final int wordShift;
  private final long mask;

  /**
   * @param greatest the greatest number that will be put in
   */
  PackedInts(int size, long greatest) {
    if (greatest == 0) {
      words = NONE;
      log = 0;
      // every number is read from the one word, which stays 0
      wordShift = 31;
      mask = 0;
    } else {
      int bits = 64 - Long.numberOfLeadingZeros(greatest);
      log = bits == 1 ? 0 : 32 - Integer.numberOfLeadingZeros(bits - 1);
      wordShift = 6 - log;
      mask = (1L << (1 << log)) - 1;
      words = new long[(int) ((((long) size << log) + 63) >>> 6)];
    }
  }

  void put(int index, long value) {
    words[index >>> wordShift] |= value << (index << log);
  }

  long get(int index) {
    return words[index >>> wordShift] >>> (index << log) & mask;
  }

  boolean isConstant() {
    return mask == 0;
  }

  long bytes() {
    return words == NONE ? 0 : 8L * words.length;
  }
}
