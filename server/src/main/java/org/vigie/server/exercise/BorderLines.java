package org.vigie.server.exercise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;

/**
 * The lines between cells of different label, each from one meeting point of three areas to the
 * next, so that neighbours share the very same line however it is smoothed.
 */
final class BorderLines {

  private final Grid grid;
  private final int[] labels;
  private final Map<Integer, List<Integer>> ways = new TreeMap<>();
  private final int stride;

  BorderLines(Grid grid, int[] labels) {
    this.grid = grid;
    this.labels = labels;
    this.stride = grid.columns() + 1;
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        if (column > 0 && differs(grid.index(column, row), grid.index(column - 1, row))) {
          link(corner(column, row), corner(column, row + 1));
        }
        if (row > 0 && differs(grid.index(column, row), grid.index(column, row - 1))) {
          link(corner(column, row), corner(column + 1, row));
        }
      }
    }
  }

  /** Every line in km, bent and smoothed. */
  List<Coordinate[]> smoothed(Warp warp) {
    List<Coordinate[]> lines = new ArrayList<>();
    for (List<Integer> corners : chains()) {
      List<Coordinate> path = new ArrayList<>();
      corners.forEach(c -> path.add(warp.bend(grid.corner(c % stride, c / stride))));
      lines.add(Lines.smooth(path, 0.95));
    }
    return lines;
  }

  private List<List<Integer>> chains() {
    List<List<Integer>> chains = new ArrayList<>();
    Map<Integer, List<Integer>> left = new HashMap<>();
    ways.forEach((corner, to) -> left.put(corner, new ArrayList<>(to)));
    for (int corner : ways.keySet()) {
      if (isMeeting(corner)) {
        follow(corner, left, chains);
      }
    }
    // what is left are rings that meet nothing: an area within another
    for (int corner : ways.keySet()) {
      follow(corner, left, chains);
    }
    return chains;
  }

  private void follow(int start, Map<Integer, List<Integer>> left, List<List<Integer>> chains) {
    while (!left.getOrDefault(start, List.of()).isEmpty()) {
      List<Integer> chain = new ArrayList<>();
      chain.add(start);
      int at = start;
      do {
        List<Integer> onward = left.getOrDefault(at, List.of());
        if (onward.isEmpty()) {
          break;
        }
        int next = onward.remove(0);
        left.getOrDefault(next, new ArrayList<>()).remove((Integer) at);
        chain.add(next);
        at = next;
      } while (at != start && !isMeeting(at));
      chains.add(chain);
    }
  }

  private boolean isMeeting(int corner) {
    return ways.getOrDefault(corner, List.of()).size() != 2;
  }

  private boolean differs(int cell, int other) {
    return labels[cell] != labels[other];
  }

  private int corner(int column, int row) {
    return row * stride + column;
  }

  private void link(int from, int to) {
    ways.computeIfAbsent(from, k -> new ArrayList<>(4)).add(to);
    ways.computeIfAbsent(to, k -> new ArrayList<>(4)).add(from);
  }
}
