package org.vigie.geodata.index;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The distinct values of one property of a layer, numbered as they come. Number 0 is the unknown
 * value. A property with too many values is given up: what would be as large as the data is better
 * asked of the database. Numbers are never taken back, so that readers of any age may use them.
 */
final class Dictionary {

  /** Codes of rows are kept in 16 bits while an index is built. */
  static final int MAX_SIZE = 1 << 16;

  private final int capacity;
  private final Map<Object, Integer> codes = new ConcurrentHashMap<>();
  private volatile @Nullable Object[] values = new @Nullable Object[] {null};
  private int size = 1;
  private volatile boolean givenUp;

  /**
   * @param capacity most values, the unknown one included; at most {@link #MAX_SIZE}
   */
  Dictionary(int capacity) {
    this.capacity = capacity;
  }

  /** The number of a value, a new one when it is the first of its kind; 0 when given up. */
  int code(@Nullable Object value) {
    if (value == null || givenUp) {
      return 0;
    }
    Integer known = codes.get(value);
    return known == null ? add(value) : known;
  }

  private synchronized int add(Object value) {
    Integer known = codes.get(value);
    if (known != null) {
      return known;
    }
    if (size == capacity) {
      givenUp = true;
      codes.clear();
      values = new @Nullable Object[] {null};
      return 0;
    }
    @Nullable Object[] current = values;
    if (size == current.length) {
      current = Arrays.copyOf(current, 2 * size);
    }
    current[size] = value;
    // published before its number is given away
    values = current;
    codes.put(value, size);
    return size++;
  }

  /** Whether there were too many values: then nothing can be said of the property. */
  boolean isGivenUp() {
    return givenUp;
  }

  /** All values by number, the unknown one first; empty when given up. */
  Optional<@Nullable Object[]> values() {
    synchronized (this) {
      return givenUp ? Optional.empty() : Optional.of(Arrays.copyOf(values, size));
    }
  }

  /** The value of a number that this dictionary gave. */
  @Nullable Object value(int code) {
    return values[code];
  }

  int size() {
    synchronized (this) {
      return size;
    }
  }
}
