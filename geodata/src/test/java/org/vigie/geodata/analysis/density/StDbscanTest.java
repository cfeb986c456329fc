package org.vigie.geodata.analysis.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.analysis.Progress;

class StDbscanTest {

  @Test
  void theReferenceIsReproduced() throws IOException {
    double[][] columns = DbscanTest.columns("P1_planar_points.csv");
    Clustering clustering = run(new PlanarSpace(columns[0], columns[1]), columns[2], 2000, 14, 5);
    DbscanTest.assertAgrees(clustering, "stdbscan_P1_eps2000_days14_min5.csv");
  }

  @Test
  void randomEventsAreClusteredAsTheDefinitionSays() {
    long seed = Long.getLong("vigie.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      Space space = DbscanTest.randomPlaces(random, 20 + random.nextInt(180));
      double[] days =
          random
              .doubles(space.size(), 0, 60)
              .map(d -> random.nextBoolean() ? Math.rint(d) : d)
              .toArray();
      double eps = 100 * Math.pow(300, random.nextDouble());
      double epsDays = random.nextBoolean() ? 1 + random.nextInt(20) : 20 * random.nextDouble();
      int minPts = 1 + random.nextInt(8);
      DbscanTest.assertSame(
          run(space, days, eps, epsDays, minPts),
          PlainDbscan.run(new SpaceAndDays(space, days, eps, epsDays), 1, minPts),
          "seed "
              + seed
              + ", round "
              + round
              + ", eps "
              + eps
              + ", days "
              + epsDays
              + ", minPts "
              + minPts);
    }
  }

  @Test
  void withoutABoundOnTimeItIsDbscan() {
    long seed = Long.getLong("vigie.seed", System.nanoTime());
    Random random = new Random(seed);
    Space space = DbscanTest.randomPlaces(random, 300);
    double[] days = random.doubles(space.size(), 0, 1000).toArray();
    Clustering all = run(space, days, 4000, 1e9, 4);
    Clustering spatial = Dbscan.run(space, 4000, 4);
    assertThat(all.core()).as("seed %d", seed).containsExactly(spatial.core());
    assertThat(all.clusters()).isEqualTo(spatial.clusters());
  }

  @Test
  void oneTownAtTwoTimesIsTwoClustersAndTheDayBetweenJoinsTheNearer() {
    Space town = new PlanarSpace(new double[7], new double[7]);
    double[] days = {0, 0, 0, 10, 10, 10, 4};
    Clustering apart = run(town, days, 100, 3, 3);
    assertThat(apart.label()).containsExactly(1, 1, 1, 2, 2, 2, 0);
    Clustering bordered = run(town, days, 100, 6, 5);
    assertThat(bordered.clusters()).isEqualTo(1);
    Clustering between = run(town, new double[] {0, 0, 0, 10, 10, 10, 4}, 100, 6, 4);
    assertThat(between.core()[6]).isTrue();
  }

  @Test
  void nothingAndOneEventGiveNoCluster() {
    assertThat(run(DbscanTest.places(), new double[0], 100, 3, 2).clusters()).isZero();
    assertThat(run(DbscanTest.places(18, 4), new double[1], 100, 3, 2).label()).containsExactly(0);
    assertThatThrownBy(() -> run(DbscanTest.places(18, 4), new double[1], 100, 0, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Clustering run(
      Space space, double[] days, double eps, double epsDays, int minPts) {
    return StDbscan.run(space, days, eps, epsDays, minPts, Progress.UNHEARD);
  }

  /** Space and time as one distance: at most 1 when both are within their bounds. */
  private record SpaceAndDays(Space space, double[] days, double eps, double epsDays)
      implements Space {

    @Override
    public int size() {
      return space.size();
    }

    @Override
    public double x(int point) {
      return space.x(point);
    }

    @Override
    public double y(int point) {
      return space.y(point);
    }

    @Override
    public double z(int point) {
      return space.z(point);
    }

    @Override
    public double distance(int a, int b) {
      return Math.max(space.distance(a, b) / eps, Math.abs(days[a] - days[b]) / epsDays);
    }

    @Override
    public double surelyWithin(double metres) {
      return 0;
    }

    @Override
    public double surelyBeyond(double metres) {
      return Double.POSITIVE_INFINITY;
    }
  }
}
