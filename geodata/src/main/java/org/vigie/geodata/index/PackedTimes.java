package org.vigie.geodata.index;

import java.util.Arrays;

/**
 * Moments in microseconds since 1970, kept as multiples of the coarsest unit that all of them have
 * in common (a minute, a second, a millisecond) after the first. Without loss.
 */
final class PackedTimes {

  /** Stands for an unknown moment. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private static final long[] UNITS_MICROS = {86_400_000_000L, 60_000_000, 1_000_000, 1_000, 1};
  private static final long MAX_CODE = 0xFFFFFFFFL;

  private final long base;
  private final long unit;
  private final PackedInts codes;
  private final long[] wide;

  private PackedTimes(long base, long unit, PackedInts codes, long[] wide) {
    this.base = base;
    this.unit = unit;
    this.codes = codes;
    this.wide = wide;
  }

  static PackedTimes of(long[] moments) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (long each : moments) {
      if (each != UNKNOWN) {
        first = Math.min(first, each);
        last = Math.max(last, each);
      }
    }
    if (last == Long.MIN_VALUE) {
      return new PackedTimes(0, 1, new PackedInts(moments.length, 0), new long[0]);
    }
    long unit = unit(moments, first);
    long greatest = (last - first) / unit + 1;
    if (greatest > MAX_CODE) {
      return new PackedTimes(0, 1, new PackedInts(0, 0), moments.clone());
    }
    PackedInts codes = new PackedInts(moments.length, greatest);
    for (int i = 0; i < moments.length; i++) {
      if (moments[i] != UNKNOWN) {
        codes.put(i, (moments[i] - first) / unit + 1);
      }
    }
    return new PackedTimes(first - unit, unit, codes, new long[0]);
  }

  private static long unit(long[] moments, long first) {
    int at = 0;
    for (long each : moments) {
      while (each != UNKNOWN && (each - first) % UNITS_MICROS[at] != 0) {
        at++;
      }
    }
    return UNITS_MICROS[at];
  }

  /** Microseconds since 1970, or {@link #UNKNOWN}. */
  long get(int index) {
    if (wide.length > 0) {
      return wide[index];
    }
    long code = codes.get(index);
    return code == 0 ? UNKNOWN : base + code * unit;
  }

  /** The indexes in the order of their moments, unknown ones first. */
  char[] order(long[] moments) {
    char[] order = new char[moments.length];
    if (wide.length > 0) {
      Integer[] sorted = new Integer[moments.length];
      Arrays.setAll(sorted, i -> i);
      Arrays.sort(sorted, (a, b) -> Long.compare(moments[a], moments[b]));
      for (int i = 0; i < order.length; i++) {
        order[i] = (char) sorted[i].intValue();
      }
      return order;
    }
    long[] keys = new long[moments.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = codes.get(i) << 16 | i;
    }
    Arrays.sort(keys);
    for (int i = 0; i < order.length; i++) {
      order[i] = (char) keys[i];
    }
    return order;
  }

  /** Whether all are unknown. */
  boolean isEmpty() {
    return wide.length == 0 && codes.isConstant();
  }

  long bytes() {
    return codes.bytes() + 8L * wide.length;
  }
}
