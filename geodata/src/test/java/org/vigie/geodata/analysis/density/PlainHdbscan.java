package org.vigie.geodata.analysis.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** HDBSCAN read from its definition over all pairs of points and sets of points: slow, plain. */
final class PlainHdbscan {

  /** Points that come together at a height from two parts; no parts for a single point. */
  private record Group(TreeSet<Integer> points, double height, List<Group> parts) {}

  /** A cluster of the hierarchy with all its points and its parts. */
  private static final class Node {
    private final TreeSet<Integer> points;
    private final double birth;
    private double death = Double.POSITIVE_INFINITY;
    private double stability;
    private double best;
    private final List<Node> parts = new ArrayList<>();

    Node(TreeSet<Integer> points, double birth) {
      this.points = points;
      this.birth = birth;
    }
  }

  final double[] core;
  final double[] outlier;
  final int[] label;
  final double[] membership;
  final List<Double> stability = new ArrayList<>();

  private final Space space;
  private final Hdbscan.Options options;
  private final double[] joins;
  private final double[] leaves;
  private final List<TreeSet<Integer>> clusters = new ArrayList<>();
  private final List<Double> stabilities = new ArrayList<>();

  PlainHdbscan(Space space, Hdbscan.Options options) {
    this.space = space;
    this.options = options;
    int n = space.size();
    core = new double[n];
    for (int i = 0; i < n; i++) {
      double[] all = new double[n];
      for (int j = 0; j < n; j++) {
        all[j] = space.distance(i, j);
      }
      Arrays.sort(all);
      core[i] = all[options.minPts() - 1];
    }
    joins = new double[n];
    leaves = new double[n];
    outlier = new double[n];
    label = new int[n];
    membership = new double[n];
    Group root = groups();
    score(root);
    Node top = new Node(root.points, 0);
    condense(root, top);
    select(top, true);
    pick(top, true);
    number();
  }

  private Group groups() {
    int n = space.size();
    List<double[]> edges = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double reach = Math.max(space.distance(i, j), Math.max(core[i], core[j]));
        edges.add(new double[] {reach, chord(i, j), i, j});
      }
    }
    edges.sort(
        Comparator.<double[]>comparingDouble(e -> e[0])
            .thenComparingDouble(e -> e[1])
            .thenComparingDouble(e -> e[2])
            .thenComparingDouble(e -> e[3]));
    Group[] of = new Group[n];
    Arrays.setAll(of, i -> new Group(new TreeSet<>(List.of(i)), 0, List.of()));
    for (double[] edge : edges) {
      Group a = of[(int) edge[2]];
      Group b = of[(int) edge[3]];
      if (a != b) {
        TreeSet<Integer> points = new TreeSet<>(a.points);
        points.addAll(b.points);
        Group joined = new Group(points, edge[0], List.of(a, b));
        points.forEach(p -> of[p] = joined);
        for (Group part : List.of(a, b)) {
          if (part.points.size() == 1) {
            joins[part.points.first()] = edge[0];
          }
        }
      }
    }
    return of[0];
  }

  private double chord(int i, int j) {
    double dx = space.x(i) - space.x(j);
    double dy = space.y(i) - space.y(j);
    double dz = space.z(i) - space.z(j);
    return dx * dx + dy * dy + dz * dz;
  }

  private double lambda(double metres) {
    return 1 / Math.max(metres, options.toleranceM());
  }

  /** For each point the smallest group around it that is large enough, found from the top. */
  private void score(Group group) {
    for (Group part : group.parts) {
      if (part.points.size() >= options.minClusterSize()) {
        score(part);
      } else {
        for (int p : part.points) {
          outlier[p] =
              1
                  - Math.max(lowest(group), options.toleranceM())
                      / Math.max(joins[p], options.toleranceM());
        }
      }
    }
  }

  private static double lowest(Group group) {
    double lowest = group.parts.isEmpty() ? Double.POSITIVE_INFINITY : group.height;
    for (Group part : group.parts) {
      lowest = Math.min(lowest, lowest(part));
    }
    return lowest;
  }

  private void condense(Group group, Node node) {
    List<Group> large =
        group.parts.stream().filter(p -> p.points.size() >= options.minClusterSize()).toList();
    TreeSet<Integer> gone = new TreeSet<>(group.points);
    large.forEach(p -> gone.removeAll(p.points));
    gone.forEach(p -> leaves[p] = group.height);
    if (large.size() == 1) {
      condense(large.get(0), node);
    } else if (large.size() == 2) {
      node.death = lambda(group.height);
      for (Group part : large) {
        Node born = new Node(part.points, node.death);
        node.parts.add(born);
        condense(part, born);
      }
    }
  }

  private void select(Node node, boolean root) {
    for (int p : node.points) {
      node.stability += Math.min(lambda(joins[p]), node.death) - node.birth;
    }
    double below = 0;
    for (Node part : node.parts) {
      select(part, false);
      below += part.best;
    }
    boolean stands = node.stability >= below && (!root || options.allowSingleCluster());
    node.best = stands ? node.stability : below;
  }

  private void pick(Node node, boolean root) {
    if (node.best == node.stability && (!root || options.allowSingleCluster())) {
      clusters.add(node.points);
      stabilities.add(node.stability);
    } else {
      node.parts.forEach(part -> pick(part, false));
    }
  }

  private void number() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < clusters.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(i -> clusters.get(i).first()));
    for (int i : order) {
      stability.add(stabilities.get(i));
      double densest = clusters.get(i).stream().mapToDouble(p -> lambda(leaves[p])).max().orElse(0);
      for (int p : clusters.get(i)) {
        label[p] = stability.size();
        membership[p] = lambda(leaves[p]) / densest;
      }
    }
  }
}
