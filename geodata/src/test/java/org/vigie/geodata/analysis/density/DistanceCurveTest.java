package org.vigie.geodata.analysis.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DistanceCurveTest {

  @Test
  void everyDistanceToTheKthNearestIsTheOneFoundByComparingAllPairs() {
    long seed = Long.getLong("vigie.seed", System.nanoTime());
    Random random = new Random(seed);
    int n = 400;
    double[] lon = new double[n];
    double[] lat = new double[n];
    for (int i = 0; i < n; i++) {
      boolean repeated = i > 10 && random.nextInt(3) == 0;
      int other = repeated ? random.nextInt(i) : i;
      lon[i] = repeated ? lon[other] : 179 + random.nextDouble() * 2;
      lon[i] = lon[i] > 180 ? lon[i] - 360 : lon[i];
      lat[i] = repeated ? lat[other] : random.nextGaussian();
    }
    Space space = new GeodesicSpace(lon, lat);
    for (int k : new int[] {1, 2, 5, 17, 400}) {
      double[] expected = new double[n];
      for (int i = 0; i < n; i++) {
        double[] all = new double[n];
        for (int j = 0; j < n; j++) {
          all[j] = space.distance(i, j);
        }
        Arrays.sort(all);
        expected[i] = all[k - 1];
      }
      Arrays.sort(expected);
      DistanceCurve curve = DistanceCurve.of(space, k);
      assertThat(curve.points()).isEqualTo(n);
      assertThat(curve.sorted())
          .as("seed %d, k %d", seed, k)
          .containsExactly(expected, within(1e-3));
    }
  }

  @Test
  void theKneeLiesBetweenTheDenseAndTheScattered() {
    Random random = new Random(3);
    double[] xs = new double[1000];
    double[] ys = new double[1000];
    for (int i = 0; i < 1000; i++) {
      double spread = i < 800 ? 1_000 : 100_000;
      xs[i] = random.nextDouble() * spread;
      ys[i] = random.nextDouble() * spread;
    }
    double knee = DistanceCurve.of(new PlanarSpace(xs, ys), 5).knee();
    Clustering clustering = Dbscan.run(new PlanarSpace(xs, ys), knee, 5);
    assertThat(knee).isBetween(50.0, 6_000.0);
    assertThat(clustering.noise()).isBetween(100, 200);
  }

  @Test
  void aFlatOrEmptyCurveHasNoKnee() {
    assertThat(DistanceCurve.of(new PlanarSpace(new double[5], new double[5]), 3).knee()).isNaN();
    DistanceCurve tooFew = DistanceCurve.of(new PlanarSpace(new double[2], new double[2]), 3);
    assertThat(tooFew.points()).isZero();
    assertThat(tooFew.knee()).isNaN();
    assertThat(tooFew.quantiles(10)).isEmpty();
  }
}
