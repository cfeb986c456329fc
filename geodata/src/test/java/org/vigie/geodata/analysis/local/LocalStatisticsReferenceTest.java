package org.vigie.geodata.analysis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.analysis.Normal;
import org.vigie.geodata.analysis.grid.Neighbours;

/** Agreement with spdep 1.2-7 on the reference lattice. */
class LocalStatisticsReferenceTest {

  private static final double TOLERANCE = 1e-9;

  @Test
  void getisOrdIsThatOfSpdepWithBinaryAndWithStandardisedRows() throws Exception {
    double[] z = GetisOrd.star(Lattice8x8.values(), Lattice8x8.neighbours());
    List<double[]> expected = Lattice8x8.rows("expected/H2_gistar_localmoran.csv");
    for (int i = 0; i < 64; i++) {
      close(z[i], expected.get(i)[2]);
      close(z[i], expected.get(i)[3]);
    }
  }

  @Test
  void localMoranWithItsConditionalMomentsIsThatOfSpdep() throws Exception {
    LocalMoran moran = LocalMoran.of(Lattice8x8.values(), Lattice8x8.neighbours());
    List<double[]> expected = Lattice8x8.rows("expected/H2_gistar_localmoran.csv");
    for (int i = 0; i < 64; i++) {
      close(moran.statistic(i), expected.get(i)[4]);
      close(moran.z()[i], expected.get(i)[5]);
      close(Normal.twoSided(moran.z()[i]), expected.get(i)[6]);
    }
  }

  @Test
  void getisOrdWithoutTheCellItselfFollowsItsDefinition() throws Exception {
    double[] x = Lattice8x8.values();
    Neighbours neighbours = Lattice8x8.neighbours();
    double[] z = GetisOrd.plain(x, neighbours);
    for (int i = 0; i < 64; i++) {
      double sum = 0;
      double squares = 0;
      for (int j = 0; j < 64; j++) {
        sum += j == i ? 0 : x[j];
        squares += j == i ? 0 : x[j] * x[j];
      }
      double mean = sum / 63;
      double deviation = Math.sqrt(squares / 63 - mean * mean);
      double w = neighbours.count(i);
      double expected =
          (neighbours.sum(i, x) - w * mean) / (deviation * Math.sqrt((63 * w - w * w) / 62));
      close(z[i], expected);
    }
  }

  private static void close(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(TOLERANCE * Math.max(1e-3, Math.abs(expected))));
  }
}
