package org.vigie.geodata.analysis.density;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/** DBSCAN read straight from its definition, comparing every pair: slow, and easy to trust. */
final class PlainDbscan {

  private PlainDbscan() {}

  static Clustering run(Space space, double eps, int minPts) {
    int n = space.size();
    boolean[] core = new boolean[n];
    for (int i = 0; i < n; i++) {
      int near = 0;
      for (int j = 0; j < n; j++) {
        near += space.distance(i, j) <= eps ? 1 : 0;
      }
      core[i] = near >= minPts;
    }
    int[] label = new int[n];
    int clusters = 0;
    for (int i = 0; i < n; i++) {
      if (core[i] && label[i] == 0) {
        flood(space, eps, core, label, i, ++clusters);
      }
    }
    boolean[] ambiguous = new boolean[n];
    for (int i = 0; i < n; i++) {
      if (!core[i]) {
        ambiguous[i] = border(space, eps, core, label, i);
      }
    }
    return new Clustering(label, core, ambiguous, clusters);
  }

  private static void flood(
      Space space, double eps, boolean[] core, int[] label, int start, int cluster) {
    Deque<Integer> open = new ArrayDeque<>();
    open.add(start);
    label[start] = cluster;
    while (!open.isEmpty()) {
      int at = open.poll();
      for (int j = 0; j < core.length; j++) {
        if (core[j] && label[j] == 0 && space.distance(at, j) <= eps) {
          label[j] = cluster;
          open.add(j);
        }
      }
    }
  }

  private static boolean border(Space space, double eps, boolean[] core, int[] label, int i) {
    Set<Integer> reachable = new TreeSet<>();
    double best = Double.POSITIVE_INFINITY;
    for (int j = 0; j < core.length; j++) {
      double distance = space.distance(i, j);
      if (core[j] && distance <= eps) {
        reachable.add(label[j]);
        if (distance < best) {
          best = distance;
          label[i] = label[j];
        }
      }
    }
    return reachable.size() > 1;
  }
}
