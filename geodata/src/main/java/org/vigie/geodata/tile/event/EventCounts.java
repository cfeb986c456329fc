package org.vigie.geodata.tile.event;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.tile.TileAddress;

/**
 * Counts the events of a tile in the finest steps of 1, 7, 28, 91 or 364 days of which there are at
 * most {@link #MAX_RECORDS}, in cells of 4 of 256 pixels; in larger cells when even years are too
 * many.
 *
 * <p>More events never make fewer records. So what is too fine for some of the events is too fine
 * for all, and is given up for the next coarser at once: one pass, in whatever order, and no more
 * kept than is sent.
 */
final class EventCounts {

  static final int MAX_RECORDS = 24_000;

  private static final int SMALLEST_CELL = 64;
  private static final int WEEK = 7;
  private static final int MONTH = 28;
  private static final int QUARTER = 91;
  private static final int YEAR = 364;

  private CountedCells finest = new CountedCells(1, SMALLEST_CELL);

  /** Kept beside months: a quarter of 13 weeks is not made of them. Null when too many, too. */
  private @Nullable CountedCells quarters;

  void add(long start, int x, int y, int category, int severity) {
    finest.add(start, x, y, category, severity);
    if (quarters != null) {
      quarters.add(start, x, y, category, severity);
    }
    settle();
  }

  /** Takes what others counted; they are used up by it. */
  void join(EventCounts other) {
    while (finest.isFinerThan(other.finest)) {
      coarsen();
    }
    while (other.finest.isFinerThan(finest)) {
      other.coarsen();
    }
    while (finest.isFinerThan(other.finest)) {
      coarsen();
    }
    finest.addAll(other.finest);
    if (quarters != null && other.quarters != null) {
      quarters.addAll(other.quarters);
    } else {
      quarters = null;
    }
    settle();
  }

  private void settle() {
    if (quarters != null && quarters.size() > MAX_RECORDS) {
      quarters = null;
    }
    while (finest.size() > MAX_RECORDS
        && (finest.days() < YEAR || finest.cell() < TileAddress.EXTENT)) {
      coarsen();
    }
  }

  private void coarsen() {
    CountedCells former = finest;
    int cell = former.cell();
    switch (former.days()) {
      case 1 -> finest = former.coarser(WEEK, cell);
      case WEEK -> {
        finest = former.coarser(MONTH, cell);
        quarters = former.coarser(QUARTER, cell);
      }
      case MONTH -> {
        finest = quarters != null ? quarters : former.coarser(YEAR, cell);
        quarters = null;
      }
      case QUARTER -> finest = former.coarser(YEAR, cell);
      default -> finest = former.coarser(YEAR, 2 * cell);
    }
  }

  byte[] toByteArray(long total, List<String> values) {
    BitSet used = new BitSet();
    for (long key : finest.sorted()) {
      used.set(CountedCells.category(key));
    }
    Categories categories = new Categories(used, values);
    CountedCells cells = finest.renamed(categories);
    long[] keys = cells.sorted();
    int untimed = 0;
    while (untimed < keys.length && !CountedCells.isTimed(keys[untimed])) {
      untimed++;
    }
    long base = base(cells, keys, untimed);
    Bytes times = new Bytes();
    Bytes places = new Bytes();
    Bytes kinds = new Bytes();
    Bytes severities = new Bytes();
    Bytes counts = new Bytes();
    long before = 0;
    int placeBefore = 0;
    for (int i = 0; i < keys.length; i++) {
      long key = keys[i];
      long at = i < untimed ? 0 : (cells.day(key) - base) / cells.days();
      int place = CountedCells.place(key);
      times.varint(at - before);
      places.varint(i > 0 && at == before ? place - placeBefore : place);
      kinds.varint(CountedCells.category(key));
      severities.u8(CountedCells.severity(key));
      counts.varint(cells.count(key));
      before = at;
      placeBefore = place;
    }
    return new Header(
            Header.Kind.COUNTED,
            cells.cell(),
            keys.length,
            total,
            cells.days() * 86_400,
            CountedCells.seconds(base),
            0,
            untimed,
            categories.values())
        .begin()
        .column(times)
        .column(places)
        .column(kinds)
        .column(severities)
        .column(counts)
        .toByteArray();
  }

  /**
   * Day of time 0: a Monday at which a step begins in every tile, so that the steps of neighbours
   * meet. After records without a start it is a step earlier, so that nothing timed has their time.
   */
  private static long base(CountedCells cells, long[] keys, int untimed) {
    if (untimed == keys.length) {
      return 0;
    }
    long whole = Math.max(WEEK, cells.days());
    long first = Math.floorDiv(cells.day(keys[untimed]), whole) * whole;
    return untimed == 0 ? first : first - whole;
  }
}
