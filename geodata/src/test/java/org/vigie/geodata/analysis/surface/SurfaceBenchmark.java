package org.vigie.geodata.analysis.surface;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;

/**
 * Kernel density of arrays on 512 by 512 cells, and the whole analysis. Not among the tests: it
 * asserts nothing. {@code docs/benchmarks.md} says how to run it.
 */
class SurfaceBenchmark {

  private static final double SIDE = 700_000;
  private static final double H = 15_000;
  private static final int RUNS = 15;

  @ParameterizedTest
  @ValueSource(ints = {20_000, 100_000, 1_000_000})
  void arrays(int n) {
    Random random = new Random(7);
    double[] x = random.doubles(n, 0, SIDE).toArray();
    double[] y = random.doubles(n, 0, SIDE).toArray();
    PlanarCells cells = PlanarCells.over(0, 0, SIDE, SIDE, SIDE / 512, 512);
    double[] times = new double[RUNS];
    double sum = 0;
    for (int run = 0; run < 2 * RUNS; run++) {
      long start = System.nanoTime();
      double[] density = cells.smooth(cells.bin(x, y, null), SmoothingKernel.GAUSSIAN, H);
      times[run % RUNS] = (System.nanoTime() - start) / 1e6;
      sum += density[run];
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "n %,d: density on %d x %d cells, bandwidth %.0f m: %.1f ms (fastest %.1f, sum %.3g)%n",
        n,
        cells.columns(),
        cells.rows(),
        H,
        times[RUNS / 2],
        times[0],
        sum);
  }

  @ParameterizedTest
  @ValueSource(ints = {2_000, 20_000, 200_000})
  void wholeAnalysis(int n) throws BadInputException {
    DensitySurface analysis = new DensitySurface();
    Subject subject = Subject.of(events(n), Instant.EPOCH);
    for (int draws : new int[] {0, 99}) {
      var values = analysis.parameters().read(Map.of("draws", draws));
      double[] times = new double[3];
      int cells = 0;
      for (int run = 0; run < times.length; run++) {
        long start = System.nanoTime();
        var grid = analysis.run(subject, values, Progress.UNHEARD).grids().get(0);
        cells = grid.rows() * grid.columns();
        times[run] = (System.nanoTime() - start) / 1e6;
      }
      Arrays.sort(times);
      System.out.printf(
          Locale.ROOT,
          "n %,d: whole analysis, %d draws, %,d cells: %.0f ms%n",
          n,
          draws,
          cells,
          times[1]);
    }
  }

  private static Events events(int n) {
    Random random = new Random(7);
    GeometryFactory geometries = new GeometryFactory();
    double[][] towns = new double[200][];
    Arrays.setAll(
        towns, i -> new double[] {18 + random.nextDouble() * 6, 3 + random.nextDouble() * 5});
    Events.Builder events = Events.of(LayerFiles.read().get("incident"));
    for (int i = 0; i < n; i++) {
      double[] town = towns[random.nextInt(towns.length)];
      events.add(
          new Feature(
              FeatureId.random(),
              "incident",
              geometries.createPoint(
                  new Coordinate(
                      town[0] + random.nextGaussian() * 0.05,
                      town[1] + random.nextGaussian() * 0.05)),
              TimeSpan.of(Instant.EPOCH, Instant.EPOCH),
              null,
              LocationClass.VILLAGE,
              null,
              Classification.UNCLASSIFIED,
              Set.of(),
              Map.of("type", "BATTLES"),
              Provenance.own(),
              1,
              null));
    }
    return events.build();
  }
}
