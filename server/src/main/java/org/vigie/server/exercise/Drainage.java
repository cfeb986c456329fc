package org.vigie.server.exercise;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Where rain runs. Pits are filled from the sea inwards (the priority-flood of Barnes, Lehman and
 * Mulla, 2014), which also gives each land cell the neighbour it drains to.
 */
final class Drainage {

  private final int[] downstream;
  private final double[] catchment;

  Drainage(Terrain terrain) {
    Grid grid = terrain.grid();
    downstream = new int[grid.size()];
    Arrays.fill(downstream, -1);
    double[] level = new double[grid.size()];
    boolean[] done = new boolean[grid.size()];
    int[] order = new int[grid.size()];
    int count = 0;
    PriorityQueue<Integer> open =
        new PriorityQueue<>(
            Comparator.<Integer>comparingDouble(c -> level[c]).thenComparingInt(c -> c));
    for (int cell = 0; cell < grid.size(); cell++) {
      if (!terrain.isLand(cell)) {
        done[cell] = true;
        open.add(cell);
      }
    }
    while (!open.isEmpty()) {
      int cell = open.remove();
      order[count++] = cell;
      for (int step = 0; step < 8; step++) {
        int next = grid.neighbour(cell, step);
        if (next >= 0 && !done[next]) {
          done[next] = true;
          downstream[next] = cell;
          level[next] = Math.max(terrain.elevation(next), level[cell] + 0.01);
          open.add(next);
        }
      }
    }
    catchment = new double[grid.size()];
    double cellArea = grid.cellKm() * grid.cellKm();
    for (int i = count - 1; i >= 0; i--) {
      int cell = order[i];
      if (terrain.isLand(cell)) {
        catchment[cell] += cellArea;
        catchment[downstream[cell]] += catchment[cell];
      }
    }
  }

  /** The neighbour a land cell drains to; -1 at sea. */
  int downstream(int cell) {
    return downstream[cell];
  }

  /** Area in km² that drains through a cell. */
  double catchmentKm2(int cell) {
    return catchment[cell];
  }
}
