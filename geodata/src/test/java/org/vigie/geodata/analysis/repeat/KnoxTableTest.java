package org.vigie.geodata.analysis.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.density.GeodesicSpace;
import org.vigie.geodata.analysis.density.PlanarSpace;
import org.vigie.geodata.analysis.density.Space;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.testing.SharedData;

class KnoxTableTest {

  private static final long SEED = Long.getLong("vigie.seed", 20261121);
  private static final long MANY = 1L << 40;

  @Test
  void theCountsOfTheReferenceAreExact() throws Exception {
    double[] edges = {1, 5_000, 10_000, 25_000, 50_000};
    DayBands bands = new DayBands(new int[] {8, 15, 29, 57});
    Points points = Points.reference();
    long[][] table = points.planar(edges).table(points.days, bands);
    List<String> lines =
        Files.readAllLines(SharedData.get("reference/expected/K1_knox_table_planar.csv"));
    assertThat(lines).hasSize(1 + edges.length * bands.count());
    for (int row = 1; row < lines.size(); row++) {
      long expected = Long.parseLong(lines.get(row).replaceAll(".*,", ""));
      int space = (row - 1) % edges.length;
      int time = (row - 1) / edges.length;
      assertThat(table[space][time]).as(lines.get(row)).isEqualTo(expected);
    }
    assertThat(KnoxTable.of(points.planar(edges), points.days, bands).observed())
        .isDeepEqualTo(table);
  }

  @Test
  void theMomentsOfTheReferenceAreExact() throws Exception {
    Map<String, Double> figures = new HashMap<>();
    for (String line :
        Files.readAllLines(SharedData.get("reference/expected/K1_knox_test_10km_14d.csv"))) {
      if (!line.startsWith("stat")) {
        figures.put(line.split(",")[0], Double.valueOf(line.split(",")[1]));
      }
    }
    Points points = Points.reference();
    ClosePairs pairs = points.planar(new double[] {10_000});
    // At most fourteen days, which is fewer than fifteen.
    DayBands fortnight = new DayBands(new int[] {15});
    KnoxTable table = KnoxTable.of(pairs, points.days, fortnight);
    assertThat((double) points.days.length).isEqualTo(figures.get("n"));
    assertThat((double) pairs.size()).isEqualTo(figures.get("close_space_pairs"));
    assertThat((double) table.observed()[0][0]).isEqualTo(figures.get("observed"));
    assertClose(table.expected()[0][0], figures.get("expected"));
    assertClose(table.expected()[0][0], figures.get("exact_perm_mean"));
    assertClose(table.variance()[0][0], figures.get("exact_perm_var"));
    TimeShuffle shuffle =
        TimeShuffle.of(pairs, points.days, fortnight, 999, new Seed(1), Progress.UNHEARD);
    assertThat(shuffle.p()[0][0]).isEqualTo(figures.get("perm_p_999"));
    assertThat(shuffle.mean()[0][0])
        .isCloseTo(
            figures.get("exact_perm_mean"),
            within(4 * Math.sqrt(figures.get("exact_perm_var") / 999)));
  }

  @Test
  void pairsAreThoseOfTheDefinitionAnywhereOnTheEarth() throws Exception {
    Random random = new Random(SEED);
    double[] edges = {1, 2_000, 7_000, 30_000};
    double[][] centres = {{18.5, 4.3}, {179.99, -17}, {-21, 89.9}, {20, -70}};
    for (int round = 0; round < 40; round++) {
      double[] centre = centres[round % centres.length];
      int n = random.nextInt(80);
      double[] lon = new double[n];
      double[] lat = new double[n];
      for (int i = 0; i < n; i++) {
        boolean same = i > 0 && random.nextInt(4) == 0;
        var at =
            Geodesy.destination(
                centre[0], centre[1], random.nextDouble() * 360, random.nextInt(30) * 1_000.0);
        lon[i] = same ? lon[i - 1] : at.x;
        lat[i] = same ? lat[i - 1] : at.y;
      }
      Space space = new GeodesicSpace(lon, lat);
      long[] expected = new long[edges.length];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          double metres = space.distance(i, j);
          int band = (int) Arrays.stream(edges).filter(e -> e <= metres).count();
          if (band < edges.length) {
            expected[band]++;
          }
        }
      }
      long[] actual = new long[edges.length];
      ClosePairs.of(space, edges, MANY, () -> {}).forEach((a, b, band) -> actual[band]++);
      assertThat(actual).as("seed %d, round %d", SEED, round).containsExactly(expected);
    }
  }

  @Test
  void theMomentsAreThoseOfAllPermutationsOfFewEvents() throws Exception {
    Random random = new Random(SEED);
    DayBands bands = new DayBands(new int[] {2, 5});
    double[] edges = {1, 3, 6};
    for (int round = 0; round < 20; round++) {
      int n = 1 + random.nextInt(6);
      double[] x = random.doubles(n, 0, 8).map(Math::floor).toArray();
      double[] y = random.doubles(n, 0, 4).map(Math::floor).toArray();
      int[] days = random.ints(n, 0, 9).toArray();
      ClosePairs pairs = ClosePairs.of(new PlanarSpace(x, y), edges, MANY, () -> {});
      KnoxTable table = KnoxTable.of(pairs, days, bands);
      double[][] sum = new double[edges.length][bands.count()];
      double[][] squares = new double[edges.length][bands.count()];
      int[] all = {0};
      permute(
          days.clone(),
          0,
          permuted -> {
            all[0]++;
            long[][] counts = pairs.table(permuted, bands);
            for (int s = 0; s < edges.length; s++) {
              for (int t = 0; t < bands.count(); t++) {
                sum[s][t] += counts[s][t];
                squares[s][t] += (double) counts[s][t] * counts[s][t];
              }
            }
          });
      for (int s = 0; s < edges.length; s++) {
        for (int t = 0; t < bands.count(); t++) {
          String cell = "seed " + SEED + ", round " + round + ", cell " + s + "/" + t;
          double mean = sum[s][t] / all[0];
          assertThat(table.expected()[s][t]).as(cell).isCloseTo(mean, within(1e-9));
          assertThat(table.variance()[s][t])
              .as(cell)
              .isCloseTo(squares[s][t] / all[0] - mean * mean, within(1e-9));
        }
      }
    }
  }

  @Test
  void blocksAddUpWhatEachOfThemHasAlone() throws Exception {
    Random random = new Random(SEED);
    int n = 60;
    double[] x = random.doubles(n, 0, 100).toArray();
    double[] y = random.doubles(n, 0, 100).toArray();
    int[] days = random.ints(n, 0, 60).toArray();
    int[] block = IntStream.of(days).map(d -> d / 30).toArray();
    DayBands bands = new DayBands(new int[] {5});
    double[] edges = {10, 30};
    KnoxTable both =
        KnoxTable.of(
            ClosePairs.of(new PlanarSpace(x, y), edges, MANY, () -> {}), days, bands, block, 2);
    double expected = 0;
    double variance = 0;
    long observed = 0;
    for (int b = 0; b < 2; b++) {
      int which = b;
      int[] members = IntStream.range(0, n).filter(i -> block[i] == which).toArray();
      KnoxTable one =
          KnoxTable.of(
              ClosePairs.of(
                  new PlanarSpace(
                      IntStream.of(members).mapToDouble(i -> x[i]).toArray(),
                      IntStream.of(members).mapToDouble(i -> y[i]).toArray()),
                  edges,
                  MANY,
                  () -> {}),
              IntStream.of(members).map(i -> days[i]).toArray(),
              bands);
      expected += one.expected()[1][0];
      variance += one.variance()[1][0];
      observed += one.observed()[1][0];
    }
    assertThat(both.observed()[1][0]).isEqualTo(observed);
    assertThat(both.expected()[1][0]).isCloseTo(expected, within(1e-9));
    assertThat(both.variance()[1][0]).isCloseTo(variance, within(1e-9));
  }

  @Test
  void bandsAreHalfOpen() throws Exception {
    Space row = new PlanarSpace(new double[] {0, 100, 250}, new double[] {0, 0, 0});
    ClosePairs pairs = ClosePairs.of(row, new double[] {100, 150, 250}, MANY, () -> {});
    long[][] table = pairs.table(new int[] {0, 8, 22}, new DayBands(new int[] {8, 14}));
    // 0 and 1 are 100 apart and 8 days; 1 and 2 are 150 apart and 14 days; 0 and 2 are too far.
    assertThat(table).isDeepEqualTo(new long[][] {{0, 0}, {0, 1}, {0, 0}});
    assertThat(pairs.size()).isEqualTo(2);
  }

  @Test
  void tooManyPairsAreRefusedBeforeTheyFillTheMemory() {
    Space heap = new PlanarSpace(new double[1_000], new double[1_000]);
    assertThatThrownBy(() -> ClosePairs.of(heap, new double[] {1}, 10_000, () -> {}))
        .isInstanceOfSatisfying(
            ClosePairs.TooManyPairs.class, e -> assertThat(e.about()).isGreaterThan(400_000));
  }

  @Test
  void shufflesThatNobodyWaitsForStop() throws Exception {
    ClosePairs pairs =
        ClosePairs.of(
            new PlanarSpace(new double[50], new double[50]), new double[] {1}, MANY, () -> {});
    assertThatThrownBy(
            () ->
                TimeShuffle.of(
                    pairs,
                    new int[50],
                    new DayBands(new int[] {1}),
                    99,
                    new Seed(1),
                    (share, doing) -> {
                      throw new CancellationException();
                    }))
        .isInstanceOf(CancellationException.class);
  }

  private static void permute(int[] days, int from, Consumer<int[]> seen) {
    if (from == days.length) {
      seen.accept(days);
    }
    for (int i = from; i < days.length; i++) {
      swap(days, from, i);
      permute(days, from + 1, seen);
      swap(days, from, i);
    }
  }

  private static void swap(int[] days, int a, int b) {
    int kept = days[a];
    days[a] = days[b];
    days[b] = kept;
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-9 * expected));
  }

  private record Points(Space space, int[] days) {

    static Points reference() throws IOException {
      List<double[]> rows =
          Files.readAllLines(SharedData.get("reference/inputs/K1_knox_points.csv")).stream()
              .skip(1)
              .map(l -> Arrays.stream(l.split(",")).mapToDouble(Double::parseDouble).toArray())
              .toList();
      return new Points(
          new PlanarSpace(
              rows.stream().mapToDouble(r -> r[3]).toArray(),
              rows.stream().mapToDouble(r -> r[4]).toArray()),
          rows.stream().mapToInt(r -> (int) r[5]).toArray());
    }

    ClosePairs planar(double[] edges) throws ClosePairs.TooManyPairs {
      return ClosePairs.of(space, edges, MANY, () -> {});
    }
  }
}
