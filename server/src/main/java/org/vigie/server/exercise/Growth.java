package org.vigie.server.exercise;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Lets areas grow from seeds until they meet; where growing is dear, borders come to lie. */
final class Growth {

  private Growth() {}

  private record Front(int cell, double cost) {}

  /**
   * The seed that reaches each cell most cheaply.
   *
   * @param seeds one cell for each label, in order of the labels
   * @param costPerKm of entering a cell
   * @param within cells that may be entered
   * @return label by cell, -1 where none came
   */
  static int[] labels(
      Grid grid, List<Integer> seeds, IntToDoubleFunction costPerKm, IntPredicate within) {
    int[] labels = new int[grid.size()];
    double[] cost = new double[grid.size()];
    Arrays.fill(labels, -1);
    Arrays.fill(cost, Double.MAX_VALUE);
    PriorityQueue<Front> open =
        new PriorityQueue<>(Comparator.comparingDouble(Front::cost).thenComparingInt(Front::cell));
    for (int label = 0; label < seeds.size(); label++) {
      int seed = seeds.get(label);
      labels[seed] = label;
      cost[seed] = 0;
      open.add(new Front(seed, 0));
    }
    while (!open.isEmpty()) {
      Front front = open.remove();
      if (front.cost > cost[front.cell]) {
        continue;
      }
      for (int step = 0; step < 8; step++) {
        int next = grid.neighbour(front.cell, step);
        if (next < 0 || !within.test(next)) {
          continue;
        }
        double reached = front.cost + costPerKm.applyAsDouble(next) * grid.length(step);
        if (reached < cost[next]) {
          cost[next] = reached;
          labels[next] = labels[front.cell];
          open.add(new Front(next, reached));
        }
      }
    }
    return labels;
  }
}
