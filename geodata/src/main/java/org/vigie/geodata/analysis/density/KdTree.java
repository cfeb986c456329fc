package org.vigie.geodata.analysis.density;

import java.util.Arrays;

/**
 * Nearest neighbours of places by their chord, each place counted with the points at it. Balanced
 * and implicit: the middle of a range is its root, the axis is the widest of the range.
 */
final class KdTree {

  private static final int LEAF = 12;

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

  /**
   * The true distance from a point to its k-th nearest, the point itself counted as the first, in
   * metres.
   *
   * @param k from 1 to the number of points
   */
  double distanceToNearest(int point, int k) {
    Nearest nearest = new Nearest(point, k);
    search(0, order.length, nearest);
    return space.distance(point, places.firstPoint(nearest.last()));
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

    int last() {
      return found[size - 1];
    }

    void offer(int place) {
      double distance = 0;
      for (int dimension = 0; dimension < 3; dimension++) {
        double gap = at[dimension] - KdTree.this.coordinate(place, dimension);
        distance += gap * gap;
      }
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
}
