package org.vigie.geodata.analysis.repeat;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;

/**
 * The times of the events shuffled over their places again and again (J. H. Ratcliffe and G. F.
 * Rengert, "Near-repeat patterns in Philadelphia shootings", Security Journal 21, 2008). Whole
 * events are shuffled and not pairs: pairs that share an event are not independent.
 *
 * @param p of each cell, {@code (1 + shuffles with at least as many pairs) / (1 + shuffles)}
 * @param mean pairs over all shuffles
 */
@SuppressWarnings("ArrayRecordComponent") // a small matrix each
record TimeShuffle(double[][] p, double[][] mean) {

  private static final long STREAM = 6;

  /** Costs a visit of every pair in each shuffle, divided over the processors. */
  static TimeShuffle of(
      ClosePairs pairs, int[] days, DayBands dayBands, int shuffles, Seed seed, Progress progress) {
    long[][] observed = pairs.table(days, dayBands);
    AtomicInteger done = new AtomicInteger();
    long[][][] drawn =
        IntStream.range(0, shuffles)
            .parallel()
            .mapToObj(
                i -> {
                  progress.at((double) done.get() / shuffles, "shuffling times");
                  long[][] table = pairs.table(shuffled(days, seed.stream(STREAM, i)), dayBands);
                  done.incrementAndGet();
                  return table;
                })
            .toArray(long[][][]::new);
    double[][] p = new double[pairs.bands()][dayBands.count()];
    double[][] mean = new double[pairs.bands()][dayBands.count()];
    for (int s = 0; s < p.length; s++) {
      for (int t = 0; t < p[s].length; t++) {
        long atLeast = 1;
        long sum = 0;
        for (long[][] table : drawn) {
          atLeast += table[s][t] >= observed[s][t] ? 1 : 0;
          sum += table[s][t];
        }
        p[s][t] = atLeast / (1.0 + shuffles);
        mean[s][t] = (double) sum / shuffles;
      }
    }
    return new TimeShuffle(p, mean);
  }

  private static int[] shuffled(int[] days, SplittableRandom random) {
    int[] shuffled = days.clone();
    for (int i = shuffled.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = swap;
    }
    return shuffled;
  }
}
