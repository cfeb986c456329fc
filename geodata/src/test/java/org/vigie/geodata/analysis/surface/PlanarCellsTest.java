package org.vigie.geodata.analysis.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanarCellsTest {

  private static final double H = 5_000;
  private static final double KM2 = 1e6;

  /** The pixels of the spatstat reference. */
  private static final PlanarCells PIXELS = new PlanarCells(180_500, 540_500, 1_000, 140, 180);

  @Test
  void theKernelSummedPlaceByPlaceIsThatOfKs() {
    String file = "expected/kde_gauss_P1_h5000_ks_exact.csv";
    double[] x = PlanarReference.column(file, "x");
    double[] y = PlanarReference.column(file, "y");
    double[] expected = PlanarReference.column(file, "intensity_per_km2");
    double[] px = PlanarReference.x();
    double[] py = PlanarReference.y();
    for (int i = 0; i < x.length; i++) {
      assertThat(KM2 * density(x[i], y[i], px, py, SmoothingKernel.GAUSSIAN, H))
          .isCloseTo(expected[i], offset(1e-9 * expected[i]));
    }
  }

  @Test
  void onPixelsTheSurfaceAndBothEdgeCorrectionsAreThoseOfSpatstat() {
    String file = "expected/kde_spatstat_P1_grid1km_sigma5000.csv";
    double[] x = PlanarReference.column(file, "x");
    double[] y = PlanarReference.column(file, "y");
    double[] uncorrected = PlanarReference.column(file, "uncorrected");
    double[] uniform = PlanarReference.column(file, "uniform_edge");
    double[] diggle = PlanarReference.column(file, "diggle_edge");
    double[] window = new double[PIXELS.size()];
    for (int c = 0; c < window.length; c++) {
      window[c] = middleX(c) + middleY(c) <= 1_000_000 ? 1 : 0;
    }
    // Untruncated, as the other side is.
    double[] inside = PIXELS.smooth(window, H, 40);
    double[] counts = new double[PIXELS.size()];
    double[] weighted = new double[PIXELS.size()];
    double[][] places = PlanarReference.inWindow();
    assertThat(places[0]).hasSize(1_197);
    for (int i = 0; i < places[0].length; i++) {
      // It takes a point for the middle of its pixel, and the edge of the nearest pixel inside.
      int pixel = PIXELS.cell(Math.min(319_999, places[0][i]), Math.min(719_999, places[1][i]));
      counts[pixel]++;
      int lookedUp = window[pixel] > 0 ? pixel : pixel - 1 - PIXELS.columns();
      weighted[pixel] += 1 / (inside[lookedUp] * PIXELS.side() * PIXELS.side());
    }
    double[] plain = PIXELS.smooth(counts, H, 40);
    double[] corrected = PIXELS.smooth(weighted, H, 40);
    double km2 = PIXELS.side() * PIXELS.side();
    for (int i = 0; i < x.length; i++) {
      int c = PIXELS.cell(x[i], y[i]);
      assertThat(KM2 * plain[c]).isCloseTo(uncorrected[i], offset(1e-9 * uncorrected[i]));
      assertThat(KM2 * plain[c] / (inside[c] * km2))
          .isCloseTo(uniform[i], offset(1e-9 * uniform[i]));
      // Points of a lattice on the borders of pixels, at y = 690 km, look up whichever neighbour.
      double digits = y[i] < 640_000 ? 1e-9 : 2e-3;
      assertThat(KM2 * corrected[c]).isCloseTo(diggle[i], offset(digits * diggle[i]));
    }
  }

  @Test
  void theShareInsideIsTheIntegralOfTheKernel() {
    double[] all = new double[PIXELS.size()];
    Arrays.fill(all, 1);
    double[] inside = PIXELS.inside(all, SmoothingKernel.GAUSSIAN, H);
    assertThat(inside[90 * 140 + 70]).isCloseTo(1, within(2e-6));
    // In a corner a quarter and what half a pixel adds on either side.
    double half = 0.5 + 500 / (H * Math.sqrt(2 * Math.PI));
    assertThat(inside[0]).isCloseTo(half * half, within(1e-3));
  }

  @ParameterizedTest
  @EnumSource
  void puttingEventsIntoCellsIsOffByNoMoreThanItsBound(SmoothingKernel kernel) {
    long seed = Long.getLong("vigie.seed", 20261121);
    Random random = new Random(seed);
    double[] x = random.doubles(400, 0, 100_000).toArray();
    double[] y = random.doubles(400, 0, 100_000).toArray();
    PlanarCells cells = PlanarCells.over(-30_000, -30_000, 130_000, 130_000, H / 4, 512);
    double[] density = cells.smooth(cells.bin(x, y, null), kernel, H);
    // The quartic bends most at its edge, twice as much as at its middle.
    double bend = kernel == SmoothingKernel.GAUSSIAN ? 1 / (H * H) : 8 / (8 * H * H);
    double side = cells.side();
    double bound = side * side / 8 * 2 * bend * kernel.at(0, H) + 4e-6 * kernel.at(0, H);
    double worst = 0;
    double sum = 0;
    for (int c = 0; c < density.length; c++) {
      double mx = cells.x() + c % cells.columns() * side;
      int row = c / cells.columns();
      double my = cells.y() + row * side;
      sum += density[c] * side * side;
      double exact = density(mx, my, x, y, kernel, H);
      int near = 0;
      for (int i = 0; i < x.length; i++) {
        near += Math.hypot(mx - x[i], my - y[i]) < kernel.reach(H) + 2 * side ? 1 : 0;
      }
      assertThat(Math.abs(density[c] - exact))
          .as("seed %d", seed)
          .isLessThanOrEqualTo(near * bound + 1e-20);
      worst = Math.max(worst, Math.abs(density[c] - exact));
    }
    assertThat(sum).as("mass, seed %d", seed).isCloseTo(400, withinPercentage(0.5));
    assertThat(worst / kernel.at(0, H)).as("seed %d", seed).isLessThan(0.1);
  }

  @Test
  void theOrderOfEventsAndTheNumberOfThreadsDoNotMatter() {
    Random random = new Random(7);
    double[] x = random.doubles(120_000, 0, 100_000).toArray();
    double[] y = random.doubles(120_000, 0, 100_000).toArray();
    PlanarCells cells = PlanarCells.over(0, 0, 100_000, 100_000, 1_000, 512);
    double[] once = cells.smooth(cells.bin(x, y, null), SmoothingKernel.GAUSSIAN, H);
    assertThat(cells.smooth(cells.bin(x, y, null), SmoothingKernel.GAUSSIAN, H)).isEqualTo(once);
  }

  @Test
  void levelsByMassAreThoseOfTheReference() {
    // ks puts points into cells of its own before, so that four digits agree.
    String file = "expected/hdr_levels_P1_h5000.csv";
    double[] percent = PlanarReference.column(file, "percent");
    double[] level = PlanarReference.column(file, "level_grid");
    double[] cellsAbove = PlanarReference.column(file, "cells_at_or_above");
    double[] quantile = PlanarReference.column(file, "level_ks_sample_quantile");
    PlanarCells nodes = new PlanarCells(180_000, 540_000, 1_000, 141, 181);
    double[] x = PlanarReference.x();
    double[] y = PlanarReference.y();
    double[] density = new double[nodes.size()];
    double[] area = new double[nodes.size()];
    for (int c = 0; c < density.length; c++) {
      double mx = nodes.x() + c % 141 * 1_000.0;
      int row = c / 141;
      double my = nodes.y() + row * 1_000.0;
      density[c] = density(mx, my, x, y, SmoothingKernel.GAUSSIAN, H) / x.length;
      area[c] = 1;
    }
    MassLevel levels = new MassLevel(density, area);
    for (int i = 0; i < percent.length; i++) {
      double found = levels.level(percent[i] / 100).orElseThrow();
      assertThat(found).isCloseTo(level[i], withinPercentage(0.15));
      assertThat((double) levels.cells(found)).isCloseTo(cellsAbove[i], withinPercentage(0.15));
      assertThat(found).isLessThan(quantile[i]);
      assertThat(MassLevel.ofEqualCells(density, new double[] {percent[i] / 100})[0])
          .isEqualTo(found);
    }
  }

  private static double middleX(int cell) {
    return PIXELS.x() + cell % PIXELS.columns() * PIXELS.side();
  }

  private static double middleY(int cell) {
    int row = cell / PIXELS.columns();
    return PIXELS.y() + row * PIXELS.side();
  }

  static double density(
      double x, double y, double[] px, double[] py, SmoothingKernel kernel, double h) {
    double sum = 0;
    for (int i = 0; i < px.length; i++) {
      sum += kernel.at((x - px[i]) * (x - px[i]) + (y - py[i]) * (y - py[i]), h);
    }
    return sum;
  }
}
