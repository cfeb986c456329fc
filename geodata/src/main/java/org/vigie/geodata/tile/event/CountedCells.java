package org.vigie.geodata.tile.event;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import org.vigie.geodata.store.PointSink;
import org.vigie.geodata.tile.TileAddress;

/**
 * Counts by step of time, cell, category and severity, in a hash table of plain numbers.
 *
 * <p>A key holds, from its highest bits, the step, the cell (row before column), the category and
 * the severity: keys in their order are records in theirs. Step 0 is that of an unknown start.
 */
final class CountedCells {

  /** Monday, 5 January 1970. */
  private static final int FIRST_MONDAY = 4;

  private static final long DAY_MICROS = 86_400_000_000L;
  private static final int SEVERITY_BITS = 8;
  private static final int CATEGORY_SHIFT = SEVERITY_BITS;
  private static final int CATEGORY_BITS = 16;
  private static final int CELL_SHIFT = CATEGORY_SHIFT + CATEGORY_BITS;
  private static final int CELL_BITS = 12;
  private static final int STEP_SHIFT = CELL_SHIFT + CELL_BITS;

  /** Steps are counted from Monday, 5 January 1970; a time may lie long before. */
  private static final int ORIGIN = 1 << 26;

  private static final long NONE = -1;

  private final int days;
  private final int cell;
  private long[] keys = new long[1 << 10];
  private int[] counts = new int[1 << 10];
  private int size;

  /**
   * @param days of a step
   * @param cell side in units of {@link TileGrid}, a power of two, at least 64
   */
  CountedCells(int days, int cell) {
    this.days = days;
    this.cell = cell;
    Arrays.fill(keys, NONE);
  }

  int days() {
    return days;
  }

  int cell() {
    return cell;
  }

  int size() {
    return size;
  }

  boolean isFinerThan(CountedCells other) {
    return days < other.days || cell < other.cell;
  }

  /** Seconds since 1970-01-01T00:00Z of the begin of a day of {@link #day}. */
  static long seconds(long day) {
    return (day + FIRST_MONDAY) * 86_400;
  }

  /**
   * @param start microseconds since 1970-01-01T00:00Z, or {@link PointSink#NO_TIME}
   */
  void add(long start, int x, int y, int category, int severity) {
    int step = 0;
    if (start != PointSink.NO_TIME) {
      int day = (int) Math.floorDiv(start, DAY_MICROS) - FIRST_MONDAY;
      step = Math.floorDiv(day, days) + ORIGIN;
    }
    add(key(step, x, y, category, severity), 1);
  }

  private long key(int step, int x, int y, int category, int severity) {
    int place = y / cell * (TileAddress.EXTENT / cell) + x / cell;
    return ((long) step << STEP_SHIFT)
        | ((long) place << CELL_SHIFT)
        | ((long) category << CATEGORY_SHIFT)
        | severity;
  }

  /** The same in steps of a multiple of days and cells of a multiple of the side. */
  CountedCells coarser(int toDays, int toCell) {
    CountedCells coarser = new CountedCells(toDays, toCell);
    int times = toDays / days;
    coarser.addAll(
        this,
        key -> {
          int step = step(key);
          int next = step == 0 ? 0 : Math.floorDiv(step - ORIGIN, times) + ORIGIN;
          int place = place(key);
          int perRow = TileAddress.EXTENT / cell;
          return coarser.key(
              next, place % perRow * cell, place / perRow * cell, category(key), severity(key));
        });
    return coarser;
  }

  /** The same with other categories. */
  CountedCells renamed(Categories categories) {
    CountedCells renamed = new CountedCells(days, cell);
    long others = ~(((1L << CATEGORY_BITS) - 1) << CATEGORY_SHIFT);
    renamed.addAll(
        this, key -> (key & others) | ((long) categories.rank(category(key)) << CATEGORY_SHIFT));
    return renamed;
  }

  /** Adds what others counted in the same steps and cells. */
  void addAll(CountedCells other) {
    addAll(other, key -> key);
  }

  private void addAll(CountedCells other, LongUnaryOperator change) {
    for (int i = 0; i < other.keys.length; i++) {
      if (other.keys[i] != NONE) {
        add(change.applyAsLong(other.keys[i]), other.counts[i]);
      }
    }
  }

  private void add(long key, int count) {
    int at = place(keys, key);
    if (keys[at] == NONE) {
      if (2 * size >= keys.length) {
        grow();
        at = place(keys, key);
      }
      keys[at] = key;
      size++;
    }
    counts[at] += count;
  }

  /** Where a key stands or would stand; Fibonacci hashing, then the next free place. */
  private static int place(long[] keys, long key) {
    int mask = keys.length - 1;
    int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[at] != key && keys[at] != NONE) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] wider = new long[2 * keys.length];
    int[] wide = new int[wider.length];
    Arrays.fill(wider, NONE);
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != NONE) {
        int at = place(wider, keys[i]);
        wider[at] = keys[i];
        wide[at] = counts[i];
      }
    }
    keys = wider;
    counts = wide;
  }

  /** All keys in order. */
  long[] sorted() {
    long[] all = Arrays.stream(keys).filter(key -> key != NONE).toArray();
    Arrays.sort(all);
    return all;
  }

  int count(long key) {
    return counts[place(keys, key)];
  }

  static boolean isTimed(long key) {
    return step(key) != 0;
  }

  /** First day of the step of a known start, from Monday, 5 January 1970. */
  long day(long key) {
    return (long) (step(key) - ORIGIN) * days;
  }

  static int place(long key) {
    return (int) (key >>> CELL_SHIFT) & ((1 << CELL_BITS) - 1);
  }

  static int category(long key) {
    return (int) (key >>> CATEGORY_SHIFT) & ((1 << CATEGORY_BITS) - 1);
  }

  static int severity(long key) {
    return (int) key & ((1 << SEVERITY_BITS) - 1);
  }

  private static int step(long key) {
    return (int) (key >>> STEP_SHIFT);
  }
}
