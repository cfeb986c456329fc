package org.vigie.geodata.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * A span of time cut where a local clock comes to a full hour, or to one that a number of hours
 * divides. Where the clock is put on or back a stretch is shorter or longer, and an hour that the
 * clock shows twice is two: no stretch is ever left out or counted under another's name.
 */
public final class ClockHours {

  private static final long HOUR_MICROS = 3_600_000_000L;

  private final LocalTimes zone;
  private final long unit;
  private final long[] edges;

  private ClockHours(LocalTimes zone, long unit, long from, long to) {
    this.zone = zone;
    this.unit = unit;
    LongStream.Builder all = LongStream.builder();
    for (long at = from; at < to; at = next(at)) {
      all.add(at);
    }
    this.edges = all.add(to).build().toArray();
  }

  /**
   * @param hours 1, or a divisor of 24
   * @param start to the microsecond
   */
  public static ClockHours between(Instant start, Instant end, int hours, LocalTimes zone) {
    if (hours < 1 || 24 % hours != 0) {
      throw new IllegalArgumentException(hours + " hours do not make a day");
    }
    return new ClockHours(zone, hours * HOUR_MICROS, micros(start), micros(end));
  }

  /** How many stretches there are. */
  public int size() {
    return edges.length - 1;
  }

  /** Begin of a stretch; that of the one behind the last is the end. */
  public Instant edge(int number) {
    return Instant.EPOCH.plus(edges[number], ChronoUnit.MICROS);
  }

  /** Whether the span holds all of a stretch: the first may begin, the last may end within one. */
  public boolean isWhole(int number) {
    return isEdge(edges[number]) && isEdge(edges[number + 1]);
  }

  /**
   * In which stretch a moment lies: -1 for those before the first, {@link #size()} for those after
   * the last.
   *
   * @param micros since 1970
   */
  public int number(long micros) {
    int at = Arrays.binarySearch(edges, micros);
    return at >= 0 ? at : -at - 2;
  }

  /** The next moment after another at which a stretch begins. */
  private long next(long after) {
    long at = after;
    while (true) {
      long local = zone.local(at);
      long full = at + unit - Math.floorMod(local, unit);
      long change = zone.nextChange(at);
      if (change > full) {
        return full;
      }
      if (isEdge(change)) {
        return change;
      }
      at = change;
    }
  }

  /**
   * Whether one unit ends and another begins, by the clock's going on or by its jump. Put back
   * within a unit of several hours, the clock only makes it longer.
   */
  private boolean isEdge(long at) {
    long local = zone.local(at);
    long before = zone.local(at - 1);
    return Math.floorDiv(local, unit) != Math.floorDiv(before, unit)
        || (Math.floorMod(local, unit) == 0 && Math.floorMod(before + 1, unit) == 0);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
