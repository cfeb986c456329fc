package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.Counted;
import org.vigie.geodata.store.LogPosition;

/**
 * Counts what a scan finds and gathers the first ids of it, in their order and behind one. Twice as
 * many as are wanted are kept before those that are too many are let go, so that the time for it is
 * that of sorting a page a few times, however many rows are found.
 */
final class FirstIds implements Scan.Found {

  private final Optional<FeatureId> after;
  private final int wanted;
  private final List<FeatureId> ids = new ArrayList<>();
  private long count;

  /** The last of those wanted once, as two unsigned numbers; nothing behind it is gathered. */
  private long boundHigh = -1;

  private long boundLow = -1;

  private FirstIds(Optional<FeatureId> after, int wanted) {
    this.after = after;
    this.wanted = wanted;
  }

  /**
   * @param after ids up to this one are counted and not gathered
   * @param wanted at least 1
   */
  static Counted of(
      LayerRows rows, Scan scan, LogPosition asOf, Optional<FeatureId> after, int wanted) {
    FirstIds found =
        scan.of(rows.parts(), () -> new FirstIds(after, wanted), (one, other) -> one.add(other));
    found.letGo();
    return new Counted(asOf, found.count, Optional.of(List.copyOf(found.ids)));
  }

  @Override
  public void take(Segment segment, int zone, long[] found) {
    for (int word = 0; word < Zones.WORDS; word++) {
      int base = zone * Zones.ROWS + word * Long.SIZE;
      count += Long.bitCount(found[word]);
      for (long left = found[word]; left != 0; left &= left - 1) {
        int row = base + Long.numberOfTrailingZeros(left);
        take(segment.idHigh(row), segment.idLow(row));
      }
    }
  }

  private void take(long high, long low) {
    int order = Long.compareUnsigned(high, boundHigh);
    if (order > 0 || (order == 0 && Long.compareUnsigned(low, boundLow) > 0)) {
      return;
    }
    FeatureId id = new FeatureId(new UUID(high, low));
    if (after.isPresent() && id.compareTo(after.get()) <= 0) {
      return;
    }
    ids.add(id);
    if (ids.size() >= 2 * wanted) {
      letGo();
    }
  }

  private void letGo() {
    ids.sort(null);
    if (ids.size() >= wanted) {
      ids.subList(wanted, ids.size()).clear();
      UUID last = ids.get(wanted - 1).value();
      boundHigh = last.getMostSignificantBits();
      boundLow = last.getLeastSignificantBits();
    }
  }

  private void add(FirstIds other) {
    count += other.count;
    ids.addAll(other.ids);
  }
}
