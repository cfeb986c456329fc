package org.vigie.geodata.analysis.density;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.vigie.geodata.analysis.Progress;

/**
 * OPTICS after M. Ankerst, M. Breunig, H.-P. Kriegel and J. Sander, "OPTICS: ordering points to
 * identify the clustering structure", SIGMOD 1999: the points in an order in which each follows
 * those it is dense with, and the reachability distance at which it does. Valleys of this plot are
 * clusters of any density.
 *
 * <p>The next point is the one with the least reachability, at equal reachability the lowest; a
 * walk begins with the lowest that is left.
 *
 * <p>Cost: places by the places within eps of each.
 */
public final class Optics {

  private static final int TELL_EVERY = 256;

  private final Space space;
  private final Places places;
  private final KdTree tree;
  private final double eps;
  private final Progress progress;

  /** By place; infinite where it is more than eps. */
  private final double[] core;

  /** By place, of its points that are not yet in order. */
  private final double[] reach;

  private final int[] predecessor;
  private final boolean[] expanded;
  private final int[] nextOfPlace;
  private final int[] nextAtPlace;
  private final PriorityQueue<Seed> seeds = new PriorityQueue<>();

  private final int[] order;
  private final double[] orderReach;
  private final int[] orderPredecessor;
  private int ordered;

  /** A place that is reached, with its lowest point that is not yet in order. */
  private record Seed(double reach, int point, int place) implements Comparable<Seed> {
    @Override
    public int compareTo(Seed other) {
      int byReach = Double.compare(reach, other.reach);
      return byReach != 0 ? byReach : Integer.compare(point, other.point);
    }
  }

  private Optics(Space space, double eps, int minPts, Progress progress) {
    this.space = space;
    this.eps = eps;
    this.progress = progress;
    places = new Places(space);
    tree = new KdTree(space, places);
    int n = space.size();
    core = new double[places.size()];
    Arrays.setAll(core, place -> coreDistance(place, minPts));
    reach = new double[places.size()];
    Arrays.fill(reach, Double.POSITIVE_INFINITY);
    predecessor = new int[places.size()];
    Arrays.fill(predecessor, -1);
    expanded = new boolean[places.size()];
    nextOfPlace = new int[places.size()];
    Arrays.setAll(nextOfPlace, places::firstPoint);
    nextAtPlace = new int[n];
    int[] following = new int[places.size()];
    Arrays.fill(following, n);
    for (int i = n - 1; i >= 0; i--) {
      nextAtPlace[i] = following[places.of(i)];
      following[places.of(i)] = i;
    }
    order = new int[n];
    orderReach = new double[n];
    orderPredecessor = new int[n];
  }

  /**
   * Orders the points of a space.
   *
   * @param eps greatest distance that is looked at, in metres, above 0; infinite for all
   * @param minPts neighbours that make a place dense, the point itself counted, from 1
   */
  public static Reachability run(Space space, double eps, int minPts, Progress progress) {
    if (!(eps > 0) || minPts < 1) {
      throw new IllegalArgumentException(
          "eps " + eps + " and minPts " + minPts + " must be above 0");
    }
    Optics run = new Optics(space, eps, minPts, progress);
    boolean[] done = new boolean[space.size()];
    for (int i = 0; i < done.length; i++) {
      if (run.nextOfPlace[run.places.of(i)] == i) {
        run.take(run.places.of(i));
        run.walk();
      }
    }
    double[] core = new double[done.length];
    Arrays.setAll(core, i -> run.core[run.places.of(i)]);
    return new Reachability(run.order, run.orderReach, core, run.orderPredecessor);
  }

  private double coreDistance(int place, int minPts) {
    if (place % TELL_EVERY == 0) {
      progress.at(0, "core distances");
    }
    if (space.size() < minPts) {
      return Double.POSITIVE_INFINITY;
    }
    double distance = tree.distanceToNearest(places.firstPoint(place), minPts);
    return distance <= eps ? distance : Double.POSITIVE_INFINITY;
  }

  private void walk() {
    while (!seeds.isEmpty()) {
      Seed next = seeds.poll();
      if (next.point == nextOfPlace[next.place] && next.reach == reach[next.place]) {
        take(next.place);
      }
    }
  }

  /** Puts the lowest point of a place that is left in order and reaches out from it. */
  private void take(int place) {
    int point = nextOfPlace[place];
    if (ordered % TELL_EVERY == 0) {
      progress.at((double) ordered / order.length, "ordering events");
    }
    order[ordered] = point;
    orderReach[ordered] = reach[place];
    orderPredecessor[ordered++] = predecessor[place];
    nextOfPlace[place] = nextAtPlace[point];
    // Later points of the place reach nothing that the first did not.
    if (!expanded[place] && core[place] < Double.POSITIVE_INFINITY) {
      expanded[place] = true;
      tree.within(point, eps, (other, chord) -> update(point, place, other, chord));
    }
    reachFrom(point, core[place], place);
  }

  private void update(int point, int place, int other, double chordSquared) {
    double bound = Math.min(eps, reach[other]);
    double beyond = space.surelyBeyond(bound) * KdTree.ROUNDING;
    if (other == place || reach[other] <= core[place] || chordSquared > beyond * beyond) {
      return;
    }
    double distance = space.distance(point, places.firstPoint(other));
    if (distance <= eps) {
      reachFrom(point, Math.max(core[place], distance), other);
    }
  }

  private void reachFrom(int point, double distance, int place) {
    if (distance < reach[place]) {
      reach[place] = distance;
      predecessor[place] = point;
    }
    if (nextOfPlace[place] < order.length && reach[place] < Double.POSITIVE_INFINITY) {
      seeds.add(new Seed(reach[place], nextOfPlace[place], place));
    }
  }
}
