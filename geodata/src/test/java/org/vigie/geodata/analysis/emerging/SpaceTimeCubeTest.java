package org.vigie.geodata.analysis.emerging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geodata.analysis.FalseDiscovery;
import org.vigie.geodata.analysis.grid.Neighbours;
import org.vigie.geodata.analysis.local.GetisOrd;

class SpaceTimeCubeTest {

  private static final long SEED = Long.getLong("vigie.seed", 20_261_121);
  private static final int CELLS = 40;
  private static final int STEPS = 12;

  private static final Neighbours RING =
      Neighbours.of(CELLS, i -> new int[] {(i + 1) % CELLS, (i + CELLS - 1) % CELLS});

  private static double[][] counts() {
    SplittableRandom random = new SplittableRandom(SEED);
    return IntStream.range(0, STEPS)
        .mapToObj(step -> random.ints(CELLS, 0, 6).asDoubleStream().toArray())
        .toArray(double[][]::new);
  }

  /** A cube is a lattice with one dimension more: the plain statistic on it must say the same. */
  @ParameterizedTest
  @CsvSource({"0", "1", "3"})
  void aBinIsJudgedByGetisOrdOverItsNeighboursInSpaceAndTime(int lag) {
    double[][] counts = counts();
    double[][] z = new SpaceTimeCube(counts).z(RING, lag, Window.CUBE);
    double[] flat =
        IntStream.range(0, STEPS * CELLS).mapToDouble(b -> counts[b / CELLS][b % CELLS]).toArray();
    Neighbours bins =
        Neighbours.of(
            flat.length,
            bin -> {
              int step = bin / CELLS;
              int cell = bin % CELLS;
              return IntStream.rangeClosed(Math.max(0, step - lag), step)
                  .flatMap(
                      t ->
                          IntStream.of(cell, RING.get(cell, 0), RING.get(cell, 1))
                              .map(c -> t * CELLS + c))
                  .filter(other -> other != bin)
                  .toArray();
            });
    double[] expected = GetisOrd.star(flat, bins);
    for (int bin = 0; bin < flat.length; bin++) {
      assertThat(z[bin / CELLS][bin % CELLS])
          .as("seed %d", SEED)
          .isCloseTo(expected[bin], within(1e-10));
    }
  }

  @ParameterizedTest
  @CsvSource({"STEP", "NEIGHBOURHOOD"})
  void withoutTimeBeforeAStepIsJudgedByItself(Window window) {
    double[][] counts = counts();
    double[][] z = new SpaceTimeCube(counts).z(RING, 0, window);
    for (int step = 0; step < STEPS; step++) {
      assertThat(z[step]).containsExactly(GetisOrd.star(counts[step], RING), within(1e-10));
    }
  }

  @ParameterizedTest
  @CsvSource({"CUBE", "STEP", "NEIGHBOURHOOD"})
  void whereNothingHappensNothingIsHot(Window window) {
    double[][] z = new SpaceTimeCube(new double[STEPS][CELLS]).z(RING, 1, window);
    int[][] sides = SpaceTimeCube.sides(z, FalseDiscovery.BH, 0.05);
    for (int[] cell : sides) {
      assertThat(cell).containsOnly(0);
      assertThat(new History(new double[STEPS], cell).category().isNone()).isTrue();
    }
  }
}
