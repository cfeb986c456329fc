package org.vigie.server.exercise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** The rivers: every stem from its mouth up to where its catchment is too small to show. */
final class Rivers {

  /** Catchment in km² from which water is drawn as a river. */
  private static final double HEADWATER_KM2 = 270;

  private static final double SHORTEST_KM = 18;

  private final Terrain terrain;
  private final Drainage drainage;
  private final Warp warp;
  private final Grid grid;
  private final List<River> list = new ArrayList<>();
  private final boolean[] water;

  /**
   * @param line from the source to the mouth, in km
   * @param order 1 for a headwater, one more than its highest tributary that is not smaller
   */
  record River(LineString line, int order, double catchmentKm2) {}

  Rivers(long seed, Terrain terrain, Drainage drainage, Warp warp) {
    this.terrain = terrain;
    this.drainage = drainage;
    this.grid = terrain.grid();
    this.water = new boolean[grid.size()];
    this.warp = warp;
    Noise meander = new Noise(seed, "meander");
    List<Integer> mouths = new ArrayList<>();
    for (int cell = 0; cell < grid.size(); cell++) {
      int to = drainage.downstream(cell);
      if (to >= 0 && !terrain.isLand(to) && drainage.catchmentKm2(cell) > HEADWATER_KM2) {
        mouths.add(cell);
      }
    }
    mouths.sort(
        Comparator.comparingDouble((Integer c) -> drainage.catchmentKm2(c))
            .reversed()
            .thenComparingInt(c -> c));
    for (int mouth : mouths) {
      trace(mouth, meander);
    }
  }

  private void trace(int mouth, Noise meander) {
    ArrayDeque<Integer> starts = new ArrayDeque<>();
    starts.add(mouth);
    while (!starts.isEmpty()) {
      int start = starts.remove();
      List<Integer> stem = new ArrayList<>();
      List<Integer> tributaries = new ArrayList<>();
      stem.add(drainage.downstream(start));
      int at = start;
      while (at >= 0) {
        stem.add(at);
        int main = -1;
        for (int inflow : inflows(at)) {
          if (main < 0) {
            main = inflow;
          } else {
            tributaries.add(inflow);
          }
        }
        at = main;
      }
      if (add(stem, drainage.catchmentKm2(start), meander)) {
        starts.addAll(tributaries);
      }
    }
  }

  /** Adds a stem unless it is too short to show; nothing flows into what is not there. */
  private boolean add(List<Integer> stem, double catchment, Noise meander) {
    List<Coordinate> path = new ArrayList<>();
    for (int i = stem.size() - 1; i >= 0; i--) {
      path.add(bend(stem.get(i), meander));
    }
    Coordinate[] line = Lines.smooth(path, 0.35);
    if (Lines.length(line) < SHORTEST_KM) {
      return false;
    }
    stem.forEach(cell -> water[cell] = true);
    int order = catchment > 9000 ? 4 : catchment > 3000 ? 3 : catchment > 1000 ? 2 : 1;
    list.add(new River(Plane.KM.createLineString(line), order, catchment));
    return true;
  }

  private Coordinate bend(int cell, Noise meander) {
    Coordinate bent = warp.bend(grid.centre(cell));
    return new Coordinate(
        bent.x + 0.55 * meander.at(bent.x / 1.9, bent.y / 1.9),
        bent.y + 0.55 * meander.at(bent.x / 1.9 + 40, bent.y / 1.9));
  }

  /** Cells that drain into this one and carry a river, the largest first. */
  private List<Integer> inflows(int cell) {
    List<Integer> inflows = new ArrayList<>();
    for (int step = 0; step < 8; step++) {
      int next = grid.neighbour(cell, step);
      if (next >= 0
          && terrain.isLand(next)
          && drainage.downstream(next) == cell
          && drainage.catchmentKm2(next) > HEADWATER_KM2) {
        inflows.add(next);
      }
    }
    inflows.sort(
        Comparator.comparingDouble((Integer c) -> drainage.catchmentKm2(c))
            .reversed()
            .thenComparingInt(c -> c));
    return inflows;
  }

  /** Largest first within each basin. */
  List<River> list() {
    return list;
  }

  boolean isWater(int cell) {
    return water[cell];
  }
}
