package org.vigie.geodata.analysis.repeat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.density.Space;

/**
 * All pairs of events closer than the last of some distances, each with its band. Bands are
 * half-open: {@code [0, e0), [e0, e1)} and so on.
 *
 * <p>Found by a sweep along the axis on which the events spread most; nearly all distances are
 * decided by chords, the rest by geodesics.
 */
final class ClosePairs {

  static final int MOST_BANDS = 31;

  private static final int INDEX_BITS = 26;
  private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;

  private final int n;
  private final int bands;
  private final int[] event;
  private final int[][] later;
  private final long size;

  private ClosePairs(int n, int bands, int[] event, int[][] later, long size) {
    this.n = n;
    this.bands = bands;
    this.event = event;
    this.later = later;
    this.size = size;
  }

  /**
   * @param space of fewer than 67 million events
   * @param edges metres, ascending, at most {@link #MOST_BANDS}
   * @param most pairs that may be kept, four bytes each
   * @throws TooManyPairs when there are more
   */
  static ClosePairs of(Space space, double[] edges, long most, Runnable tick) throws TooManyPairs {
    int n = space.size();
    double widest = space.surelyBeyond(edges[edges.length - 1]);
    int axis = widestAxis(space);
    int[] event =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> coordinate(space, i, axis)))
            .mapToInt(i -> i)
            .toArray();
    Distances distances = new Distances(space, edges);
    int[][] later = new int[n][];
    int[] found = new int[64];
    long size = 0;
    for (int i = 0; i < n; i++) {
      if (i % 64 == 0) {
        tick.run();
      }
      int count = 0;
      double limit = coordinate(space, event[i], axis) + widest;
      for (int j = i + 1; j < n && coordinate(space, event[j], axis) <= limit; j++) {
        int band = distances.band(event[i], event[j]);
        if (band >= 0) {
          if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
          }
          found[count++] = band << INDEX_BITS | event[j];
        }
      }
      size += count;
      if (size > most) {
        throw new TooManyPairs((double) size * n / (i + 1));
      }
      later[i] = Arrays.copyOf(found, count);
    }
    return new ClosePairs(n, edges.length, event, later, size);
  }

  /** There are more pairs than can be kept. */
  static final class TooManyPairs extends Exception {

    private static final long serialVersionUID = 1;

    private final double about;

    TooManyPairs(double about) {
      this.about = about;
    }

    /** About how many there are in all. */
    double about() {
      return about;
    }
  }

  /** Events, whether or not any other is close to them. */
  int events() {
    return n;
  }

  int bands() {
    return bands;
  }

  long size() {
    return size;
  }

  /** Shows every pair once. */
  void forEach(Visitor visitor) {
    for (int i = 0; i < n; i++) {
      for (int packed : later[i]) {
        visitor.visit(event[i], packed & INDEX_MASK, packed >>> INDEX_BITS);
      }
    }
  }

  /**
   * Pairs by band of distance and band of days: {@code [space][time]}. The innermost loop of every
   * replication, some 2 ns a pair.
   *
   * @param days of each event
   */
  long[][] table(int[] days, DayBands dayBands) {
    byte[] byDay = dayBands.byDay();
    int times = dayBands.count();
    long[] counts = new long[bands * times];
    for (int i = 0; i < n; i++) {
      int day = days[event[i]];
      for (int packed : later[i]) {
        int apart = Math.abs(day - days[packed & INDEX_MASK]);
        if (apart < byDay.length) {
          counts[(packed >>> INDEX_BITS) * times + byDay[apart]]++;
        }
      }
    }
    long[][] table = new long[bands][];
    for (int s = 0; s < bands; s++) {
      table[s] = Arrays.copyOfRange(counts, s * times, (s + 1) * times);
    }
    return table;
  }

  /** Sees two events and the band of their distance. */
  interface Visitor {
    void visit(int a, int b, int band);
  }

  private static int widestAxis(Space space) {
    int widest = 0;
    double most = -1;
    for (int axis = 0; axis < 3; axis++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < space.size(); i++) {
        low = Math.min(low, coordinate(space, i, axis));
        high = Math.max(high, coordinate(space, i, axis));
      }
      if (high - low > most) {
        most = high - low;
        widest = axis;
      }
    }
    return widest;
  }

  private static double coordinate(Space space, int point, int axis) {
    return axis == 0 ? space.x(point) : axis == 1 ? space.y(point) : space.z(point);
  }

  /** The band of two points, by their chord where that is enough. */
  private static final class Distances {

    private final Space space;
    private final double[] edges;
    private final double[] within;
    private final double[] beyond;

    Distances(Space space, double[] edges) {
      this.space = space;
      this.edges = edges;
      within = Arrays.stream(edges).map(space::surelyWithin).toArray();
      beyond = Arrays.stream(edges).map(space::surelyBeyond).toArray();
    }

    /** -1 for beyond the last edge. */
    int band(int a, int b) {
      double dx = space.x(a) - space.x(b);
      double dy = space.y(a) - space.y(b);
      double dz = space.z(a) - space.z(b);
      double chord = Math.sqrt(dx * dx + dy * dy + dz * dz);
      for (int band = 0; band < edges.length; band++) {
        if (chord < within[band] || (chord <= beyond[band] && space.distance(a, b) < edges[band])) {
          return band;
        }
      }
      return -1;
    }
  }
}
