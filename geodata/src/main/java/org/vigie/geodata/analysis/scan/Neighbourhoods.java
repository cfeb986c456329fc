package org.vigie.geodata.analysis.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.density.Space;

/**
 * The circles of a scan: about each place the others from the nearest on. Places equally far from
 * the centre are one ring and enter together, so that every set of places is truly what a circle
 * holds.
 */
final class Neighbourhoods {

  /** Distances closer than this are equal: the rounding of a geodesic, less than a micrometre. */
  private static final double TIE_METRES = 1e-6;

  private static final double TIE_SHARE = 1e-12;

  /** Low bits of a chord that give way to the number of a place while sorting. */
  private static final int PLACE_BITS = 20;

  static final int MOST_PLACES = 1 << PLACE_BITS;

  private static final long PLACE_MASK = MOST_PLACES - 1;

  private final Space space;
  private final int[] points;
  private final double[] weight;
  private final int[][] lists;

  private Neighbourhoods(Space space, int[] points, double[] weight, int[][] lists) {
    this.space = space;
    this.points = points;
    this.weight = weight;
    this.lists = lists;
  }

  /**
   * Quadratic in the places for the chords, then sorted centre by centre; some seconds for 20 000
   * places with a thousand neighbours each.
   *
   * @param points the point of the space each place stands on, at most {@link #MOST_PLACES}
   * @param weight of each place: its population, or all its events
   * @param maxRadius metres; places exactly that far are in
   * @param maxWeight circles with more than this are left out
   * @param centres whether there are circles about a place
   * @param tick called now and then, to stop by an exception
   */
  static Neighbourhoods of(
      Space space,
      int[] points,
      double[] weight,
      double maxRadius,
      double maxWeight,
      IntPredicate centres,
      Runnable tick) {
    Chords chords = new Chords(space, points);
    int[][] lists =
        IntStream.range(0, points.length)
            .parallel()
            .mapToObj(
                centre -> {
                  tick.run();
                  return centres.test(centre)
                      ? list(chords, centre, weight, maxRadius, maxWeight)
                      : new int[0];
                })
            .toArray(int[][]::new);
    return new Neighbourhoods(space, points, weight, lists);
  }

  /**
   * Pairs of a centre and a place in its circles, itself included, were no circle left out for its
   * weight: what {@link #of} would keep at most.
   */
  static long pairs(Space space, int[] points, double maxRadius) {
    Chords chords = new Chords(space, points);
    double limit = square(space.surelyBeyond(maxRadius));
    return IntStream.range(0, points.length)
        .parallel()
        .mapToLong(centre -> chords.within(centre, limit))
        .sum();
  }

  int centres() {
    return lists.length;
  }

  /**
   * Places about a centre from the nearest on. A place whose ring goes on with the next is written
   * as its complement ({@code ~place}).
   */
  int[] of(int centre) {
    return lists[centre];
  }

  double weight(int place) {
    return weight[place];
  }

  double[] weights() {
    return weight;
  }

  /** The first places about a centre, plainly numbered. */
  int[] members(int centre, int count) {
    return Arrays.stream(lists[centre], 0, count).map(p -> p < 0 ? ~p : p).toArray();
  }

  /** Metres from a centre to a place. */
  double distance(int centre, int place) {
    return space.distance(points[centre], points[place]);
  }

  private static int[] list(
      Chords chords, int centre, double[] weight, double maxRadius, double maxWeight) {
    long[] keys = chords.sorted(centre, square(chords.space.surelyBeyond(maxRadius)));
    List<Neighbour> run = new ArrayList<>();
    int[] list = new int[keys.length];
    int size = 0;
    double total = 0;
    for (int i = 0; i < keys.length; i++) {
      int place = (int) (keys[i] & PLACE_MASK);
      run.add(new Neighbour(place, 0));
      if (i + 1 < keys.length && !chords.surelyInOrder(keys[i], keys[i + 1])) {
        continue;
      }
      boolean certain =
          run.size() == 1 && chords.chord(keys[i]) <= chords.space.surelyWithin(maxRadius);
      List<Neighbour> ordered = certain ? run : chords.measured(centre, run, maxRadius);
      for (int from = 0; from < ordered.size(); ) {
        int to = ringEnd(ordered, from);
        for (int k = from; k < to; k++) {
          int member = ordered.get(k).place();
          total += weight[member];
          list[size + k - from] = k + 1 < to ? ~member : member;
        }
        if (total > maxWeight) {
          return Arrays.copyOf(list, size);
        }
        size += to - from;
        from = to;
      }
      run.clear();
    }
    return Arrays.copyOf(list, size);
  }

  private static int ringEnd(List<Neighbour> ordered, int from) {
    int to = from + 1;
    while (to < ordered.size() && tied(ordered.get(to - 1).metres(), ordered.get(to).metres())) {
      to++;
    }
    return to;
  }

  private static boolean tied(double near, double far) {
    return far - near <= TIE_METRES + TIE_SHARE * far;
  }

  private static double square(double value) {
    return value * value;
  }

  /**
   * @param metres measured, 0 for one whose order is certain without
   */
  private record Neighbour(int place, double metres) {}

  /** Straight lines between places, which order nearly all neighbours without geodesics. */
  private static final class Chords {

    private final Space space;
    private final int[] points;
    private final double[] x;
    private final double[] y;
    private final double[] z;

    Chords(Space space, int[] points) {
      this.space = space;
      this.points = points;
      x = Arrays.stream(points).mapToDouble(space::x).toArray();
      y = Arrays.stream(points).mapToDouble(space::y).toArray();
      z = Arrays.stream(points).mapToDouble(space::z).toArray();
    }

    private double squared(int a, int b) {
      return square(x[a] - x[b]) + square(y[a] - y[b]) + square(z[a] - z[b]);
    }

    long within(int centre, double limit) {
      long count = 0;
      for (int i = 0; i < x.length; i++) {
        count += squared(centre, i) <= limit ? 1 : 0;
      }
      return count;
    }

    /** Squares of the chords with the place in the low bits, from the nearest on. */
    long[] sorted(int centre, double limit) {
      long[] keys = new long[x.length];
      int count = 0;
      for (int i = 0; i < x.length; i++) {
        double squared = squared(centre, i);
        if (squared <= limit) {
          keys[count++] = (Double.doubleToLongBits(squared) & ~PLACE_MASK) | i;
        }
      }
      keys = Arrays.copyOf(keys, count);
      Arrays.sort(keys);
      return keys;
    }

    double chord(long key) {
      // what the low bits took away is less than a part in four thousand million
      return Math.sqrt(Double.longBitsToDouble(key & ~PLACE_MASK)) * (1 + 3e-10);
    }

    boolean surelyInOrder(long nearer, long farther) {
      double least = space.leastDistance(chord(farther) * (1 - 6e-10));
      return chord(nearer) <= space.surelyWithin(least - 2 * (TIE_METRES + TIE_SHARE * least));
    }

    /** By true distance, at the same distance by number; those beyond the radius are left out. */
    List<Neighbour> measured(int centre, List<Neighbour> run, double maxRadius) {
      List<Neighbour> measured = new ArrayList<>();
      for (Neighbour each : run) {
        double metres = space.distance(points[centre], points[each.place()]);
        if (metres <= maxRadius) {
          measured.add(new Neighbour(each.place(), metres));
        }
      }
      measured.sort(
          (a, b) ->
              a.metres() == b.metres()
                  ? Integer.compare(a.place(), b.place())
                  : Double.compare(a.metres(), b.metres()));
      return measured;
    }
  }
}
