package org.vigie.geodata.analysis.density;

/**
 * The places of a {@link KdTree} side by side in its order, with the box around each node and the
 * least core distance in it. A node goes by the middle of its range.
 */
final class PlaceBoxes {

  private static final int SIDES = 6;

  private final double[] x;
  private final double[] y;
  private final double[] z;
  private final double[] core;
  private final double[] leastCore;

  /** Low and high x, y and z by node. */
  private final double[] sides;

  PlaceBoxes(Space space, Places places, int[] order, double[] core) {
    int n = order.length;
    this.core = core;
    x = new double[n];
    y = new double[n];
    z = new double[n];
    for (int i = 0; i < n; i++) {
      int point = places.firstPoint(order[i]);
      x[i] = space.x(point);
      y[i] = space.y(point);
      z[i] = space.z(point);
    }
    leastCore = new double[n];
    sides = new double[SIDES * n];
    if (n > 0) {
      enclose(0, n);
    }
  }

  double leastCore(int node) {
    return leastCore[node];
  }

  /** Square of the distance from a place to a node's box, 0 inside. */
  double squared(int node, int position) {
    int at = SIDES * node;
    double dx = outside(x[position], sides[at], sides[at + 1]);
    double dy = outside(y[position], sides[at + 2], sides[at + 3]);
    double dz = outside(z[position], sides[at + 4], sides[at + 5]);
    return dx * dx + dy * dy + dz * dz;
  }

  double chordSquared(int i, int j) {
    double dx = x[i] - x[j];
    double dy = y[i] - y[j];
    double dz = z[i] - z[j];
    return dx * dx + dy * dy + dz * dz;
  }

  private void enclose(int from, int to) {
    int node = (from + to) >>> 1;
    leastCore[node] = core[node];
    for (int side = 0; side < SIDES; side++) {
      sides[SIDES * node + side] = side < 2 ? x[node] : side < 4 ? y[node] : z[node];
    }
    if (to - from <= KdTree.LEAF) {
      for (int i = from; i < to; i++) {
        leastCore[node] = Math.min(leastCore[node], core[i]);
        widen(node, x[i], x[i], 0);
        widen(node, y[i], y[i], 2);
        widen(node, z[i], z[i], 4);
      }
      return;
    }
    enclose(from, node);
    enclose(node + 1, to);
    for (int part : new int[] {(from + node) >>> 1, (node + 1 + to) >>> 1}) {
      leastCore[node] = Math.min(leastCore[node], leastCore[part]);
      for (int axis = 0; axis < SIDES; axis += 2) {
        widen(node, sides[SIDES * part + axis], sides[SIDES * part + axis + 1], axis);
      }
    }
  }

  private void widen(int node, double low, double high, int axis) {
    int at = SIDES * node + axis;
    sides[at] = Math.min(sides[at], low);
    sides[at + 1] = Math.max(sides[at + 1], high);
  }

  private static double outside(double value, double low, double high) {
    return value < low ? low - value : value > high ? value - high : 0;
  }
}
