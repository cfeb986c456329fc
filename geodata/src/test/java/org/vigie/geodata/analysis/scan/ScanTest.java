package org.vigie.geodata.analysis.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.density.GeodesicSpace;
import org.vigie.geodata.analysis.density.PlanarSpace;
import org.vigie.geodata.analysis.density.Space;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.testing.SharedData;

class ScanTest {

  private static final double EVERYWHERE = 1e9;
  private static final long SEED = Long.getLong("vigie.seed", 20261121);

  @Test
  void theBestCirclesOfTheReferenceAreFoundToTheLastDigits() throws IOException {
    List<double[]> areas = rows("inputs/S1_areas.csv");
    Neighbourhoods circles = circles(areas);
    double population = areas.stream().mapToDouble(a -> a[3]).sum();
    double total = areas.stream().mapToDouble(a -> a[4]).sum();
    for (double[] row : rows("expected/S1_poisson_scan_top25_bruteforce.csv")) {
      int centre = (int) row[0] - 1;
      int[] members = circles.members(centre, (int) row[2]);
      assertThat(circles.distance(centre, members[members.length - 1]))
          .isCloseTo(row[1], within(1e-9 * (1 + row[1])));
      double cases = Arrays.stream(members).mapToDouble(p -> areas.get(p)[4]).sum();
      double expected =
          Arrays.stream(members).mapToDouble(p -> areas.get(p)[3]).sum() * total / population;
      assertThat(cases).isEqualTo(row[3]);
      assertThat(expected).isCloseTo(row[4], within(1e-9 * row[4]));
      assertThat(LogLikelihood.ratio((long) cases, expected, (long) total))
          .isCloseTo(row[5], within(1e-9 * row[5]));
    }
    Window best = scan(areas).windows(1, ScanTest::nothing).get(0);
    assertThat(best.centre()).isEqualTo(7);
    assertThat(best.llr()).isCloseTo(89.5223498259423, within(1e-9 * 90));
  }

  @Test
  void theClustersOfSmercAreFoundInTheirOrderWithTheirRisksAndP() throws IOException {
    List<double[]> areas = rows("inputs/S1_areas.csv");
    Neighbourhoods circles = circles(areas);
    Scan scan = scan(areas);
    List<Window> windows = scan.windows(4, ScanTest::nothing);
    Significance significance =
        scan.significance(
            new Replications(999, 0), windows.get(0).llr(), new Seed(1), Progress.UNHEARD);
    List<String> lines = Files.readAllLines(SharedData.get("reference/expected/S1_smerc_scan.csv"));
    assertThat(windows).hasSize(lines.size() - 1);
    for (int i = 0; i < windows.size(); i++) {
      String[] row = lines.get(i + 1).split(",");
      Window window = windows.get(i);
      Set<Integer> members = new HashSet<>();
      Arrays.stream(circles.members(window.centre(), window.places()))
          .forEach(p -> members.add(p + 1));
      assertThat(members)
          .isEqualTo(
              new HashSet<>(Arrays.stream(row[1].split(" ")).map(Integer::valueOf).toList()));
      assertThat(window.cases()).isEqualTo(Integer.parseInt(row[5]));
      assertClose(window.expected(), row[6]);
      assertClose(window.ratio(), row[7]);
      assertClose(window.relativeRisk(scan.total()), row[8]);
      assertClose(window.llr(), row[9]);
      double p = Double.parseDouble(row[10]);
      assertThat(significance.p(window.llr()))
          .isCloseTo(p, within(3 * Math.sqrt(p * (1 - p) / 999) + 1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void randomEventsAreScannedAsTheDefinitionSays(boolean prospective) {
    Random random = new Random(SEED);
    for (int round = 0; round < 40; round++) {
      RandomEvents events = new RandomEvents(random);
      String run = "seed " + SEED + ", round " + round;
      double maxRadius = random.nextBoolean() ? EVERYWHERE : 40_000;
      double share = 0.3 + random.nextDouble() * 0.7;
      int longest = 1 + random.nextInt(events.steps);
      int least = 1 + random.nextInt(3);
      List<PlainScan.Found> expected =
          new PlainScan(events.space, events.weights, maxRadius, share * events.place.length)
              .all(events.place, events.step, events.steps, longest, prospective).stream()
                  .filter(f -> f.cases() >= least)
                  .toList();
      Neighbourhoods circles = events.circles(maxRadius, share);
      List<Window> windows =
          Scan.permutation(
                  circles, events.place, events.step, events.steps, longest, prospective, least)
              .windows(3, ScanTest::nothing);
      Set<Integer> taken = new HashSet<>();
      for (Window window : windows) {
        PlainScan.Found best =
            expected.stream()
                .filter(f -> f.members().stream().noneMatch(taken::contains))
                .findFirst()
                .orElseThrow();
        assertThat(window.llr()).as(run).isCloseTo(best.llr(), within(1e-9 * best.llr()));
        List<Integer> members =
            Arrays.stream(circles.members(window.centre(), window.places()))
                .sorted()
                .boxed()
                .toList();
        assertThat(expected)
            .as(run)
            .anySatisfy(
                f -> {
                  assertThat(f.members()).isEqualTo(members);
                  assertThat(f.first()).isEqualTo(window.firstStep());
                  assertThat(f.last()).isEqualTo(window.lastStep());
                  assertThat(f.cases()).isEqualTo(window.cases());
                  assertThat(f.llr()).isCloseTo(window.llr(), within(1e-9));
                });
        taken.addAll(members);
      }
      if (windows.size() < 3) {
        assertThat(expected)
            .as(run)
            .allSatisfy(f -> assertThat(f.members()).anyMatch(taken::contains));
      }
    }
  }

  @Test
  void placesEquallyFarEnterTogether() {
    // Four corners of a square about its middle, one of them with all the recent events.
    Space cross =
        new PlanarSpace(new double[] {0, 100, -100, 0, 0}, new double[] {0, 0, 0, 100, -100});
    Neighbourhoods circles =
        Neighbourhoods.of(
            cross,
            new int[] {0, 1, 2, 3, 4},
            new double[] {1, 1, 1, 1, 1},
            100,
            5,
            p -> true,
            ScanTest::nothing);
    assertThat(circles.of(0)).containsExactly(0, ~1, ~2, ~3, 4);
    assertThat(circles.of(1)).containsExactly(1, 0);
    assertThat(
            Neighbourhoods.of(
                    cross,
                    new int[] {0, 1, 2, 3, 4},
                    new double[] {1, 1, 1, 1, 1},
                    100,
                    4,
                    p -> true,
                    ScanTest::nothing)
                .of(0))
        .containsExactly(0);
  }

  @Test
  void neighboursOnTheEllipsoidComeInTheOrderOfTheirGeodesics() {
    Random random = new Random(SEED);
    double[][] centres = {{18.5, 4.3}, {179.9, -17}, {-21, 89.5}, {30, -60}};
    for (double[] centre : centres) {
      int n = 300;
      double[] lon = new double[n];
      double[] lat = new double[n];
      for (int i = 0; i < n; i++) {
        var at =
            Geodesy.destination(
                centre[0], centre[1], random.nextDouble() * 360, random.nextInt(40) * 10_000.0);
        lon[i] = at.x;
        lat[i] = at.y;
      }
      Space space = new GeodesicSpace(lon, lat);
      int[] all = IntStream.range(0, n).toArray();
      double[] ones = new double[n];
      Arrays.fill(ones, 1);
      Neighbourhoods circles =
          Neighbourhoods.of(space, all, ones, 500_000, n, p -> true, ScanTest::nothing);
      for (int i = 0; i < n; i++) {
        int[] members = circles.members(i, circles.of(i).length);
        for (int k = 1; k < members.length; k++) {
          assertThat(space.distance(i, members[k]))
              .as("seed %d, centre %s", SEED, Arrays.toString(centre))
              .isGreaterThanOrEqualTo(space.distance(i, members[k - 1]) - 1e-5);
        }
        int at = i;
        assertThat(members)
            .hasSize(
                (int) Arrays.stream(all).filter(j -> space.distance(at, j) <= 500_000).count());
      }
    }
  }

  @Test
  void aBurstAmongEvenEventsIsSignificantAndEvenEventsAreNot() {
    RandomEvents even = new RandomEvents(new Random(SEED), 300, 40, 60, 0);
    RandomEvents burst = new RandomEvents(new Random(SEED), 300, 40, 60, 12);
    assertThat(p(burst)).isLessThan(0.01);
    assertThat(p(even)).isGreaterThan(0.05);
  }

  @Test
  void replicationsAreTheSameOnOneThreadAndOnMany() throws Exception {
    RandomEvents events = new RandomEvents(new Random(SEED), 200, 30, 40, 5);
    Scan scan = events.scan(false);
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool many = new ForkJoinPool(7);
    try {
      Replications replications = new Replications(50, 0);
      double[] alone =
          one.submit(() -> scan.significance(replications, 5, new Seed(3), Progress.UNHEARD))
              .get()
              .maxima();
      double[] together =
          many.submit(() -> scan.significance(replications, 5, new Seed(3), Progress.UNHEARD))
              .get()
              .maxima();
      assertThat(together).containsExactly(alone);
      assertThat(scan.significance(replications, 5, new Seed(4), Progress.UNHEARD).maxima())
          .isNotEqualTo(alone);
    } finally {
      one.shutdown();
      many.shutdown();
    }
  }

  @Test
  void whatIsPlainlyNothingUnusualEndsEarlyWithTheSamePOrNearlySo() {
    RandomEvents even = new RandomEvents(new Random(SEED), 200, 30, 40, 0);
    Scan scan = even.scan(true);
    double observed = scan.windows(1, ScanTest::nothing).get(0).llr();
    Significance all =
        scan.significance(new Replications(999, 0), observed, new Seed(1), Progress.UNHEARD);
    Significance early =
        scan.significance(new Replications(999, 50), observed, new Seed(1), Progress.UNHEARD);
    assertThat(all.stopped()).isFalse();
    assertThat(early.stopped()).isTrue();
    assertThat(early.maxima().length).isLessThan(999);
    assertThat(early.p(observed)).isCloseTo(all.p(observed), within(0.15));
  }

  @Test
  void aScanThatNobodyWaitsForStops() {
    Scan scan = new RandomEvents(new Random(SEED), 200, 30, 40, 0).scan(true);
    AtomicInteger heard = new AtomicInteger();
    assertThatThrownBy(
            () ->
                scan.significance(
                    new Replications(999, 0),
                    1,
                    new Seed(1),
                    (share, doing) -> {
                      if (heard.incrementAndGet() > 20) {
                        throw new CancellationException();
                      }
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(heard.get()).isLessThan(60);
  }

  @Test
  void theCriticalValueIsTheFirstThatIsSignificant() {
    double[] maxima = IntStream.rangeClosed(1, 999).mapToDouble(i -> i / 100.0).toArray();
    Significance significance = Significance.of(maxima, false);
    double critical = significance.critical(0.05);
    assertThat(significance.p(critical)).isLessThanOrEqualTo(0.05);
    assertThat(significance.p(critical - 0.011)).isGreaterThan(0.05);
    assertThat(Significance.of(new double[] {1, 2, 3}, false).critical(0.05)).isInfinite();
  }

  @Test
  void theGumbelDistributionIsFittedByItsMoments() {
    // Quantiles of a Gumbel distribution with location 5 and scale 2.
    double[] quantiles = new double[100_000];
    Arrays.setAll(quantiles, i -> 5 - 2 * Math.log(-Math.log((i + 0.5) / quantiles.length)));
    Gumbel gumbel = Gumbel.fit(quantiles);
    assertThat(gumbel.location()).isCloseTo(5, within(1e-3));
    assertThat(gumbel.scale()).isCloseTo(2, within(1e-3));
    assertThat(gumbel.above(5)).isCloseTo(1 - Math.exp(-1), within(1e-3));
    assertThat(gumbel.above(60)).isPositive().isLessThan(1e-11);
    assertThat(Gumbel.fit(new double[] {3, 3}).above(4)).isZero();
  }

  private static double p(RandomEvents events) {
    Scan scan = events.scan(true);
    double observed = scan.windows(1, ScanTest::nothing).get(0).llr();
    return scan.significance(new Replications(199, 0), observed, new Seed(1), Progress.UNHEARD)
        .p(observed);
  }

  private static Neighbourhoods circles(List<double[]> areas) {
    double[] population = areas.stream().mapToDouble(a -> a[3]).toArray();
    return Neighbourhoods.of(
        new PlanarSpace(
            areas.stream().mapToDouble(a -> a[1]).toArray(),
            areas.stream().mapToDouble(a -> a[2]).toArray()),
        IntStream.range(0, areas.size()).toArray(),
        population,
        EVERYWHERE,
        Arrays.stream(population).sum() / 2,
        p -> true,
        ScanTest::nothing);
  }

  private static Scan scan(List<double[]> areas) {
    return Scan.poisson(circles(areas), areas.stream().mapToInt(a -> (int) a[4]).toArray(), 1);
  }

  private static void assertClose(double actual, String expected) {
    double value = Double.parseDouble(expected);
    assertThat(actual).isCloseTo(value, within(1e-9 * value));
  }

  private static List<double[]> rows(String file) throws IOException {
    return Files.readAllLines(SharedData.get("reference/" + file)).stream()
        .skip(1)
        .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }

  private static void nothing() {}

  /** Places, some of them mirrored about others, with events at random steps. */
  private static final class RandomEvents {

    final Space space;
    final double[] weights;
    final int[] place;
    final int[] step;
    final int steps;

    RandomEvents(Random random) {
      this(random, 10 + random.nextInt(60), 3 + random.nextInt(15), 2 + random.nextInt(10), 0);
    }

    /**
     * @param more events at the first place in the last steps
     */
    RandomEvents(Random random, int events, int places, int steps, int more) {
      double[] lon = new double[places];
      double[] lat = new double[places];
      for (int i = 0; i < places; i++) {
        lon[i] = 20 + random.nextInt(12) / 20.0;
        lat[i] = (random.nextInt(12) - 6) / 20.0;
        if (i > 0 && random.nextInt(3) == 0) {
          lon[i] = lon[i - 1];
          lat[i] = -lat[i - 1];
        }
      }
      List<Integer> at = new ArrayList<>();
      List<Integer> when = new ArrayList<>();
      for (int i = 0; i < events + more; i++) {
        at.add(i < events ? random.nextInt(places) : 0);
        when.add(i < events ? random.nextInt(steps) : steps - 1 - random.nextInt(2));
      }
      space = new GeodesicSpace(lon, lat);
      place = at.stream().mapToInt(i -> i).toArray();
      step = when.stream().mapToInt(i -> i).toArray();
      this.steps = steps;
      weights = new double[places];
      for (int p : place) {
        weights[p]++;
      }
    }

    Neighbourhoods circles(double maxRadius, double share) {
      return Neighbourhoods.of(
          space,
          IntStream.range(0, space.size()).toArray(),
          weights,
          maxRadius,
          share * place.length,
          p -> true,
          ScanTest::nothing);
    }

    Scan scan(boolean prospective) {
      return Scan.permutation(circles(EVERYWHERE, 0.5), place, step, steps, 7, prospective, 2);
    }
  }
}
