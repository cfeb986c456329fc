package org.vigie.geodata.analysis.density;

import java.util.Arrays;

/**
 * Which places come together at which distance: the edges of a {@link SpanningTree} taken one after
 * the other. Nodes below the number of places are the places themselves, the others are merges in
 * their order; the last is the root. Points at one place come together at its core distance.
 */
final class MergeTree {

  private final int places;
  private final int[] left;
  private final int[] right;
  private final int[] parent;
  private final int[] size;
  private final double[] height;
  private final double[] lowest;

  MergeTree(Places places, double[] core, SpanningTree edges) {
    this.places = places.size();
    int nodes = Math.max(0, 2 * places.size() - 1);
    left = new int[nodes];
    right = new int[nodes];
    parent = new int[nodes];
    Arrays.fill(parent, -1);
    size = new int[nodes];
    height = new double[nodes];
    lowest = new double[nodes];
    int[] top = new int[places.size()];
    for (int place = 0; place < top.length; place++) {
      top[place] = place;
      size[place] = places.weight(place);
      height[place] = core[place];
      lowest[place] = size[place] > 1 ? core[place] : Double.POSITIVE_INFINITY;
    }
    UnionFind joined = new UnionFind(top.length);
    for (int edge = 0; edge < edges.a.length; edge++) {
      int node = top.length + edge;
      int a = joined.find(edges.a[edge]);
      int b = joined.find(edges.b[edge]);
      left[node] = top[a];
      right[node] = top[b];
      parent[top[a]] = node;
      parent[top[b]] = node;
      size[node] = size[top[a]] + size[top[b]];
      height[node] = edges.weight[edge];
      lowest[node] = Math.min(height[node], Math.min(lowest[top[a]], lowest[top[b]]));
      joined.join(a, b);
      top[joined.find(a)] = node;
    }
  }

  int root() {
    return left.length - 1;
  }

  boolean isPlace(int node) {
    return node < places;
  }

  int left(int node) {
    return left[node];
  }

  int right(int node) {
    return right[node];
  }

  /** Number of points. */
  int size(int node) {
    return size[node];
  }

  /** Distance in metres at which the parts of a node come together. */
  double height(int node) {
    return height[node];
  }

  /** Distance in metres at which the points of a place meet the first other point. */
  double joins(int place) {
    return size[place] > 1 || parent[place] < 0 ? height[place] : height[parent[place]];
  }

  /**
   * The GLOSH outlier score of the points of a place (R. Campello and others, "Hierarchical density
   * estimates for data clustering, visualization, and outlier detection", ACM TKDD 10(1), 2015,
   * section 4): one less the ratio of two distances, the least at which any of the cluster nearest
   * to them come together, and the one at which they join others.
   *
   * @param least points that make a cluster
   * @param tolerance shorter distances count as this one, in metres above 0
   * @return 0 for the inner ones, nearly 1 for those far off
   */
  double outlierScore(int place, int least, double tolerance) {
    int node = place;
    while (size[node] < least && parent[node] >= 0) {
      node = parent[node];
    }
    return 1 - Math.max(lowest[node], tolerance) / Math.max(joins(place), tolerance);
  }

  /** Sees every place below a node. */
  void eachPlace(int node, java.util.function.IntConsumer seen) {
    int[] open = new int[16];
    int count = 0;
    open[count++] = node;
    while (count > 0) {
      int at = open[--count];
      if (isPlace(at)) {
        seen.accept(at);
      } else {
        if (count + 2 > open.length) {
          open = Arrays.copyOf(open, 2 * open.length);
        }
        open[count++] = left[at];
        open[count++] = right[at];
      }
    }
  }
}
