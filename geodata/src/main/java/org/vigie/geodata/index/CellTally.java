package org.vigie.geodata.index;

import java.util.Arrays;
import java.util.List;
import org.vigie.geodata.store.CellArrays;

/**
 * Counts rows by cell of a picture and value, in a table that grows with the cells that are not
 * empty. One tally belongs to one thread; tallies of several threads are added up.
 */
final class CellTally implements Scan.Found {

  /** More cells times values than this are left to the database. */
  private static final int MAX_ENTRIES = 1 << 20;

  /** Of an entry: key + 1 (0 is free), count, longitudes, latitudes. */
  private static final int WIDTH = 4;

  private static final long SCRAMBLE = 0x9E3779B97F4A7C15L;

  private final Shape shape;
  private final boolean[] seenMarks;
  private long[] table = new long[WIDTH << 10];
  private int shift = Long.SIZE - 10;
  private int entries;

  /**
   * What is counted.
   *
   * @param cellDegrees side of a cell
   * @param column column that the map is drawn by; -1 for none
   * @param ranks number of each value's text, in the order of the texts
   * @param texts how many texts there are
   * @param countedIn only what lies in one of these; empty for everything
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Shape(
      int marks, double cellDegrees, int column, int[] ranks, int texts, List<Region> countedIn) {

    private long rowsOfCells() {
      return 2 * (long) Math.ceil(90 / cellDegrees) + 2;
    }

    /** Ascends from west to east, then from south to north, then with the rank. */
    private long key(double lon, double lat, int rank) {
      long x = (long) Math.floor(lon / cellDegrees) + (long) Math.ceil(180 / cellDegrees);
      long y = (long) Math.floor(lat / cellDegrees) + (long) Math.ceil(90 / cellDegrees);
      return (x * rowsOfCells() + y) * texts + rank;
    }

    private boolean counts(double lon, double lat) {
      for (Region region : countedIn) {
        if (region.contains(lon, lat)) {
          return true;
        }
      }
      return countedIn.isEmpty();
    }
  }

  CellTally(Shape shape) {
    this.shape = shape;
    seenMarks = new boolean[shape.marks];
  }

  @Override
  public void take(Segment segment, int zone, long[] rows) {
    for (int word = 0; word < Zones.WORDS; word++) {
      int base = zone * Zones.ROWS + word * Long.SIZE;
      for (long left = rows[word]; left != 0; left &= left - 1) {
        take(segment, base + Long.numberOfTrailingZeros(left));
      }
    }
  }

  private void take(Segment segment, int row) {
    double lon = segment.lon(row);
    double lat = segment.lat(row);
    if (shape.counts(lon, lat)) {
      int rank = shape.column < 0 ? 0 : shape.ranks[segment.code(shape.column, row)];
      seenMarks[segment.code(LayerColumns.MARKS, row)] = true;
      add(shape.key(lon, lat, rank), 1, CellArrays.units(lon), CellArrays.units(lat));
    }
  }

  void add(CellTally other) {
    for (int at = 0; at < other.table.length; at += WIDTH) {
      if (other.table[at] != 0) {
        add(other.table[at] - 1, other.table[at + 1], other.table[at + 2], other.table[at + 3]);
      }
    }
    for (int code = 0; code < seenMarks.length; code++) {
      seenMarks[code] |= other.seenMarks[code];
    }
  }

  private void add(long key, long count, long lon, long lat) {
    int at = find(key);
    if (table[at] == 0) {
      if (2 * WIDTH * ++entries > table.length) {
        grow();
        at = find(key);
      }
      table[at] = key + 1;
    }
    table[at + 1] += count;
    table[at + 2] += lon;
    table[at + 3] += lat;
  }

  /** Where the entry of a key is, or may be put. */
  private int find(long key) {
    int at = (int) ((key * SCRAMBLE) >>> shift) * WIDTH;
    while (table[at] != 0 && table[at] != key + 1) {
      at = at + WIDTH == table.length ? 0 : at + WIDTH;
    }
    return at;
  }

  private void grow() {
    if (entries > MAX_ENTRIES) {
      throw new UndecidedException();
    }
    long[] old = table;
    table = new long[2 * old.length];
    shift--;
    for (int at = 0; at < old.length; at += WIDTH) {
      if (old[at] != 0) {
        System.arraycopy(old, at, table, find(old[at] - 1), WIDTH);
      }
    }
  }

  boolean hasSeen(int marks) {
    return seenMarks[marks];
  }

  /** The cells from west to east and then from south to north. */
  CellArrays cells(List<String> texts) {
    long[] keys = new long[entries];
    for (int at = 0, i = 0; at < table.length; at += WIDTH) {
      if (table[at] != 0) {
        keys[i++] = table[at] - 1;
      }
    }
    Arrays.sort(keys);
    CellArrays cells = new CellArrays();
    for (int from = 0; from < keys.length; ) {
      long cell = keys[from] / shape.texts;
      long n = 0;
      long lon = 0;
      long lat = 0;
      int most = find(keys[from]);
      for (; from < keys.length && keys[from] / shape.texts == cell; from++) {
        int at = find(keys[from]);
        n += table[at + 1];
        lon += table[at + 2];
        lat += table[at + 3];
        most = table[at + 1] > table[most + 1] ? at : most;
      }
      cells.add(lon, lat, n, texts.get((int) ((table[most] - 1) % shape.texts)));
    }
    return cells;
  }
}
