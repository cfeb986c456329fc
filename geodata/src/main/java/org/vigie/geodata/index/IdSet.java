package org.vigie.geodata.index;

import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import org.vigie.geodata.model.FeatureId;

/**
 * A set of ids as 128-bit numbers, 32 to 64 bytes each: open addressing over a table that is at
 * most half full. Immutable once it is made.
 */
final class IdSet {

  private final long[] table;
  private final int mask;
  private boolean hasZero;
  private int size;

  private IdSet(Collection<FeatureId> ids) {
    int slots = Integer.highestOneBit(Math.max(1, ids.size())) << 2;
    this.table = new long[2 * slots];
    this.mask = slots - 1;
    for (FeatureId id : ids) {
      put(id.value().getMostSignificantBits(), id.value().getLeastSignificantBits());
    }
  }

  static IdSet of(Collection<FeatureId> ids) {
    return new IdSet(ids);
  }

  private void put(long high, long low) {
    if (contains(high, low)) {
      return;
    }
    size++;
    if ((high | low) == 0) {
      hasZero = true;
      return;
    }
    int slot = slot(high, low);
    while ((table[2 * slot] | table[2 * slot + 1]) != 0) {
      slot = (slot + 1) & mask;
    }
    table[2 * slot] = high;
    table[2 * slot + 1] = low;
  }

  boolean contains(long high, long low) {
    if ((high | low) == 0) {
      return hasZero;
    }
    int slot = slot(high, low);
    while ((table[2 * slot] | table[2 * slot + 1]) != 0) {
      if (table[2 * slot] == high && table[2 * slot + 1] == low) {
        return true;
      }
      slot = (slot + 1) & mask;
    }
    return false;
  }

  /** Ids of imports may be made of names or numbers, so all bits are mixed. */
  private int slot(long high, long low) {
    long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & mask;
  }

  void forEach(Consumer<UUID> each) {
    if (hasZero) {
      each.accept(new UUID(0, 0));
    }
    for (int at = 0; at < table.length; at += 2) {
      if ((table[at] | table[at + 1]) != 0) {
        each.accept(new UUID(table[at], table[at + 1]));
      }
    }
  }

  int size() {
    return size;
  }
}
