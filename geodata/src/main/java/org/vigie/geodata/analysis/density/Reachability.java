package org.vigie.geodata.analysis.density;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@link Optics} says.
 *
 * @param order points as they follow each other
 * @param reach by position in the order: distance in metres to the dense points before, infinite
 *     where a walk begins
 * @param core by point: distance to the minPts-th nearest, infinite beyond eps
 * @param predecessor by position: the point it was reached from, -1 where a walk begins
 */
@SuppressWarnings(
    "ArrayRecordComponent") // one array element a point; boxes would outweigh the data
public record Reachability(int[] order, double[] reach, double[] core, int[] predecessor) {

  /**
   * A valley of the plot.
   *
   * @param from first position in the order
   * @param to last position
   */
  public record Valley(int from, int to) {

    public int size() {
      return to - from + 1;
    }
  }

  /**
   * The clusters of one distance (Ankerst and others 1999, section 4.1): those of DBSCAN but for
   * border points, which may be noise here when they came early in the order.
   *
   * @param eps in metres, at most that of the run
   */
  public Clustering cut(double eps) {
    int[] label = new int[order.length];
    boolean[] dense = new boolean[order.length];
    int clusters = 0;
    int current = 0;
    for (int i = 0; i < order.length; i++) {
      int point = order[i];
      dense[point] = core[point] <= eps;
      if (reach[i] > eps) {
        current = dense[point] ? ++clusters : 0;
      }
      label[point] = current;
    }
    return numbered(label, dense, clusters);
  }

  /**
   * The innermost of some valleys, each a cluster.
   *
   * @param valleys nested or apart, the inner before the outer
   */
  public Clustering innermost(List<Valley> valleys) {
    int[] label = new int[order.length];
    int clusters = 0;
    for (Valley valley : valleys) {
      boolean free = true;
      for (int i = valley.from(); i <= valley.to(); i++) {
        free &= label[order[i]] == 0;
      }
      if (free) {
        clusters++;
        for (int i = valley.from(); i <= valley.to(); i++) {
          label[order[i]] = clusters;
        }
      }
    }
    boolean[] dense = new boolean[order.length];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = label[i] > 0 && core[i] < Double.POSITIVE_INFINITY;
    }
    return numbered(label, dense, clusters);
  }

  /** Greatest reachability within each cluster, the first of its points left out, in metres. */
  public double[] widest(Clustering clustering) {
    double[] widest = new double[clustering.clusters()];
    for (int i = 1; i < order.length; i++) {
      int label = clustering.label()[order[i]];
      if (label > 0
          && label == clustering.label()[order[i - 1]]
          && reach[i] < Double.POSITIVE_INFINITY) {
        widest[label - 1] = Math.max(widest[label - 1], reach[i]);
      }
    }
    return widest;
  }

  /** Clusters numbered by their lowest point. */
  private static Clustering numbered(int[] label, boolean[] dense, int clusters) {
    int[] number = new int[clusters + 1];
    List<Integer> seen = new ArrayList<>();
    int[] labels = new int[label.length];
    for (int i = 0; i < label.length; i++) {
      if (label[i] > 0) {
        if (number[label[i]] == 0) {
          seen.add(label[i]);
          number[label[i]] = seen.size();
        }
        labels[i] = number[label[i]];
      }
    }
    return new Clustering(labels, dense, new boolean[label.length], seen.size());
  }
}
