package org.vigie.geodata.analysis.density;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.analysis.Progress;

class OpticsTest {

  private static final double NEVER = Double.POSITIVE_INFINITY;

  @Test
  void randomPlacesAreOrderedAsTheDefinitionSays() {
    long seed = Long.getLong("vigie.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      Space space = DbscanTest.randomPlaces(random, 10 + random.nextInt(190));
      double eps = random.nextInt(4) == 0 ? NEVER : 100 * Math.pow(1000, random.nextDouble());
      int minPts = 1 + random.nextInt(8);
      Reachability actual = run(space, eps, minPts);
      Reachability expected = plain(space, eps, minPts);
      String name = "seed " + seed + ", round " + round + ", eps " + eps + ", minPts " + minPts;
      assertThat(actual.core()).as(name).containsExactly(expected.core());
      assertThat(actual.order()).as(name).containsExactly(expected.order());
      assertThat(actual.reach()).as(name).containsExactly(expected.reach());
      assertThat(actual.predecessor()).as(name).containsExactly(expected.predecessor());
    }
  }

  @Test
  void aCutGivesTheCoresOfDbscanInTheSameClusters() {
    long seed = Long.getLong("vigie.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 30; round++) {
      Space space = DbscanTest.randomPlaces(random, 150);
      double eps = 300 * Math.pow(100, random.nextDouble());
      int minPts = 2 + random.nextInt(6);
      Clustering cut = run(space, eps * (1 + random.nextDouble()), minPts).cut(eps);
      Clustering dbscan = Dbscan.run(space, eps, minPts);
      String name = "seed " + seed + ", round " + round + ", eps " + eps + ", minPts " + minPts;
      assertThat(cut.core()).as(name).containsExactly(dbscan.core());
      assertThat(cut.clusters()).as(name).isEqualTo(dbscan.clusters());
      for (int i = 0; i < space.size(); i++) {
        for (int j = 0; j < i; j++) {
          if (cut.core()[i] && cut.core()[j]) {
            assertThat(cut.label()[i] == cut.label()[j])
                .as(name)
                .isEqualTo(dbscan.label()[i] == dbscan.label()[j]);
          }
        }
      }
    }
  }

  @Test
  void steepValleysAreThoseOfTheDefinition() {
    long seed = Long.getLong("vigie.seed", System.nanoTime());
    Random random = new Random(seed);
    int found = 0;
    for (int round = 0; round < 80; round++) {
      Space space = DbscanTest.randomPlaces(random, 20 + random.nextInt(180));
      int minPts = 2 + random.nextInt(5);
      int least = 2 + random.nextInt(8);
      double xi = 0.02 + 0.3 * random.nextDouble();
      Reachability plot = run(space, random.nextBoolean() ? NEVER : 20_000, minPts);
      List<Reachability.Valley> valleys = XiValleys.of(plot, xi, minPts, least);
      found += valleys.size();
      assertThat(valleys)
          .as("seed %d, round %d, xi %s", seed, round, xi)
          .containsExactlyInAnyOrderElementsOf(plainValleys(plot, xi, minPts, least));
    }
    assertThat(found).isGreaterThan(100);
  }

  @Test
  void aDenseTownInALooserRegionIsAValleyInAValley() {
    Random random = new Random(5);
    double[] xs = new double[300];
    double[] ys = new double[300];
    for (int i = 0; i < 300; i++) {
      double spread = i < 100 ? 100 : i < 200 ? 2_000 : 200_000;
      xs[i] = random.nextGaussian() * spread;
      ys[i] = random.nextGaussian() * spread;
    }
    Reachability plot = run(new PlanarSpace(xs, ys), NEVER, 5);
    List<Reachability.Valley> valleys = XiValleys.of(plot, 0.05, 5, 20);
    assertThat(valleys).anySatisfy(v -> assertThat(v.size()).isBetween(80, 125));
    assertThat(valleys).anySatisfy(v -> assertThat(v.size()).isBetween(170, 240));
    Clustering inner = plot.innermost(valleys);
    assertThat(inner.clusters()).isPositive();
    assertThat(Arrays.stream(plot.widest(inner)).max().orElseThrow()).isLessThan(5_000);
  }

  @Test
  void nothingAndIdenticalPlacesHaveAPlot() {
    assertThat(run(DbscanTest.places(), 100, 3).order()).isEmpty();
    Reachability same = run(new PlanarSpace(new double[6], new double[6]), 100, 3);
    assertThat(same.order()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(same.reach()).containsExactly(NEVER, 0, 0, 0, 0, 0);
    assertThat(same.cut(50).label()).containsOnly(1);
    assertThat(XiValleys.of(same, 0.05, 3, 3)).containsExactly(new Reachability.Valley(0, 5));
    assertThat(run(DbscanTest.places(18, 4), 100, 2).cut(100).label()).containsExactly(0);
  }

  private static Reachability run(Space space, double eps, int minPts) {
    return Optics.run(space, eps, minPts, Progress.UNHEARD);
  }

  /** OPTICS read from its definition, looking at every point in every step. */
  private static Reachability plain(Space space, double eps, int minPts) {
    int n = space.size();
    double[] core = new double[n];
    for (int i = 0; i < n; i++) {
      double[] all = new double[n];
      for (int j = 0; j < n; j++) {
        all[j] = space.distance(i, j);
      }
      Arrays.sort(all);
      core[i] = n >= minPts && all[minPts - 1] <= eps ? all[minPts - 1] : NEVER;
    }
    double[] reach = new double[n];
    Arrays.fill(reach, NEVER);
    int[] predecessor = new int[n];
    Arrays.fill(predecessor, -1);
    boolean[] done = new boolean[n];
    int[] order = new int[n];
    double[] orderReach = new double[n];
    int[] orderPredecessor = new int[n];
    for (int step = 0; step < n; step++) {
      int next = -1;
      for (int i = 0; i < n; i++) {
        if (!done[i] && (next < 0 || reach[i] < reach[next])) {
          next = i;
        }
      }
      done[next] = true;
      order[step] = next;
      orderReach[step] = reach[next];
      orderPredecessor[step] = predecessor[next];
      for (int j = 0; j < n && core[next] < NEVER; j++) {
        double distance = space.distance(next, j);
        if (!done[j] && distance <= eps && Math.max(core[next], distance) < reach[j]) {
          reach[j] = Math.max(core[next], distance);
          predecessor[j] = next;
        }
      }
    }
    return new Reachability(order, orderReach, core, orderPredecessor);
  }

  /** Every slope down with every slope up after it. */
  private static List<Reachability.Valley> plainValleys(
      Reachability plot, double xi, int minPts, int least) {
    double[] r = Arrays.copyOf(plot.reach(), plot.reach().length + 1);
    r[r.length - 1] = NEVER;
    List<int[]> downs = slopes(r, xi, minPts, true);
    List<int[]> ups = slopes(r, xi, minPts, false);
    List<Reachability.Valley> valleys = new ArrayList<>();
    for (int[] down : downs) {
      for (int[] up : ups) {
        if (up[0] <= down[1]) {
          continue;
        }
        double between = Arrays.stream(r, down[1] + 1, up[0] + 1).max().orElseThrow();
        double top = r[down[0]];
        double end = r[up[1] + 1];
        if (between == NEVER || between > top * (1 - xi) || between > end * (1 - xi)) {
          continue;
        }
        int from = down[0];
        int to = up[1];
        if (top * (1 - xi) >= end) {
          while (from < down[1] && r[from + 1] > end) {
            from++;
          }
        } else if (end * (1 - xi) >= top) {
          while (to > up[0] && r[to - 1] > top) {
            to--;
          }
        }
        while (to > from && r[from] <= r[to] && !reachedFromWithin(plot, from, to)) {
          to--;
        }
        if (to >= up[0] && to - from + 1 >= least) {
          valleys.add(new Reachability.Valley(from, to));
        }
      }
    }
    return valleys;
  }

  private static boolean reachedFromWithin(Reachability plot, int from, int to) {
    for (int i = from; i < to; i++) {
      if (plot.order()[i] == plot.predecessor()[to]) {
        return true;
      }
    }
    return false;
  }

  private static List<int[]> slopes(double[] r, double xi, int minPts, boolean down) {
    List<int[]> slopes = new ArrayList<>();
    int i = 0;
    while (i < r.length - 1) {
      if (!steep(r, i, xi, down)) {
        i++;
        continue;
      }
      int last = i;
      int level = 0;
      for (int j = i + 1; j < r.length - 1 && level <= minPts; j++) {
        if (steep(r, j, xi, down)) {
          last = j;
          level = 0;
        } else if (down ? r[j + 1] > r[j] : r[j + 1] < r[j]) {
          break;
        } else {
          level++;
        }
      }
      slopes.add(new int[] {i, last});
      i = last + 1;
    }
    return slopes;
  }

  private static boolean steep(double[] r, int i, double xi, boolean down) {
    double high = down ? r[i] : r[i + 1];
    double low = down ? r[i + 1] : r[i];
    return low < high && low <= high * (1 - xi);
  }
}
