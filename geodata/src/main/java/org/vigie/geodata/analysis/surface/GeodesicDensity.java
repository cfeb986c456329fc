package org.vigie.geodata.analysis.surface;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.geo.Geodesy;

/**
 * Kernel density on the ellipsoid: the kernel of the geodesic distance ({@link NearDistance}), with
 * the normaliser of the plane (relative error of the order of h²/R², below 2·10⁻⁵ for a bandwidth
 * of 25 km). Densities are per square metre.
 */
final class GeodesicDensity {

  /** The same whatever the number of threads, so that sums round the same. */
  private static final int PORTIONS = 16;

  private final SmoothingKernel kernel;
  private final double h;
  private final DegreeCells cells;

  GeodesicDensity(SmoothingKernel kernel, double h, DegreeCells cells) {
    this.kernel = kernel;
    this.h = h;
    this.cells = cells;
  }

  /**
   * The density at one place by the exact geodesic and the whole kernel, a microsecond for each
   * source: what all else here is measured against.
   */
  static double at(double lon, double lat, Sources sources, SmoothingKernel kernel, double h) {
    double sum = 0;
    for (int i = 0; i < sources.size(); i++) {
      double d = Geodesy.distanceMetres(lon, lat, sources.lon(i), sources.lat(i));
      sum += sources.weight(i) * kernel.at(d * d, h);
    }
    return sum;
  }

  /** Pairs of a source and a cell within the reach of the kernel: some 15 ns each. */
  static double pairs(Sources sources, SmoothingKernel kernel, double h, double cellMetres) {
    double radius = kernel.reach(h) / cellMetres;
    return sources.size() * Math.PI * radius * radius;
  }

  /** The density at the middle of every cell, every source at its own place. */
  double[] ofPlaces(Sources sources, Progress progress) {
    double[][] parts = new double[PORTIONS][];
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, PORTIONS)
        .parallel()
        .forEach(
            portion -> {
              double[] sum = new double[cells.size()];
              for (int i = portion; i < sources.size(); i += PORTIONS) {
                double weight = sources.weight(i);
                visit(sources.lon(i), sources.lat(i), (c, value) -> sum[c] += weight * value);
                if (i / PORTIONS % 64 == 0) {
                  progress.at((double) done.get() / sources.size(), "Adding kernels");
                }
                done.incrementAndGet();
              }
              parts[portion] = sum;
            });
    double[] total = new double[cells.size()];
    for (double[] part : parts) {
      for (int c = 0; c < total.length; c++) {
        total[c] += part[c];
      }
    }
    return total;
  }

  /**
   * Share of the kernel about each source that lies in the window.
   *
   * @param window square metres of each cell within it
   */
  double[] inside(Sources sources, double[] window, Progress progress) {
    double[] shares = new double[sources.size()];
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, sources.size())
        .parallel()
        .forEach(
            i -> {
              double[] sum = new double[1];
              visit(sources.lon(i), sources.lat(i), (c, value) -> sum[0] += window[c] * value);
              shares[i] = sum[0];
              int before = done.getAndIncrement();
              if (before % 256 == 0) {
                progress.at((double) before / sources.size(), "Measuring the edge");
              }
            });
    return shares;
  }

  /**
   * The density at the middle of every cell when all mass stands at the middle of cells. On cells
   * regular in degrees the kernel depends on two rows and the columns between alone.
   *
   * @param mass of each cell
   */
  double[] ofCells(double[] mass, Progress progress) {
    double[] density = new double[cells.size()];
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, cells.rows())
        .parallel()
        .forEach(
            row -> {
              addRow(row, mass, density);
              progress.at((double) done.incrementAndGet() / cells.rows(), "Smoothing");
            });
    return density;
  }

  private void addRow(int row, double[] mass, double[] density) {
    int columns = cells.columns();
    double[] out = new double[columns];
    double reach = kernel.reach(h);
    int end = cells.lastRow(cells.lat(row), reach);
    for (int other = cells.firstRow(cells.lat(row), reach); other <= end; other++) {
      NearDistance distance = new NearDistance(cells.lat(row), cells.lat(other));
      double within = distance.longitudeWithin(reach);
      if (within < 0) {
        continue;
      }
      int most = (int) Math.min(within / cells.degreesPerColumn(), columns - 1.0);
      if (cells.round()) {
        most = Math.min(most, columns / 2);
      }
      for (int apart = 0; apart <= most; apart++) {
        double value = value(distance, cells.degreesBetween(apart));
        if (value > 0) {
          addShifted(out, mass, other * columns, apart, value);
          // Half-way round, east and west are the same cell.
          if (apart > 0 && !(cells.round() && 2 * apart == columns)) {
            addShifted(out, mass, other * columns, -apart, value);
          }
        }
      }
    }
    System.arraycopy(out, 0, density, row * columns, columns);
  }

  private void addShifted(double[] out, double[] mass, int from, int shift, double value) {
    int columns = out.length;
    int first = Math.max(0, -shift);
    int end = Math.min(columns, columns - shift);
    for (int c = first; c < end; c++) {
      out[c] += value * mass[from + c + shift];
    }
    if (cells.round()) {
      for (int c = 0; c < first; c++) {
        out[c] += value * mass[from + c + shift + columns];
      }
      for (int c = end; c < columns; c++) {
        out[c] += value * mass[from + c + shift - columns];
      }
    }
  }

  private double value(NearDistance distance, double degrees) {
    return kernel.at(distance.squared(NearDistance.halfSineSquared(degrees)), h);
  }

  /**
   * Each source shared out among the four cells about it, by how near it is to their middles.
   * Smoothed by {@link #ofCells}, a density differs from that of {@link #ofPlaces} by at most
   * {@code δ²/4h²} of the peak of the kernel for each event, δ the side of a cell: the error of
   * linear interpolation, δ²/8 times the second derivative, of both axes together.
   */
  double[] binned(Sources sources) {
    double[] mass = new double[cells.size()];
    for (int i = 0; i < sources.size(); i++) {
      double column = cells.column(sources.lon(i));
      double row = Math.max(0, Math.min(cells.rows() - 1.0, cells.row(sources.lat(i))));
      if (!cells.round()) {
        column = Math.max(0, Math.min(cells.columns() - 1.0, column));
      }
      int left = (int) Math.floor(column);
      int top = Math.min((int) row, Math.max(0, cells.rows() - 2));
      double east = column - left;
      double south = row - top;
      double weight = sources.weight(i);
      put(mass, top, left, weight * (1 - east) * (1 - south));
      put(mass, top, left + 1, weight * east * (1 - south));
      put(mass, top + 1, left, weight * (1 - east) * south);
      put(mass, top + 1, left + 1, weight * east * south);
    }
    return mass;
  }

  private void put(double[] mass, int row, int column, double value) {
    if (value > 0) {
      mass[row * cells.columns() + Math.floorMod(column, cells.columns())] += value;
    }
  }

  private void visit(double lon, double lat, Hit hit) {
    double reach = kernel.reach(h);
    int columns = cells.columns();
    double at = cells.column(lon);
    double[] sines = new double[columns];
    Arrays.fill(sines, Double.NaN);
    int end = cells.lastRow(lat, reach);
    for (int row = cells.firstRow(lat, reach); row <= end; row++) {
      NearDistance distance = new NearDistance(lat, cells.lat(row));
      double within = distance.longitudeWithin(reach) / cells.degreesPerColumn();
      if (within < 0) {
        continue;
      }
      int first = (int) Math.ceil(at - within);
      int last = (int) Math.floor(at + within);
      if (cells.round()) {
        last = Math.min(last, first + columns - 1);
      } else {
        first = Math.max(0, first);
        last = Math.min(columns - 1, last);
      }
      for (int c = first; c <= last; c++) {
        int column = Math.floorMod(c, columns);
        if (Double.isNaN(sines[column])) {
          sines[column] = NearDistance.halfSineSquared((c - at) * cells.degreesPerColumn());
        }
        double value = kernel.at(distance.squared(sines[column]), h);
        if (value > 0) {
          hit.at(row * columns + column, value);
        }
      }
    }
  }

  @FunctionalInterface
  private interface Hit {
    void at(int cell, double value);
  }
}
