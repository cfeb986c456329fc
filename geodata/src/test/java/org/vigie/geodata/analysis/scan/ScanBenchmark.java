package org.vigie.geodata.analysis.scan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.density.GeodesicSpace;

/**
 * The space-time permutation with 999 replications. Not among the tests: it asserts nothing. {@code
 * docs/benchmarks.md} says how to run it.
 */
class ScanBenchmark {

  private static final int TOWNS = 200;
  private static final int DAYS = 1096;

  @ParameterizedTest
  @CsvSource({"20000,25000,28,true", "20000,50000,28,true", "20000,150000,28,true"})
  void scans(int n, double maxRadius, int longest, boolean prospective) {
    Random random = new Random(7);
    double[][] towns = new double[TOWNS][];
    Arrays.setAll(
        towns, i -> new double[] {18 + random.nextDouble() * 6, 3 + random.nextDouble() * 5});
    double[] lon = new double[n];
    double[] lat = new double[n];
    int[] step = new int[n];
    for (int i = 0; i < n; i++) {
      boolean inTown = random.nextInt(5) > 0;
      double[] town = towns[random.nextInt(TOWNS)];
      lon[i] = inTown ? town[0] + random.nextGaussian() * 0.05 : 18 + random.nextDouble() * 6;
      lat[i] = inTown ? town[1] + random.nextGaussian() * 0.05 : 3 + random.nextDouble() * 5;
      step[i] = random.nextInt(DAYS);
    }
    int[] all = IntStream.range(0, n).toArray();
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    long start = System.nanoTime();
    GeodesicSpace space = new GeodesicSpace(lon, lat);
    long pairs = Neighbourhoods.pairs(space, all, maxRadius);
    double counted = seconds(start);
    start = System.nanoTime();
    Neighbourhoods circles =
        Neighbourhoods.of(space, all, ones, maxRadius, n / 2.0, p -> true, () -> {});
    double built = seconds(start);
    Scan scan = Scan.permutation(circles, all, step, DAYS, longest, prospective, 2);
    start = System.nanoTime();
    var windows = scan.windows(10, () -> {});
    double observed = seconds(start);
    start = System.nanoTime();
    Significance significance =
        scan.significance(
            new Replications(999, 0), windows.get(0).llr(), new Seed(1), Progress.UNHEARD);
    System.out.printf(
        Locale.ROOT,
        "n %,d, %.0f m, %d days, prospective %s: %,d pairs counted %.1f s, built %.1f s, observed"
            + " %.1f s, 999 replications %.1f s, p %.3f%n",
        n,
        maxRadius,
        longest,
        prospective,
        pairs,
        counted,
        built,
        observed,
        seconds(start),
        significance.p(windows.get(0).llr()));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
