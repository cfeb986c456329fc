package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows with a place that a scan found, one bit each, so that they can be gone through more than
 * once. Takes 1 bit for each row of the segments in which something was found.
 */
final class MarkedRows implements Scan.Found {

  /**
   * The rows of one segment.
   *
   * @param bits one bit a row
   */
  @SuppressWarnings("ArrayRecordComponent")
  record OfSegment(Segment segment, long[] bits) {

    /** Hands over the rows zone by zone, as a scan does. */
    void forEachZone(Scan.Found found) {
      long[] rows = new long[Zones.WORDS];
      for (int zone = 0; zone < segment.zoneCount(); zone++) {
        System.arraycopy(bits, zone * Zones.WORDS, rows, 0, Zones.WORDS);
        if (!Truth.isEmpty(rows)) {
          found.take(segment, zone, rows);
        }
      }
    }
  }

  private final List<OfSegment> marked = new ArrayList<>();
  private long count;

  /**
   * @throws UndecidedException when there is a line or area among them, of which only the database
   *     knows where it lies
   */
  static MarkedRows of(Scan scan, LayerRows rows) {
    return scan.of(rows.parts(), MarkedRows::new, MarkedRows::add);
  }

  @Override
  public void take(Segment segment, int zone, long[] rows) {
    if (marked.isEmpty() || marked.get(marked.size() - 1).segment != segment) {
      marked.add(new OfSegment(segment, new long[segment.zoneCount() * Zones.WORDS]));
    }
    long[] bits = marked.get(marked.size() - 1).bits;
    for (int word = 0; word < Zones.WORDS; word++) {
      long placed = rows[word];
      if (!segment.hasOnlyPoints()) {
        placed = placed(segment, zone * Zones.ROWS + word * Long.SIZE, placed);
      }
      bits[zone * Zones.WORDS + word] = placed;
      count += Long.bitCount(placed);
    }
  }

  private static long placed(Segment segment, int base, long rows) {
    long placed = rows;
    for (long left = rows; left != 0; left &= left - 1) {
      byte kind = segment.kind(base + Long.numberOfTrailingZeros(left));
      if (kind == Segment.SHAPE) {
        throw new UndecidedException();
      }
      if (kind == Segment.NOWHERE) {
        placed &= ~Long.lowestOneBit(left);
      }
    }
    return placed;
  }

  private void add(MarkedRows other) {
    marked.addAll(other.marked);
    count += other.count;
  }

  long count() {
    return count;
  }

  List<OfSegment> marked() {
    return marked;
  }
}
