package org.vigie.geodata.tile.event;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.store.PointSink;

/** Writes single events: sorted by start, then by place, category, severity and duration. */
final class RawTile {

  private static final long MICROS = 1_000_000;
  private static final int MINUTE = 60;
  private static final long MAX_DURATION = 0xFFFFFFFFL;

  /** Twice what a tile holds at most, tile and buffer, fit into as many bits. */
  private static final int ROW_BITS = 14;

  /** Rows and columns have 13 bits, so a whole key of what is not time has 64. */
  private static final int COLUMN_BITS = 13;

  private static final int SEVERITY_BITS = 8;
  private static final int KIND_BITS = 16 + SEVERITY_BITS;

  /** What {@link TileGrid#BUFFER} leaves of it keeps coordinates positive. */
  private static final int OFFSET = 128;

  private final RawEvents events;
  private final TimeModel time;
  private final int unit;
  private final long base;

  RawTile(RawEvents events, TimeModel time) {
    this.events = events;
    this.time = time;
    long first = Long.MAX_VALUE;
    boolean minutes = true;
    for (int i = 0; i < events.size(); i++) {
      if (isTimed(i)) {
        first = Math.min(first, events.start(i));
        minutes &= isMinute(events.start(i)) && isMinute(events.end(i));
      }
    }
    unit = minutes ? MINUTE : 1;
    base = first == Long.MAX_VALUE ? 0 : Math.floorDiv(first, unit * MICROS) * unit;
  }

  private boolean isTimed(int i) {
    return events.start(i) != PointSink.NO_TIME;
  }

  private static boolean isMinute(long micros) {
    return micros == PointSink.NO_TIME || micros % (MINUTE * MICROS) == 0;
  }

  byte[] toByteArray(long total, List<String> values) {
    int n = events.size();
    BitSet used = new BitSet();
    for (int i = 0; i < n; i++) {
      used.set(events.category(i));
    }
    Categories categories = new Categories(used, values);
    Bytes times = new Bytes();
    Bytes durations = new Bytes();
    Bytes xs = new Bytes();
    Bytes ys = new Bytes();
    Bytes kinds = new Bytes();
    Bytes severities = new Bytes();
    long before = 0;
    long longest = 0;
    int untimed = 0;
    for (int i : order(categories)) {
      untimed += isTimed(i) ? 0 : 1;
      long at = time(i);
      long lasts = duration(i);
      times.varint(at - before);
      durations.varint(lasts);
      xs.u16(events.x(i) + OFFSET);
      ys.u16(events.y(i) + OFFSET);
      kinds.varint(categories.rank(events.category(i)));
      severities.u8(events.severity(i));
      before = at;
      longest = Math.max(longest, lasts);
    }
    return new Header(
            Header.Kind.RAW, 1, n, total, unit, base, longest, untimed, categories.values())
        .begin()
        .column(times)
        .column(durations)
        .column(xs)
        .column(ys)
        .column(kinds)
        .column(severities)
        .toByteArray();
  }

  /** Units after the base; 0 for an unknown start. */
  private long time(int i) {
    return isTimed(i) ? units(events.start(i)) : 0;
  }

  private long units(long micros) {
    return Math.floorDiv(micros, unit * MICROS) - base / unit;
  }

  /** So that start and duration together reach the end, though both are rounded. */
  private long duration(int i) {
    if (!isTimed(i)) {
      return 0;
    }
    long end = events.end(i);
    if (end == PointSink.NO_TIME) {
      return time == TimeModel.STATE ? MAX_DURATION : 0;
    }
    if (end <= events.start(i)) {
      return 0;
    }
    return Math.min(MAX_DURATION, units(end - 1) + 1 - time(i));
  }

  /** Sorted as plain numbers: by start, and those that begin at one time by the rest. */
  private int[] order(Categories categories) {
    int n = events.size();
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      keys[i] = ((isTimed(i) ? time(i) + 1 : 0) << ROW_BITS) | i;
    }
    Arrays.sort(keys);
    for (int from = 0, to; from < n; from = to) {
      long start = keys[from] >> ROW_BITS;
      to = from + 1;
      while (to < n && keys[to] >> ROW_BITS == start) {
        to++;
      }
      if (to - from > 1) {
        sortAlike(keys, from, to, categories);
      }
    }
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = row(keys[i]);
    }
    return order;
  }

  private static int row(long key) {
    return (int) key & ((1 << ROW_BITS) - 1);
  }

  /** Puts other keys of the same rows into the range: by place, category, severity, duration. */
  private void sortAlike(long[] keys, int from, int to, Categories categories) {
    for (int i = from; i < to; i++) {
      int row = row(keys[i]);
      long place = (long) (events.y(row) + OFFSET) << COLUMN_BITS | events.x(row) + OFFSET;
      long kind = (long) categories.rank(events.category(row)) << SEVERITY_BITS;
      long key = place << KIND_BITS | kind | events.severity(row);
      // the highest bit is one of the place: so that it is not taken for a sign
      keys[i] = (key << ROW_BITS | row) ^ Long.MIN_VALUE;
    }
    Arrays.sort(keys, from, to);
    for (int i = from + 1; i < to; i++) {
      for (int j = i; j > from && isBehind(keys[j - 1], keys[j]); j--) {
        long shorter = keys[j];
        keys[j] = keys[j - 1];
        keys[j - 1] = shorter;
      }
    }
  }

  /** Whether two that are alike otherwise stand in the wrong order of their durations. */
  private boolean isBehind(long key, long other) {
    return key >> ROW_BITS == other >> ROW_BITS && duration(row(key)) > duration(row(other));
  }
}
