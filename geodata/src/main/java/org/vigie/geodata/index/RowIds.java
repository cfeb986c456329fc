package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.vigie.geodata.model.FeatureId;

/** Gathers the ids of what a scan finds. */
final class RowIds implements Scan.Found {

  private final List<FeatureId> ids = new ArrayList<>();

  private RowIds() {}

  /** In no order. */
  static List<FeatureId> of(LayerRows rows, Scan scan) {
    return scan.of(rows.parts(), RowIds::new, RowIds::add).ids;
  }

  @Override
  public void take(Segment segment, int zone, long[] found) {
    for (int word = 0; word < Zones.WORDS; word++) {
      int base = zone * Zones.ROWS + word * Long.SIZE;
      for (long left = found[word]; left != 0; left &= left - 1) {
        int row = base + Long.numberOfTrailingZeros(left);
        ids.add(new FeatureId(new UUID(segment.idHigh(row), segment.idLow(row))));
      }
    }
  }

  private void add(RowIds other) {
    ids.addAll(other.ids);
  }
}
