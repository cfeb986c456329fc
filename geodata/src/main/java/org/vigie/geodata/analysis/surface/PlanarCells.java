package org.vigie.geodata.analysis.surface;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Square cells in a plane, row 0 in the south, column 0 in the west: the fast way to a surface.
 * Events are put into cells and the cells are smoothed; all lengths in metres.
 *
 * @param x of the middle of the first column
 * @param y of the middle of the first row
 * @param side of a cell
 */
record PlanarCells(double x, double y, double side, int columns, int rows) {

  /** The same whatever the number of threads, so that sums round the same. */
  private static final int PORTIONS = 8;

  /** Fewer events than this are put into cells by one thread. */
  private static final int FEW = 50_000;

  /** Standard deviations a Gaussian is followed to: 4·10⁻⁶ of its peak. */
  private static final double GAUSSIAN_REACH = 5;

  /** Cells of a side that cover a box, at most so many along each axis. */
  static PlanarCells over(
      double minX, double minY, double maxX, double maxY, double side, int most) {
    double least = Math.max(maxX - minX, maxY - minY) / most;
    double used = Math.max(side, least);
    int columns = Math.max(1, (int) Math.ceil((maxX - minX) / used - 1e-9));
    int rows = Math.max(1, (int) Math.ceil((maxY - minY) / used - 1e-9));
    return new PlanarCells(
        (minX + maxX) / 2 - used * (columns - 1) / 2,
        (minY + maxY) / 2 - used * (rows - 1) / 2,
        used,
        columns,
        rows);
  }

  int size() {
    return rows * columns;
  }

  /** The cell a place lies in, -1 outside all of them. */
  int cell(double px, double py) {
    double column = Math.rint((px - x) / side);
    double row = Math.rint((py - y) / side);
    return column < 0 || column >= columns || row < 0 || row >= rows
        ? -1
        : ((int) row) * columns + (int) column;
  }

  /**
   * Each event shared out among the four cells about it, by how near it is to their middles; what
   * lies outside the middles of the outermost cells is left out.
   *
   * @param weight of each event, null for one each
   */
  double[] bin(double[] xs, double[] ys, double @Nullable [] weight) {
    int portions = xs.length < FEW ? 1 : PORTIONS;
    double[][] parts = new double[portions][];
    IntStream.range(0, portions)
        .parallel()
        .forEach(
            portion -> {
              int from = (int) ((long) xs.length * portion / portions);
              int to = (int) ((long) xs.length * (portion + 1) / portions);
              parts[portion] = bin(xs, ys, weight, from, to);
            });
    double[] total = parts[0];
    for (int portion = 1; portion < portions; portion++) {
      double[] part = parts[portion];
      for (int c = 0; c < total.length; c++) {
        total[c] += part[c];
      }
    }
    return total;
  }

  private double[] bin(double[] xs, double[] ys, double @Nullable [] weight, int from, int to) {
    // One row and column more, so that the last cells need no question of their own.
    int wide = columns + 1;
    double[] sum = new double[wide * (rows + 1)];
    double scale = 1 / side;
    for (int i = from; i < to; i++) {
      double column = (xs[i] - x) * scale;
      double row = (ys[i] - y) * scale;
      if (column < 0 || row < 0 || column > columns - 1 || row > rows - 1) {
        continue;
      }
      int left = (int) column;
      int low = (int) row;
      double east = column - left;
      double north = row - low;
      double w = weight == null ? 1 : weight[i];
      int at = low * wide + left;
      sum[at] += w * (1 - east) * (1 - north);
      sum[at + 1] += w * east * (1 - north);
      sum[at + wide] += w * (1 - east) * north;
      sum[at + wide + 1] += w * east * north;
    }
    double[] cells = new double[size()];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(sum, row * wide, cells, row * columns, columns);
    }
    return cells;
  }

  /**
   * The density at the middle of every cell, per square metre, when all mass stands at the middle
   * of cells. A Gaussian goes along rows and then along columns and is left out beyond 5 h: at most
   * 4·10⁻⁶ of the peak of a kernel for each event within reach.
   */
  double[] smooth(double[] mass, SmoothingKernel kernel, double h) {
    return kernel == SmoothingKernel.GAUSSIAN
        ? smooth(mass, h, GAUSSIAN_REACH)
        : smoothRound(mass, kernel, h);
  }

  /** A Gaussian followed to a number of standard deviations. */
  double[] smooth(double[] mass, double h, double deviations) {
    int reach = (int) Math.min(Math.ceil(deviations * h / side), Math.max(columns, rows));
    double[] taps = new double[reach + 1];
    for (int k = 0; k <= reach; k++) {
      double d = k * side / h;
      taps[k] = Math.exp(-d * d / 2) / (Math.sqrt(2 * Math.PI) * h);
    }
    double[] alongRows = new double[mass.length];
    IntStream.range(0, rows)
        .parallel()
        .forEach(
            row -> {
              int start = row * columns;
              for (int k = -reach; k <= reach; k++) {
                add(alongRows, start, mass, start, k, taps[Math.abs(k)]);
              }
            });
    double[] density = new double[mass.length];
    IntStream.range(0, rows)
        .parallel()
        .forEach(
            row -> {
              int end = Math.min(rows - 1, row + reach);
              for (int other = Math.max(0, row - reach); other <= end; other++) {
                double tap = taps[Math.abs(other - row)];
                add(density, row * columns, alongRows, other * columns, 0, tap);
              }
            });
    return density;
  }

  private double[] smoothRound(double[] mass, SmoothingKernel kernel, double h) {
    int reach = (int) Math.floor(kernel.reach(h) / side);
    double[] density = new double[mass.length];
    IntStream.range(0, rows)
        .parallel()
        .forEach(
            row -> {
              int end = Math.min(rows - 1, row + reach);
              for (int other = Math.max(0, row - reach); other <= end; other++) {
                double dy = (other - row) * side;
                for (int k = -reach; k <= reach; k++) {
                  double value = kernel.at(dy * dy + k * side * k * side, h);
                  if (value > 0) {
                    add(density, row * columns, mass, other * columns, k, value);
                  }
                }
              }
            });
    return density;
  }

  /** Adds a row, shifted by k columns and multiplied. */
  private void add(double[] to, int start, double[] from, int origin, int k, double factor) {
    int first = Math.max(0, -k);
    int end = Math.min(columns, columns - k);
    for (int c = first; c < end; c++) {
      to[start + c] += factor * from[origin + k + c];
    }
  }

  /**
   * Share of the kernel about the middle of every cell that lies in the window.
   *
   * @param window share of each cell within it
   */
  double[] inside(double[] window, SmoothingKernel kernel, double h) {
    double[] shares = smooth(window, kernel, h);
    for (int c = 0; c < shares.length; c++) {
      shares[c] *= side * side;
    }
    return shares;
  }
}
