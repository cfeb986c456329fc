package org.vigie.geodata.index;

import java.util.Arrays;

/** Counts of rows by two characteristics. One tally belongs to one thread. */
final class CrossTally implements Scan.Found {

  /** More cells than this are left to the database. */
  static final long MAX_CELLS = 1_000_000;

  private final Axis rows;
  private final Axis columns;
  private final long[] ofMarks;
  private final int[] cells;

  CrossTally(Axis rows, Axis columns, int marks) {
    this.rows = rows;
    this.columns = columns;
    ofMarks = new long[marks];
    cells = new int[rows.size() * columns.size()];
  }

  @Override
  public void take(Segment segment, int zone, long[] found) {
    int first = zone * Zones.ROWS;
    for (int word = 0; word < Zones.WORDS; word++) {
      int base = first + word * Long.SIZE;
      for (long left = found[word]; left != 0; left &= left - 1) {
        int row = base + Long.numberOfTrailingZeros(left);
        ofMarks[segment.code(LayerColumns.MARKS, row)]++;
        cells[rows.of(segment, row) * columns.size() + columns.of(segment, row)]++;
      }
    }
  }

  void add(CrossTally other) {
    Arrays.setAll(ofMarks, i -> ofMarks[i] + other.ofMarks[i]);
    Arrays.setAll(cells, i -> cells[i] + other.cells[i]);
  }

  long ofMarks(int code) {
    return ofMarks[code];
  }

  int cell(int row, int column) {
    return cells[row * columns.size() + column];
  }
}
