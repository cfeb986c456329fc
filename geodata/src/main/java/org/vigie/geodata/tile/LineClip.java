package org.vigie.geodata.tile;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a path to the buffered tile and brings it to whole tile units, keeping its order: a track
 * crosses itself, and an overlay would turn it into a network of pieces.
 *
 * <p>Each segment is cut as by Liang and Barsky (ACM Transactions on Graphics 3(1), 1984).
 */
final class LineClip {

  private static final double LOW = -TileAddress.BUFFER;
  private static final double HIGH = TileAddress.EXTENT + TileAddress.BUFFER;

  private final List<int[][]> pieces = new ArrayList<>();
  private final List<int[]> current = new ArrayList<>();

  /**
   * The pieces inside, each with at least two points. What is too short for the grid becomes one
   * unit long: what is there must not vanish from a map because one looks from afar.
   *
   * @param xs tile units
   * @param ys as many
   */
  static List<int[][]> clip(double[] xs, double[] ys) {
    LineClip clip = new LineClip();
    for (int i = 1; i < xs.length; i++) {
      clip.segment(xs[i - 1], ys[i - 1], xs[i], ys[i]);
    }
    clip.endPiece();
    return clip.pieces;
  }

  private void segment(double x0, double y0, double x1, double y1) {
    double enter = 0;
    double leave = 1;
    double dx = x1 - x0;
    double dy = y1 - y0;
    double[] p = {-dx, dx, -dy, dy};
    double[] q = {x0 - LOW, HIGH - x0, y0 - LOW, HIGH - y0};
    for (int side = 0; side < 4; side++) {
      if (p[side] == 0) {
        if (q[side] < 0) {
          endPiece();
          return;
        }
      } else if (p[side] < 0) {
        enter = Math.max(enter, q[side] / p[side]);
      } else {
        leave = Math.min(leave, q[side] / p[side]);
      }
    }
    if (enter > leave) {
      endPiece();
      return;
    }
    if (enter > 0) {
      endPiece();
    }
    add(x0 + enter * dx, y0 + enter * dy);
    add(x0 + leave * dx, y0 + leave * dy);
    if (leave < 1) {
      endPiece();
    }
  }

  private void add(double x, double y) {
    int[] point = {(int) Math.round(x), (int) Math.round(y)};
    int[] last = current.isEmpty() ? null : current.get(current.size() - 1);
    if (last == null || last[0] != point[0] || last[1] != point[1]) {
      current.add(point);
    }
  }

  private void endPiece() {
    if (current.size() == 1) {
      int[] only = current.get(0);
      current.add(new int[] {only[0] + 1, only[1]});
    }
    if (!current.isEmpty()) {
      pieces.add(current.toArray(int[][]::new));
      current.clear();
    }
  }
}
