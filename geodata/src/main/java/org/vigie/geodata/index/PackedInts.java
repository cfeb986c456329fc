package org.vigie.geodata.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers from 0 to 2³²-1 in as many bits each as the greatest needs, one after the other. Each is
 * read out of the eight bytes it begins in, which a processor loads at once wherever they lie.
 * Immutable once filled.
 */
final class PackedInts {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final byte[] NONE = new byte[Long.BYTES];

  private final byte[] bytes;
  private final int bits;
  private final long mask;

  /**
   * @param greatest the greatest number that will be put in
   */
  PackedInts(int size, long greatest) {
    bits = Long.SIZE - Long.numberOfLeadingZeros(greatest);
    mask = (1L << bits) - 1;
    // where all are 0, every number is read from the same bytes
    bytes = bits == 0 ? NONE : new byte[((size * bits) >> 3) + Long.BYTES];
  }

  void put(int index, long value) {
    int bit = index * bits;
    long there = (long) LONGS.get(bytes, bit >> 3);
    LONGS.set(bytes, bit >> 3, there | value << (bit & 7));
  }

  long get(int index) {
    int bit = index * bits;
    return (long) LONGS.get(bytes, bit >> 3) >>> (bit & 7) & mask;
  }

  boolean isConstant() {
    return bits == 0;
  }

  long bytes() {
    return bytes == NONE ? 0 : bytes.length;
  }
}
