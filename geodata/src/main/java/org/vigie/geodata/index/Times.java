package org.vigie.geodata.index;

/**
 * Valid times of a segment's rows, and the rows in the order in which they begin. A row that lasts
 * longer than 31 days stands in a list of its own, so that a window of time is found from 31 days
 * before it, as the database does it.
 */
final class Times {

  private static final long LONG_MICROS = 31L * 86_400_000_000L;

  private final PackedTimes start;

  /** Ends, or how long each row lasts: the latter is mostly the smaller number. */
  private final PackedTimes end;

  private final boolean lasts;
  private final char[] order;
  private final int unknown;
  private final char[] lasting;

  Times(long[] starts, long[] ends) {
    start = PackedTimes.of(starts);
    lasts = haveStarts(starts, ends);
    end = PackedTimes.of(lasts ? durations(starts, ends) : ends);
    order = start.order(starts);
    int withoutStart = 0;
    int longOnes = 0;
    for (int row = 0; row < starts.length; row++) {
      withoutStart += starts[row] == PackedTimes.UNKNOWN ? 1 : 0;
      longOnes += isLong(starts[row], ends[row]) ? 1 : 0;
    }
    unknown = withoutStart;
    lasting = new char[longOnes];
    for (int row = 0, at = 0; row < starts.length; row++) {
      if (isLong(starts[row], ends[row])) {
        lasting[at++] = (char) row;
      }
    }
  }

  private static boolean haveStarts(long[] starts, long[] ends) {
    for (int row = 0; row < starts.length; row++) {
      if (starts[row] == PackedTimes.UNKNOWN && ends[row] != PackedTimes.UNKNOWN) {
        return false;
      }
    }
    return true;
  }

  private static long[] durations(long[] starts, long[] ends) {
    long[] durations = ends.clone();
    for (int row = 0; row < ends.length; row++) {
      if (ends[row] != PackedTimes.UNKNOWN) {
        durations[row] = ends[row] - starts[row];
      }
    }
    return durations;
  }

  private static boolean isLong(long start, long end) {
    return start != PackedTimes.UNKNOWN && end != PackedTimes.UNKNOWN && end - start > LONG_MICROS;
  }

  long start(int row) {
    return start.get(row);
  }

  long end(int row) {
    long known = end.get(row);
    return lasts && known != PackedTimes.UNKNOWN ? start.get(row) + known : known;
  }

  /** Rows that could meet events of the window [first, last]: no fewer than do, mostly no more. */
  int candidates(long first, long last) {
    return Math.max(0, firstAfter(last) - firstFrom(first)) + lasting.length;
  }

  /** Sets the bits of these rows. */
  void markCandidates(long first, long last, long[] bits) {
    int to = firstAfter(last);
    for (int i = firstFrom(first); i < to; i++) {
      bits[order[i] >>> 6] |= 1L << order[i];
    }
    for (char row : lasting) {
      bits[row >>> 6] |= 1L << row;
    }
  }

  private int firstFrom(long moment) {
    return moment == Long.MIN_VALUE ? unknown : lowerBound(moment - LONG_MICROS);
  }

  private int firstAfter(long moment) {
    return moment == Long.MAX_VALUE ? order.length : lowerBound(moment + 1);
  }

  /** Place in the order of the first known start that is not before the moment. */
  private int lowerBound(long moment) {
    int from = unknown;
    int to = order.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (start.get(order[middle]) < moment) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The first known start; unknown when there is none. */
  long first() {
    return unknown == order.length ? PackedTimes.UNKNOWN : start.get(order[unknown]);
  }

  /** The last known start; unknown when there is none. */
  long last() {
    return unknown == order.length ? PackedTimes.UNKNOWN : start.get(order[order.length - 1]);
  }

  long bytes() {
    return start.bytes() + end.bytes() + 2L * order.length + 2L * lasting.length;
  }
}
