package org.vigie.geodata.index;

import java.util.List;

/** Whether a point lies in a region; unknown without a place. */
final class PlaceCondition extends RowCondition {

  private final List<Region> regions;

  /**
   * @param regions it must lie in one of them
   */
  PlaceCondition(List<Region> regions) {
    this.regions = regions;
  }

  @Override
  int test(Segment segment, int row) {
    byte kind = segment.kind(row);
    if (kind != Segment.POINT) {
      if (kind == Segment.SHAPE) {
        throw new UndecidedException();
      }
      return 0;
    }
    return isInside(segment, row) ? 1 : -1;
  }

  /** A point. */
  private boolean isInside(Segment segment, int row) {
    for (Region region : regions) {
      int cell = region.ofCell(segment.x(row), segment.y(row));
      if (cell == Region.INSIDE
          || (cell == Region.BORDER && region.contains(segment.lon(row), segment.lat(row)))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void narrow(Segment segment, long[] rows) {
    if (!segment.hasOnlyPoints()) {
      super.narrow(segment, rows);
      return;
    }
    for (int zone = 0; zone < segment.zoneCount(); zone++) {
      if (ofZone(segment, zone) <= 0) {
        narrow(segment, rows, zone * Zones.WORDS, (zone + 1) * Zones.WORDS);
      }
    }
  }

  private void narrow(Segment segment, long[] rows, int from, int to) {
    for (int word = from; word < to; word++) {
      long yes = rows[word];
      for (long left = yes; left != 0; left &= left - 1) {
        if (!isInside(segment, word * Long.SIZE + Long.numberOfTrailingZeros(left))) {
          yes &= ~Long.lowestOneBit(left);
        }
      }
      rows[word] = yes;
    }
  }

  @Override
  public int ofZone(Segment segment, int zone) {
    if (segment.hasShapes()) {
      // a shape decides only where the caller sees it: row by row
      return Region.BORDER;
    }
    Zones zones = segment.zones();
    if (zones.isEmpty(zone)) {
      return Region.OUTSIDE;
    }
    int whole = Region.OUTSIDE;
    for (Region region : regions) {
      int one =
          region.ofCells(zones.minX(zone), zones.minY(zone), zones.maxX(zone), zones.maxY(zone));
      whole = Math.max(whole, one);
    }
    return whole == Region.INSIDE && !segment.hasOnlyPoints() ? Region.BORDER : whole;
  }

  @Override
  public int cost() {
    return 3;
  }
}
