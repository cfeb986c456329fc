package org.vigie.geodata.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What exact degrees have beyond what a cell tells of them: how many doubles lie between the two,
 * in as few bits as the rows of a zone need. Nothing where the cell tells all.
 *
 * <p>A cell of the mercator grid holds some 2²⁵ doubles of 8 to 16 degrees; near 0, where doubles
 * are denser, more, which is why the bits are chosen zone by zone.
 */
final class Refinement {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int ZONE_SHIFT = Integer.numberOfTrailingZeros(Zones.ROWS);
  private static final int ZONE_MASK = Zones.ROWS - 1;

  /** With so many bits a number may begin anywhere in a byte and still be read with eight bytes. */
  private static final int MOST_UNALIGNED = 57;

  private static final Refinement NONE =
      new Refinement(new byte[0], new int[0], new byte[0], new long[0]);

  private final byte[] bytes;
  private final int[] firstByte;
  private final byte[] bits;
  private final long[] least;

  private Refinement(byte[] bytes, int[] firstByte, byte[] bits, long[] least) {
    this.bytes = bytes;
    this.firstByte = firstByte;
    this.bits = bits;
    this.least = least;
  }

  /**
   * @param steps by row, the {@link #steps} from what the cell tells to the exact degrees
   */
  static Refinement of(long[] steps) {
    int zones = (steps.length + ZONE_MASK) >> ZONE_SHIFT;
    int[] firstByte = new int[zones];
    byte[] bits = new byte[zones];
    long[] least = new long[zones];
    int length = 0;
    boolean none = true;
    for (int zone = 0; zone < zones; zone++) {
      int from = zone << ZONE_SHIFT;
      int to = Math.min(steps.length, from + Zones.ROWS);
      long min = steps[from];
      long max = steps[from];
      for (int row = from; row < to; row++) {
        min = Math.min(min, steps[row]);
        max = Math.max(max, steps[row]);
      }
      none &= min == 0 && max == 0;
      int width = Long.SIZE - Long.numberOfLeadingZeros(max - min);
      firstByte[zone] = length;
      bits[zone] = (byte) (width > MOST_UNALIGNED ? Long.SIZE : width);
      least[zone] = min;
      length += ((to - from) * bits[zone] + 7) >> 3;
    }
    if (none) {
      return NONE;
    }
    Refinement made = new Refinement(new byte[length + Long.BYTES], firstByte, bits, least);
    for (int row = 0; row < steps.length; row++) {
      made.put(row, steps[row] - least[row >> ZONE_SHIFT]);
    }
    return made;
  }

  private void put(int row, long value) {
    int bit = (row & ZONE_MASK) * bits[row >> ZONE_SHIFT];
    int at = firstByte[row >> ZONE_SHIFT] + (bit >> 3);
    long there = (long) LONGS.get(bytes, at);
    LONGS.set(bytes, at, there | value << (bit & 7));
  }

  /** How many doubles one must go up from one number to be at another. */
  static long steps(double from, double to) {
    return ordered(to) - ordered(from);
  }

  /** Doubles as whole numbers in the same order, neighbours one apart (IEEE 754). */
  private static long ordered(double value) {
    long raw = Double.doubleToRawLongBits(value + 0.0);
    return raw ^ ((raw >> 63) & Long.MAX_VALUE);
  }

  /**
   * The exact degrees of a row.
   *
   * @param told what its cell tells
   */
  double exact(double told, int row) {
    if (bytes.length == 0) {
      return told;
    }
    int zone = row >> ZONE_SHIFT;
    int width = bits[zone];
    long steps = least[zone];
    if (width > 0) {
      int bit = (row & ZONE_MASK) * width;
      long word = (long) LONGS.get(bytes, firstByte[zone] + (bit >> 3));
      steps += (word >>> (bit & 7)) & (-1L >>> -width);
    }
    long sum = ordered(told) + steps;
    return Double.longBitsToDouble(sum ^ ((sum >> 63) & Long.MAX_VALUE));
  }

  long bytes() {
    return bytes.length + 13L * bits.length;
  }
}
