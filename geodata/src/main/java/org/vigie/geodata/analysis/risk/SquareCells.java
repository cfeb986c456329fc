package org.vigie.geodata.analysis.risk;

import java.util.Arrays;

/** Equal squares of a plane that a forecast ranks, numbered from 0 in the order they are given. */
final class SquareCells {

  private final double side;
  private final int[] column;
  private final int[] row;
  private final int[] numbers;
  private final int west;
  private final int east;
  private final int south;
  private final int north;

  /**
   * @param side in metres
   * @param column of each cell: from {@code column * side} metres east of the plane's origin
   * @param row of each cell
   */
  SquareCells(double side, int[] column, int[] row) {
    this.side = side;
    this.column = column;
    this.row = row;
    west = Arrays.stream(column).min().orElse(0);
    east = Arrays.stream(column).max().orElse(0);
    south = Arrays.stream(row).min().orElse(0);
    north = Arrays.stream(row).max().orElse(0);
    // a table of the box: a map of its cells made up most of the time of spreading events
    numbers = new int[Math.multiplyExact(east - west + 1, north - south + 1)];
    Arrays.fill(numbers, -1);
    for (int i = 0; i < column.length; i++) {
      numbers[index(column[i], row[i])] = i;
    }
  }

  int size() {
    return column.length;
  }

  double side() {
    return side;
  }

  int column(int cell) {
    return column[cell];
  }

  int row(int cell) {
    return row[cell];
  }

  /** Metres east of the middle of a cell. */
  double x(int cell) {
    return (column[cell] + 0.5) * side;
  }

  /** Metres north of the middle of a cell. */
  double y(int cell) {
    return (row[cell] + 0.5) * side;
  }

  /** Number of the cell of a place in metres, its western and southern border included, else -1. */
  int at(double x, double y) {
    return at((int) Math.floor(x / side), (int) Math.floor(y / side));
  }

  int at(int atColumn, int atRow) {
    boolean inside = atColumn >= west && atColumn <= east && atRow >= south && atRow <= north;
    return inside ? numbers[index(atColumn, atRow)] : -1;
  }

  /** Hears of cells and what they hold. */
  @FunctionalInterface
  interface Held {
    void cell(int cell, double share);
  }

  /**
   * What a round normal distribution about a place puts into each cell, exactly: a product of two
   * differences of the error function. Cells beyond nine standard deviations are left out.
   *
   * @return the sum: the mass inside the study, 0 to 1
   */
  double normalMass(double x, double y, double sigma, Held held) {
    int left = Math.max(west, (int) Math.floor((x - 9 * sigma) / side));
    int right = Math.min(east, (int) Math.floor((x + 9 * sigma) / side));
    int low = Math.max(south, (int) Math.floor((y - 9 * sigma) / side));
    int high = Math.min(north, (int) Math.floor((y + 9 * sigma) / side));
    if (left > right || low > high) {
      return 0;
    }
    double[] across = ErrorFunction.normalShares(left, right, side, x, sigma);
    double[] up = ErrorFunction.normalShares(low, high, side, y, sigma);
    double sum = 0;
    for (int r = low; r <= high; r++) {
      for (int c = left; c <= right; c++) {
        int cell = at(c, r);
        if (cell >= 0) {
          double share = across[c - left] * up[r - low];
          held.cell(cell, share);
          sum += share;
        }
      }
    }
    return sum;
  }

  private int index(int atColumn, int atRow) {
    return (atRow - south) * (east - west + 1) + atColumn - west;
  }
}
