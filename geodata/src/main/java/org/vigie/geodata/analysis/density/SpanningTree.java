package org.vigie.geodata.analysis.density;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Progress;

/**
 * Minimum spanning tree of places by mutual reachability, the greatest of two core distances and
 * the distance between (R. Campello, D. Moulavi and J. Sander, "Density-based clustering based on
 * hierarchical density estimates", PAKDD 2013, definitions 3 and 4).
 *
 * <p>Most edges of such a tree have the weight of a core distance, which several share. Of equal
 * edges the one with the shorter chord comes first, so that a point between two clusters joins the
 * nearer; then the one with the lower place.
 *
 * <p>O. Borůvka's rounds over a k-d tree whose nodes know their component (W. March, P. Ram and A.
 * Gray, "Fast Euclidean minimum spanning tree", KDD 2010): half a second for 20 000 places.
 */
final class SpanningTree {

  private static final int TELL_EVERY = 1 << 12;

  /** Edges, the lightest first: places and weight in metres. */
  final int[] a;

  final int[] b;
  final double[] weight;

  private final Space space;
  private final Places places;
  private final int[] order;
  private final PlaceBoxes boxes;
  private final double[] core;

  /** Square of the chord that is surely within the core distance, by position. */
  private final double[] nearSquared;

  private final double[] chord;
  private int edges;

  private final UnionFind components;
  private final int[] component;
  private final int[] componentOfNode;

  /** No edge out of the component at this position is lighter. */
  private final double[] atLeast;

  private final Edge[] best;

  /** The lightest edge out of a component so far, between positions of the tree. */
  private static final class Edge {
    private double weight = Double.POSITIVE_INFINITY;
    private double farSquared = Double.POSITIVE_INFINITY;
    private double chord;
    private int from = -1;
    private int to = -1;
  }

  /**
   * @param coreOfPlace core distances in metres
   */
  SpanningTree(Space space, Places places, KdTree tree, double[] coreOfPlace, Progress progress) {
    this.space = space;
    this.places = places;
    order = tree.order();
    int n = order.length;
    core = new double[n];
    nearSquared = new double[n];
    for (int i = 0; i < n; i++) {
      core[i] = coreOfPlace[order[i]];
      nearSquared[i] = square(Math.max(0, space.surelyWithin(core[i])));
    }
    boxes = new PlaceBoxes(space, places, order, core);
    a = new int[Math.max(0, n - 1)];
    b = new int[a.length];
    weight = new double[a.length];
    chord = new double[a.length];
    components = new UnionFind(n);
    component = new int[n];
    componentOfNode = new int[n];
    atLeast = new double[n];
    best = new Edge[n];
    while (edges < a.length) {
      round(progress.part((double) edges / a.length, 1));
    }
    sort();
  }

  private void round(Progress progress) {
    int n = order.length;
    for (int i = 0; i < n; i++) {
      component[i] = components.find(i);
      if (component[i] == i) {
        best[i] = new Edge();
      }
    }
    markNodes(0, n);
    for (int i = 0; i < n; i++) {
      if (i % TELL_EVERY == 0) {
        progress.at(0, "joining places");
      }
      Edge edge = best[component[i]];
      if (atLeast[i] <= edge.weight && core[i] <= edge.weight) {
        search(0, n, i, edge);
        atLeast[i] = edge.weight;
      }
    }
    for (int i = 0; i < n; i++) {
      if (component[i] == i && components.find(best[i].from) != components.find(best[i].to)) {
        components.join(best[i].from, best[i].to);
        a[edges] = Math.min(order[best[i].from], order[best[i].to]);
        b[edges] = Math.max(order[best[i].from], order[best[i].to]);
        chord[edges] = best[i].chord;
        weight[edges++] = best[i].weight;
      }
    }
  }

  /** The component that all places of a node belong to, -1 for several. */
  private int markNodes(int from, int to) {
    int middle = (from + to) >>> 1;
    int common = component[middle];
    if (to - from <= KdTree.LEAF) {
      for (int i = from; i < to; i++) {
        common = component[i] == common ? common : -1;
      }
    } else {
      int left = markNodes(from, middle);
      int right = markNodes(middle + 1, to);
      common = left == common && right == common ? common : -1;
    }
    componentOfNode[middle] = common;
    return common;
  }

  private void search(int from, int to, int i, Edge edge) {
    int middle = (from + to) >>> 1;
    if (componentOfNode[middle] == component[i]
        || boxes.leastCore(middle) > edge.weight
        || boxes.squared(middle, i) > edge.farSquared) {
      return;
    }
    if (to - from <= KdTree.LEAF) {
      for (int j = from; j < to; j++) {
        offer(i, j, edge);
      }
      return;
    }
    offer(i, middle, edge);
    boolean leftFirst =
        boxes.squared((from + middle) >>> 1, i) <= boxes.squared((middle + 1 + to) >>> 1, i);
    if (leftFirst) {
      search(from, middle, i, edge);
      search(middle + 1, to, i, edge);
    } else {
      search(middle + 1, to, i, edge);
      search(from, middle, i, edge);
    }
  }

  private void offer(int i, int j, Edge edge) {
    if (component[i] == component[j]) {
      return;
    }
    int wider = core[i] >= core[j] ? i : j;
    double chordSquared = boxes.chordSquared(i, j);
    if (core[wider] > edge.weight || chordSquared > edge.farSquared) {
      return;
    }
    double reach = core[wider];
    if (chordSquared > nearSquared[wider]) {
      reach = Math.max(reach, space.distance(point(i), point(j)));
    }
    if (reach < edge.weight || (reach == edge.weight && isBefore(chordSquared, i, j, edge))) {
      edge.weight = reach;
      edge.farSquared = square(space.surelyBeyond(reach) * KdTree.ROUNDING);
      edge.chord = chordSquared;
      edge.from = i;
      edge.to = j;
    }
  }

  private boolean isBefore(double chordSquared, int i, int j, Edge edge) {
    if (chordSquared != edge.chord || edge.from < 0) {
      return chordSquared < edge.chord;
    }
    int low = Math.min(order[i], order[j]);
    int edgeLow = Math.min(order[edge.from], order[edge.to]);
    return low < edgeLow
        || (low == edgeLow
            && Math.max(order[i], order[j]) < Math.max(order[edge.from], order[edge.to]));
  }

  private int point(int position) {
    return places.firstPoint(order[position]);
  }

  private void sort() {
    int[] sorted =
        IntStream.range(0, a.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(e -> weight[e])
                    .thenComparingDouble(e -> chord[e])
                    .thenComparingInt(e -> a[e])
                    .thenComparingInt(e -> b[e]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] oldA = a.clone();
    int[] oldB = b.clone();
    double[] oldWeight = weight.clone();
    Arrays.setAll(a, i -> oldA[sorted[i]]);
    Arrays.setAll(b, i -> oldB[sorted[i]]);
    Arrays.setAll(weight, i -> oldWeight[sorted[i]]);
  }

  private static double square(double value) {
    return value * value;
  }
}
