package org.vigie.geodata.analysis.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Neighbours of places, each place counted with the points at it. Balanced and implicit: the middle
 * of a range is its root, the axis is the widest of the range. Searches go by the chord, which is
 * cheap, and ask for the true distance only where two chords are too close to tell.
 */
final class KdTree {

  static final int LEAF = 12;

  /** The square of a root may be smaller than what the root was taken of. */
  static final double ROUNDING = 1 + 1e-12;

  private final Space space;
  private final Places places;
  private final int[] order;
  private final byte[] axis;

  KdTree(Space space, Places places) {
    this.space = space;
    this.places = places;
    order = new int[places.size()];
    axis = new byte[order.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    build(0, order.length);
  }

  /** Places in the order of the tree: a range of up to {@link #LEAF} is a leaf. */
  int[] order() {
    return order;
  }

  /** Sees a place and the square of its chord. */
  @FunctionalInterface
  interface Visitor {
    void visit(int place, double chordSquared);
  }

  /** Shows every place that may lie within a true distance of a point; some lie a hair beyond. */
  void within(int point, double metres, Visitor visitor) {
    double beyond = space.surelyBeyond(metres) * ROUNDING;
    double[] at = {space.x(point), space.y(point), space.z(point)};
    within(0, order.length, at, beyond * beyond, visitor);
  }

  /**
   * The true distance from a point to its k-th nearest, the point itself counted as the first, in
   * metres.
   *
   * @param k from 1 to the number of points
   */
  double distanceToNearest(int point, int k) {
    Nearest nearest = new Nearest(point, k);
    search(0, order.length, nearest);
    double chordSquared = nearest.limit();
    if (chordSquared == 0) {
      return 0;
    }
    // The k-th by chord need not be the k-th by distance: the earth is flatter towards the poles.
    double chord = Math.sqrt(chordSquared);
    double surely = Math.max(0, space.surelyWithin(chord)) / ROUNDING;
    double farthest = Math.max(chord, nearest.farthest(point, surely * surely));
    return new Shell(point, surely * surely).kth(k, farthest);
  }

  private void within(int from, int to, double[] at, double limit, Visitor visitor) {
    if (to - from <= LEAF) {
      for (int i = from; i < to; i++) {
        offer(order[i], at, limit, visitor);
      }
      return;
    }
    int middle = (from + to) >>> 1;
    double gap = at[axis[middle]] - coordinate(order[middle], axis[middle]);
    if (gap <= 0 || gap * gap <= limit) {
      within(from, middle, at, limit, visitor);
    }
    offer(order[middle], at, limit, visitor);
    if (gap >= 0 || gap * gap <= limit) {
      within(middle + 1, to, at, limit, visitor);
    }
  }

  private void offer(int place, double[] at, double limit, Visitor visitor) {
    double squared = squared(place, at);
    if (squared <= limit) {
      visitor.visit(place, squared);
    }
  }

  private double squared(int place, double[] at) {
    int point = places.firstPoint(place);
    double dx = at[0] - space.x(point);
    double dy = at[1] - space.y(point);
    double dz = at[2] - space.z(point);
    return dx * dx + dy * dy + dz * dz;
  }

  private void build(int from, int to) {
    if (to - from <= LEAF) {
      return;
    }
    byte widest = widest(from, to);
    int middle = (from + to) >>> 1;
    select(from, to - 1, middle, widest);
    axis[middle] = widest;
    build(from, middle);
    build(middle + 1, to);
  }

  private void search(int from, int to, Nearest nearest) {
    if (to - from <= LEAF) {
      for (int i = from; i < to; i++) {
        nearest.offer(order[i]);
      }
      return;
    }
    int middle = (from + to) >>> 1;
    double gap = nearest.coordinate(axis[middle]) - coordinate(order[middle], axis[middle]);
    if (gap < 0) {
      search(from, middle, nearest);
    } else {
      search(middle + 1, to, nearest);
    }
    nearest.offer(order[middle]);
    if (gap * gap <= nearest.limit()) {
      if (gap < 0) {
        search(middle + 1, to, nearest);
      } else {
        search(from, middle, nearest);
      }
    }
  }

  private double coordinate(int place, int dimension) {
    int point = places.firstPoint(place);
    return dimension == 0 ? space.x(point) : dimension == 1 ? space.y(point) : space.z(point);
  }

  private byte widest(int from, int to) {
    byte best = 0;
    double bestWidth = -1;
    for (byte dimension = 0; dimension < 3; dimension++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = from; i < to; i++) {
        double value = coordinate(order[i], dimension);
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      if (high - low > bestWidth) {
        bestWidth = high - low;
        best = dimension;
      }
    }
    return best;
  }

  /** Puts the place that belongs at {@code middle} there (C. A. R. Hoare's selection). */
  private void select(int from, int to, int middle, int dimension) {
    int low = from;
    int high = to;
    while (low < high) {
      double pivot = coordinate(order[(low + high) >>> 1], dimension);
      int i = low;
      int j = high;
      while (i <= j) {
        while (coordinate(order[i], dimension) < pivot) {
          i++;
        }
        while (coordinate(order[j], dimension) > pivot) {
          j--;
        }
        if (i <= j) {
          int swap = order[i];
          order[i++] = order[j];
          order[j--] = swap;
        }
      }
      if (middle <= j) {
        high = j;
      } else if (middle >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  /** The nearest places found so far, nearest first, until their points number k. */
  private final class Nearest {

    private final double[] at;
    private final int k;
    private final double[] squared;
    private final int[] found;
    private int size;
    private int points;

    Nearest(int point, int k) {
      this.k = k;
      at = new double[] {space.x(point), space.y(point), space.z(point)};
      squared = new double[k + 1];
      found = new int[k + 1];
      Arrays.fill(squared, Double.POSITIVE_INFINITY);
    }

    double coordinate(int dimension) {
      return at[dimension];
    }

    double limit() {
      return points < k ? Double.POSITIVE_INFINITY : squared[size - 1];
    }

    /** Greatest true distance of those found whose chord is longer than one; 0 when none is. */
    double farthest(int point, double chordSquared) {
      double most = 0;
      for (int i = size - 1; i >= 0 && squared[i] > chordSquared; i--) {
        most = Math.max(most, space.distance(point, places.firstPoint(found[i])));
      }
      return most;
    }

    void offer(int place) {
      double distance = squared(place, at);
      if (distance >= limit()) {
        return;
      }
      int i = size++;
      for (; i > 0 && squared[i - 1] > distance; i--) {
        squared[i] = squared[i - 1];
        found[i] = found[i - 1];
      }
      squared[i] = distance;
      found[i] = place;
      points += places.weight(place);
      while (points - places.weight(found[size - 1]) >= k) {
        points -= places.weight(found[--size]);
      }
    }
  }

  /** Places too close to the k-th by chord to be told from it: they are put in true order. */
  private final class Shell {

    private final int point;
    private final double inner;
    private int inside;
    private final List<double[]> distances = new ArrayList<>();

    /**
     * @param inner square of a chord that is surely not the k-th's
     */
    Shell(int point, double inner) {
      this.point = point;
      this.inner = inner;
    }

    double kth(int k, double farthest) {
      within(point, farthest, this::take);
      distances.sort(Comparator.comparingDouble(d -> d[0]));
      int count = inside;
      for (double[] each : distances) {
        count += (int) each[1];
        if (count >= k) {
          return each[0];
        }
      }
      throw new IllegalStateException("fewer than " + k + " points");
    }

    private void take(int place, double chordSquared) {
      if (chordSquared <= inner) {
        inside += places.weight(place);
      } else {
        distances.add(
            new double[] {space.distance(point, places.firstPoint(place)), places.weight(place)});
      }
    }
  }
}
