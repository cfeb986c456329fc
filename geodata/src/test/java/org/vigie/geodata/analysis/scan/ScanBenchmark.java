package org.vigie.geodata.analysis.scan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;

/**
 * The space-time permutation with 999 replications. Not among the tests: it asserts nothing. {@code
 * docs/benchmarks.md} says how to run it.
 */
class ScanBenchmark {

  private static final int TOWNS = 200;
  private static final int DAYS = 1096;

  @ParameterizedTest
  @CsvSource({
    "20000,25000,28,1,true",
    "20000,50000,28,1,true",
    "20000,50000,4,7,false",
    "1000000,50000,28,1,true"
  })
  void scans(int n, double maxRadius, int longest, int stepDays, boolean prospective) {
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
      step[i] = random.nextInt(DAYS) / stepDays;
    }
    long start = System.nanoTime();
    Ground ground = Ground.of(lon, lat, maxRadius);
    double grounded = seconds(start);
    start = System.nanoTime();
    Survey survey =
        new Survey(
            ground,
            step,
            new ScanSettings(
                false, maxRadius, 0.5, (DAYS - 1) / stepDays + 1, longest, prospective, 2),
            place -> true,
            () -> {});
    double built = seconds(start);
    start = System.nanoTime();
    var windows = survey.scan().windows(10, () -> {});
    double observed = seconds(start);
    start = System.nanoTime();
    Significance significance =
        survey
            .scan()
            .significance(
                new Replications(999, 0), windows.get(0).llr(), new Seed(1), Progress.UNHEARD);
    System.out.printf(
        Locale.ROOT,
        "n %,d, %.0f m, %d steps of %d days, prospective %s: %,d places joined within %.0f m %.1f"
            + " s, circles %.1f s, ten windows %.1f s, 999 replications %.1f s, p %.3f%n",
        n,
        maxRadius,
        longest,
        stepDays,
        prospective,
        ground.places(),
        ground.joinedMetres(),
        grounded,
        built,
        observed,
        seconds(start),
        significance.p(windows.get(0).llr()));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
