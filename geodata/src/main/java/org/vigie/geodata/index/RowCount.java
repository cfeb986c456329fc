package org.vigie.geodata.index;

/** Counts what a scan finds. */
final class RowCount implements Scan.Found {

  private long count;

  private RowCount() {}

  static long of(LayerRows rows, Scan scan) {
    return scan.of(rows.parts(), RowCount::new, RowCount::add).count;
  }

  @Override
  public void take(Segment segment, int zone, long[] found) {
    for (long word : found) {
      count += Long.bitCount(word);
    }
  }

  private void add(RowCount other) {
    count += other.count;
  }
}
