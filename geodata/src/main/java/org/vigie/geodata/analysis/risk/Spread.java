package org.vigie.geodata.analysis.risk;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What an event at each distinct place adds to the middle of each cell near it, worked out once.
 * Memory: twelve bytes for each pair of a place and a cell in reach.
 */
final class Spread {

  /** Gaussian weights fall below 1e-17 of the peak here: they decide nothing but ties. */
  private static final double GAUSSIAN_REACH = 9;

  private final int[][] cells;
  private final double[][] values;

  private interface Kernel {
    double at(double metres);
  }

  private Spread(Past past, double reach, Kernel kernel) {
    cells = new int[past.places()][];
    values = new double[past.places()][];
    IntStream.range(0, cells.length).parallel().forEach(place -> lay(past, place, reach, kernel));
  }

  /** {@code exp(-d²/2h²)}, without the factor that is the same for all cells. */
  static Spread gaussian(Past past, double bandwidthM) {
    return new Spread(
        past, GAUSSIAN_REACH * bandwidthM, d -> Math.exp(-d * d / (2 * bandwidthM * bandwidthM)));
  }

  /**
   * The space part of ProMap (K. J. Bowers, S. D. Johnson and K. Pease, "Prospective hot-spotting",
   * British Journal of Criminology 44, 2004): {@code 1 / (1 + d)} with the distance in whole half
   * cells.
   */
  static Spread halfCells(Past past, double reachM) {
    double half = past.cells().side() / 2;
    return new Spread(past, reachM, d -> 1 / (1 + Math.floor(d / half)));
  }

  private void lay(Past past, int place, double reach, Kernel kernel) {
    SquareCells study = past.cells();
    double x = past.placeX(place);
    double y = past.placeY(place);
    int left = (int) Math.floor((x - reach) / study.side());
    int right = (int) Math.floor((x + reach) / study.side());
    int low = (int) Math.floor((y - reach) / study.side());
    int high = (int) Math.floor((y + reach) / study.side());
    int[] found = new int[(right - left + 1) * (high - low + 1)];
    double[] weights = new double[found.length];
    int n = 0;
    for (int row = low; row <= high; row++) {
      for (int column = left; column <= right; column++) {
        int cell = study.at(column, row);
        if (cell >= 0) {
          double distance = Math.hypot(study.x(cell) - x, study.y(cell) - y);
          if (distance <= reach) {
            found[n] = cell;
            weights[n++] = kernel.at(distance);
          }
        }
      }
    }
    cells[place] = Arrays.copyOf(found, n);
    values[place] = Arrays.copyOf(weights, n);
  }

  /** Adds a weight at a place to the scores of the cells. */
  void add(int place, double weight, double[] scores) {
    int[] near = cells[place];
    double[] value = values[place];
    for (int i = 0; i < near.length; i++) {
      scores[near[i]] += weight * value[i];
    }
  }
}
