package org.vigie.geodata.analysis.density;

import java.util.ArrayList;
import java.util.List;

/**
 * A {@link MergeTree} without what is smaller than a cluster: a branch lives on when places fall
 * off it and ends when it splits into two that are both large enough (Campello, Moulavi and Sander
 * 2013, section 4). Density is the inverse of a distance in metres.
 */
final class CondensedTree {

  /** A cluster of the hierarchy. Parents come before their children. */
  static final class Branch {
    private final int node;
    private final int parent;
    private final double birth;
    private final double bornAt;
    private final List<Branch> children = new ArrayList<>();
    private double death = Double.POSITIVE_INFINITY;
    private double stability;
    private double best;
    private int selected = -1;

    private Branch(int node, int parent, double birth, double bornAt) {
      this.node = node;
      this.parent = parent;
      this.birth = birth;
      this.bornAt = bornAt;
    }

    /**
     * How much and for how many points the cluster outlasts its birth: the sum over its points of
     * the density at which each joins another, at most that of the split, less that of the birth.
     */
    double stability() {
      return stability;
    }
  }

  private final MergeTree tree;
  private final int least;
  private final double tolerance;
  private final List<Branch> branches = new ArrayList<>();

  /** By place: the last branch it was in and the distance at which it left it. */
  private final int[] branch;

  private final double[] left;

  /**
   * @param least points that make a cluster, from 2
   * @param tolerance shorter distances count as this one, in metres above 0
   * @param allowSingle whether all points together may be the one cluster
   */
  CondensedTree(MergeTree tree, Places places, int least, double tolerance, boolean allowSingle) {
    this.tree = tree;
    this.least = least;
    this.tolerance = tolerance;
    branch = new int[places.size()];
    left = new double[places.size()];
    branches.add(new Branch(tree.root(), -1, 0, Double.POSITIVE_INFINITY));
    for (int i = 0; i < branches.size(); i++) {
      grow(i);
    }
    measure(places);
    select(allowSingle);
  }

  /** Number of branches, the root among them. */
  List<Branch> branches() {
    return branches;
  }

  /** Points of a branch at its birth. */
  int size(Branch each) {
    return tree.size(each.node);
  }

  /** The selected branch a place belongs to, -1 for noise. */
  int selected(int place) {
    return branches.get(branch[place]).selected;
  }

  /** Distance in metres at which a place leaves the last cluster it was in. */
  double leftAt(int place) {
    return left[place];
  }

  /**
   * Whether a place left its branch at the very distance at which that parted from its sibling: it
   * lies between the two and joins the nearer.
   */
  boolean between(int place) {
    return left[place] == branches.get(branch[place]).bornAt;
  }

  double density(double metres) {
    return 1 / Math.max(metres, tolerance);
  }

  private void grow(int number) {
    Branch each = branches.get(number);
    int node = each.node;
    while (!tree.isPlace(node)) {
      int a = tree.left(node);
      int b = tree.right(node);
      double height = tree.height(node);
      boolean largeA = tree.size(a) >= least;
      boolean largeB = tree.size(b) >= least;
      if (largeA && largeB) {
        each.death = density(height);
        for (int child : new int[] {a, b}) {
          Branch born = new Branch(child, number, each.death, height);
          each.children.add(born);
          branches.add(born);
        }
        return;
      }
      if (!largeA) {
        tree.eachPlace(a, place -> leave(place, number, height));
      }
      if (!largeB) {
        tree.eachPlace(b, place -> leave(place, number, height));
      }
      if (!largeA && !largeB) {
        return;
      }
      node = largeA ? a : b;
    }
    leave(node, number, tree.height(node));
  }

  private void leave(int place, int number, double height) {
    branch[place] = number;
    left[place] = height;
  }

  private void measure(Places places) {
    for (int place = 0; place < branch.length; place++) {
      Branch last = branches.get(branch[place]);
      double density = Math.min(density(tree.joins(place)), last.death);
      last.stability += places.weight(place) * (density - last.birth);
    }
    for (Branch each : branches) {
      for (Branch child : each.children) {
        each.stability += tree.size(child.node) * (each.death - each.birth);
      }
    }
  }

  /** Excess of mass: a cluster stands when it is at least as stable as all below it together. */
  private void select(boolean allowSingle) {
    boolean[] stands = new boolean[branches.size()];
    for (int i = branches.size() - 1; i >= 0; i--) {
      Branch each = branches.get(i);
      double below = each.children.stream().mapToDouble(child -> child.best).sum();
      stands[i] = each.stability >= below && (i > 0 || allowSingle);
      each.best = stands[i] ? each.stability : below;
    }
    for (int i = 0; i < branches.size(); i++) {
      Branch each = branches.get(i);
      int above = each.parent < 0 ? -1 : branches.get(each.parent).selected;
      each.selected = above >= 0 ? above : stands[i] ? i : -1;
    }
  }
}
