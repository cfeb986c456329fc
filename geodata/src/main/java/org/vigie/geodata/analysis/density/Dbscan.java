package org.vigie.geodata.analysis.density;

import java.util.Arrays;

/**
 * DBSCAN after M. Ester, H.-P. Kriegel, J. Sander and X. Xu, "A density-based algorithm for
 * discovering clusters", KDD 1996.
 *
 * <p>The neighbourhood of a point holds the point itself and every point at a distance of at most
 * eps. A core point has at least minPts points in its neighbourhood; clusters are the connected
 * components of core points; a border point belongs to its nearest core point, at equal distance to
 * the one with the lowest number; everything else is noise. The answer depends on nothing but the
 * points, their order and the two parameters.
 *
 * <p>Cost: near linear in the number of distinct places. Points share cells whose diagonal is eps,
 * so that a full cell needs no distance at all (the idea of A. Gunawan, "A faster algorithm for
 * DBSCAN", 2013).
 */
public final class Dbscan {

  private final Space space;
  private final Places places;
  private final CellGrid grid;
  private final int minPts;
  private final double eps;
  private final double nearSquared;
  private final double farSquared;

  /** By position in the cell order. */
  private final boolean[] core;

  private final boolean[] cellHasCore;
  private final UnionFind components;

  /** By place: the component and one, 0 for noise. */
  private final int[] cluster;

  private final boolean[] ambiguous;

  private Dbscan(Space space, double eps, int minPts) {
    this.space = space;
    this.eps = eps;
    this.minPts = minPts;
    places = new Places(space);
    grid = new CellGrid(space, places, eps);
    nearSquared = square(Math.max(0, space.surelyWithin(eps)));
    farSquared = square(space.surelyBeyond(eps));
    core = new boolean[places.size()];
    cellHasCore = new boolean[grid.cells()];
    components = new UnionFind(grid.cells());
    cluster = new int[places.size()];
    ambiguous = new boolean[places.size()];
  }

  /**
   * Clusters the points of a space.
   *
   * @param eps radius of the neighbourhood in metres, above 0
   * @param minPts least number of points in a core point's neighbourhood, at least 1
   */
  public static Clustering run(Space space, double eps, int minPts) {
    if (!(eps > 0) || minPts < 1) {
      throw new IllegalArgumentException(
          "eps " + eps + " and minPts " + minPts + " must be above 0");
    }
    if (space.size() == 0) {
      return new Clustering(new int[0], new boolean[0], new boolean[0], 0);
    }
    Dbscan run = new Dbscan(space, eps, minPts);
    run.grid.sweep(CellGrid.REACH, run::isNotFull, run::findCores);
    // Touching cells first: they join most of what belongs together, so that the second sweep
    // rarely has to compare two cells point by point.
    run.grid.sweep(1, cell -> run.cellHasCore[cell], run::joinCores);
    run.grid.sweep(CellGrid.REACH, cell -> run.cellHasCore[cell], run::joinCores);
    run.labelPlaces();
    return run.labelPoints();
  }

  /** Every point of a full cell is core, whatever lies around; they are marked at once. */
  private boolean isNotFull(int cell) {
    if (weight(cell) < minPts) {
      return true;
    }
    Arrays.fill(core, grid.start(cell), grid.start(cell + 1), true);
    cellHasCore[cell] = true;
    return false;
  }

  private int weight(int cell) {
    int points = 0;
    for (int p = grid.start(cell); p < grid.start(cell + 1); p++) {
      points += places.weight(grid.place[p]);
    }
    return points;
  }

  private void findCores(int cell, int[] neighbours, int count) {
    int missing = minPts - weight(cell);
    for (int p = grid.start(cell); p < grid.start(cell + 1); p++) {
      core[p] = reaches(missing, p, neighbours, count);
      cellHasCore[cell] |= core[p];
    }
  }

  private boolean reaches(int wanted, int p, int[] neighbours, int count) {
    int missing = wanted;
    for (int i = 0; i < count; i++) {
      for (int q = grid.start(neighbours[i]); q < grid.start(neighbours[i] + 1); q++) {
        if (within(p, q)) {
          missing -= places.weight(grid.place[q]);
          if (missing <= 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void joinCores(int cell, int[] neighbours, int count) {
    for (int i = 0; i < count; i++) {
      int other = neighbours[i];
      if (other > cell
          && cellHasCore[other]
          && components.find(cell) != components.find(other)
          && linked(cell, other)) {
        components.join(cell, other);
      }
    }
  }

  private boolean linked(int cell, int other) {
    for (int p = grid.start(cell); p < grid.start(cell + 1); p++) {
      for (int q = grid.start(other); core[p] && q < grid.start(other + 1); q++) {
        if (core[q] && within(p, q)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean within(int p, int q) {
    double chordSquared = grid.chordSquared(p, q);
    return chordSquared <= nearSquared || (chordSquared <= farSquared && distance(p, q) <= eps);
  }

  private double distance(int p, int q) {
    return space.distance(places.firstPoint(grid.place[p]), places.firstPoint(grid.place[q]));
  }

  private void labelPlaces() {
    grid.sweep(CellGrid.REACH, this::hasOthersThanCores, this::findBorders);
    for (int cell = 0; cell < grid.cells(); cell++) {
      for (int p = grid.start(cell); p < grid.start(cell + 1); p++) {
        if (core[p]) {
          cluster[grid.place[p]] = components.find(cell) + 1;
        }
      }
    }
  }

  private boolean hasOthersThanCores(int cell) {
    for (int p = grid.start(cell); p < grid.start(cell + 1); p++) {
      if (!core[p]) {
        return true;
      }
    }
    return false;
  }

  private void findBorders(int cell, int[] neighbours, int count) {
    for (int p = grid.start(cell); p < grid.start(cell + 1); p++) {
      if (!core[p]) {
        Border border = border(p, cell, neighbours, count);
        cluster[grid.place[p]] = border.component() + 1;
        ambiguous[grid.place[p]] = border.ambiguous();
      }
    }
  }

  private Clustering labelPoints() {
    boolean[] placeCore = new boolean[places.size()];
    for (int p = 0; p < core.length; p++) {
      placeCore[grid.place[p]] = core[p];
    }
    int[] number = numberByLowestCore(placeCore);
    int points = space.size();
    int[] label = new int[points];
    boolean[] pointCore = new boolean[points];
    boolean[] pointAmbiguous = new boolean[points];
    for (int i = 0; i < points; i++) {
      int place = places.of(i);
      label[i] = number[cluster[place]];
      pointCore[i] = placeCore[place];
      pointAmbiguous[i] = ambiguous[place];
    }
    return new Clustering(label, pointCore, pointAmbiguous, Arrays.stream(number).max().orElse(0));
  }

  /** The component a point joins, -1 for noise. */
  private record Border(int component, boolean ambiguous) {}

  private Border border(int p, int cell, int[] neighbours, int count) {
    Border best = new Border(-1, false);
    double bestDistance = Double.POSITIVE_INFINITY;
    double bestBound = Double.POSITIVE_INFINITY;
    int bestPoint = Integer.MAX_VALUE;
    boolean several = false;
    for (int i = -1; i < count; i++) {
      int other = i < 0 ? cell : neighbours[i];
      for (int q = grid.start(other); cellHasCore[other] && q < grid.start(other + 1); q++) {
        if (!core[q] || !within(p, q)) {
          continue;
        }
        int component = components.find(other);
        several |= best.component() >= 0 && best.component() != component;
        if (grid.chordSquared(p, q) > bestBound) {
          continue;
        }
        double distance = distance(p, q);
        int point = places.firstPoint(grid.place[q]);
        if (distance < bestDistance || (distance == bestDistance && point < bestPoint)) {
          best = new Border(component, false);
          bestDistance = distance;
          bestBound = square(space.surelyBeyond(distance));
          bestPoint = point;
        }
      }
    }
    return new Border(best.component(), several);
  }

  /** Places are in the order of their lowest point, so the first core place seen names it. */
  private int[] numberByLowestCore(boolean[] placeCore) {
    int[] number = new int[grid.cells() + 1];
    int next = 0;
    for (int place = 0; place < cluster.length; place++) {
      if (placeCore[place] && number[cluster[place]] == 0) {
        number[cluster[place]] = ++next;
      }
    }
    return number;
  }

  private static double square(double value) {
    return value * value;
  }
}
