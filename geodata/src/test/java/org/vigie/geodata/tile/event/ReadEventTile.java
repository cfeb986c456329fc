package org.vigie.geodata.tile.event;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads event tiles as strictly as docs/event-tiles.md is written, for tests.
 *
 * @param cell side of a cell in 1/4096 of the tile
 * @param total features in the tile itself
 * @param unit seconds
 * @param base seconds since 1970-01-01T00:00Z
 * @param longest units
 */
public record ReadEventTile(
    boolean aggregated,
    int cell,
    long total,
    long unit,
    long base,
    long longest,
    int untimed,
    List<String> categories,
    List<Entry> entries) {

  private static final int EXTENT = 4096;
  private static final int BUFFER = 80;
  private static final int MAX_RAW = 8_000;
  private static final int MAX_RECORDS = 24_000;
  private static final long DAY = 86_400;
  private static final List<Long> STEPS = List.of(DAY, 7 * DAY, 28 * DAY, 91 * DAY, 364 * DAY);

  /**
   * One record.
   *
   * @param time units after the base
   * @param duration units; 0 in an aggregated tile
   * @param x 1/4096 of the tile; of a cell its column
   * @param y likewise from the north; of a cell its row
   * @param count features; 1 in a raw tile
   */
  public record Entry(
      boolean timed,
      long time,
      long duration,
      int x,
      int y,
      String category,
      int severity,
      long count) {

    /** Whether the place of a raw record lies in the tile and not in its buffer. */
    public boolean isInside() {
      return x >= 0 && x < EXTENT && y >= 0 && y < EXTENT;
    }
  }

  /**
   * @throws AssertionError when a byte is not as it must be
   */
  public static ReadEventTile of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    check(in.get() == 1, "version 1");
    int kind = in.get();
    check(kind == 0 || kind == 1, "raw or aggregated");
    int cell = in.getShort() & 0xFFFF;
    long n = u32(in);
    long total = u32(in);
    long unit = u32(in);
    double base = in.getDouble();
    check(base == Math.rint(base), "a base in whole seconds");
    long longest = u32(in);
    long untimed = u32(in);
    check(n > 0 && untimed <= n, "records, and no more untimed than there are");
    List<String> categories = categories(in);
    boolean aggregated = kind == 1;
    List<Entry> entries = new ArrayList<>();
    List<ByteBuffer> columns = new ArrayList<>();
    for (int i = 0; i < (aggregated ? 5 : 6); i++) {
      int length = in.getInt();
      columns.add(in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN));
      in.position(in.position() + length);
    }
    check(!in.hasRemaining(), "nothing after the last column");
    long time = 0;
    long place = 0;
    for (int i = 0; i < n; i++) {
      boolean timed = i >= untimed;
      long step = varint(columns.get(0));
      time += step;
      check(timed || time == 0, "untimed records have time 0");
      if (aggregated) {
        long of = varint(columns.get(1));
        place = i > 0 && step == 0 && i != untimed ? place + of : of;
        int perRow = EXTENT / cell;
        check(place < (long) perRow * perRow, "a cell of the tile");
        int category = (int) varint(columns.get(2));
        int severity = columns.get(3).get() & 0xFF;
        long count = varint(columns.get(4));
        check(count >= 1, "a count of at least one");
        entries.add(
            new Entry(
                timed,
                time,
                0,
                (int) (place % perRow),
                (int) (place / perRow),
                categories.get(category),
                severity,
                count));
      } else {
        long duration = varint(columns.get(1));
        int x = (columns.get(2).getShort() & 0xFFFF) - 128;
        int y = (columns.get(3).getShort() & 0xFFFF) - 128;
        check(isNear(x) && isNear(y), "a place in the tile or its buffer");
        check(duration <= longest, "no record lasts longer than the longest");
        check(timed || duration == 0, "what has no start has no duration");
        int category = (int) varint(columns.get(4));
        int severity = columns.get(5).get() & 0xFF;
        entries.add(new Entry(timed, time, duration, x, y, categories.get(category), severity, 1));
      }
    }
    columns.forEach(column -> check(!column.hasRemaining(), "nothing after the last record"));
    ReadEventTile tile =
        new ReadEventTile(
            aggregated,
            cell,
            total,
            unit,
            (long) base,
            longest,
            (int) untimed,
            categories,
            List.copyOf(entries));
    tile.checkWhole();
    return tile;
  }

  private void checkWhole() {
    Set<String> used = new HashSet<>();
    entries.forEach(entry -> used.add(entry.category()));
    check(used.equals(Set.copyOf(categories)), "no more categories than records have");
    if (aggregated) {
      check(cell >= 64 && cell <= EXTENT && Integer.bitCount(cell) == 1, "cells of 64 or more");
      check(STEPS.contains(unit), "steps of days");
      check(cell == 64 || unit == 364 * DAY, "larger cells with years alone");
      check(cell == EXTENT || entries.size() <= MAX_RECORDS, "not too many records");
      check(longest == 0, "no durations");
      check(
          untimed == entries.size() || Math.floorMod(base - 4 * DAY, 7 * DAY) == 0,
          "time 0 is a Monday");
      check(entries.stream().mapToLong(Entry::count).sum() == total, "the counts are the total");
      Set<Entry> different = new HashSet<>();
      for (Entry e : entries) {
        check(
            different.add(new Entry(e.timed, e.time, 0, e.x, e.y, e.category, e.severity, 1)),
            "each of its own");
      }
    } else {
      check(cell == 1, "places of their own");
      check(unit == 60 || unit == 1, "minutes or seconds");
      check(total <= MAX_RAW, "not too many features");
      check(entries.stream().filter(Entry::isInside).count() == total, "the total is inside");
      check(
          entries.stream().mapToLong(Entry::duration).max().orElse(0) == longest,
          "the longest lasts longest");
    }
    for (int i = 1; i < entries.size(); i++) {
      Entry a = entries.get(i - 1);
      Entry b = entries.get(i);
      if (a.timed == b.timed && a.time == b.time) {
        check(a.y < b.y || (a.y == b.y && a.x <= b.x), "by place where times are equal");
      }
    }
  }

  private static List<String> categories(ByteBuffer in) {
    long k = u32(in);
    List<String> categories = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      byte[] utf8 = new byte[in.getShort() & 0xFFFF];
      in.get(utf8);
      try {
        categories.add(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
      } catch (CharacterCodingException e) {
        throw new AssertionError("UTF-8", e);
      }
    }
    check(new HashSet<>(categories).size() == k, "values are told once");
    return categories;
  }

  private static boolean isNear(int units) {
    return units >= -BUFFER && units < EXTENT + BUFFER;
  }

  private static long u32(ByteBuffer in) {
    return in.getInt() & 0xFFFFFFFFL;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        check(next != 0 || shift == 0, "numbers as short as they can be");
        return value;
      }
    }
    throw new AssertionError("a number without end");
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("not " + what);
    }
  }
}
