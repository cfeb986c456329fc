package org.vigie.geodata.analysis.scan;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;

/**
 * Draws arrangements by chance and scans each as the observed one. Every replication has a stream
 * of random numbers of its own, so that the result does not depend on the number of threads.
 *
 * @param count of replications
 * @param stopAfter exceedances of the observed value after which no more are drawn; 0 for never
 */
record Replications(int count, int stopAfter) {

  /** Drawn between two looks at whether to stop. */
  private static final int BATCH = 64;

  private static final long STREAM = 5;

  /**
   * @param observed the likelihood ratio that is to be judged
   * @param sweeps a new sweep that calls what it is given now and then
   */
  Significance run(
      Chance chance,
      Function<Runnable, Sweep> sweeps,
      int places,
      double observed,
      Seed seed,
      Progress progress) {
    double[] maxima = new double[count];
    AtomicInteger done = new AtomicInteger();
    boolean[] free = new boolean[places];
    Runnable tick = () -> progress.at((double) done.get() / count, "drawing by chance");
    int batch = stopAfter > 0 ? BATCH : count;
    for (int from = 0; from < count; from += batch) {
      IntStream.range(from, Math.min(count, from + batch))
          .parallel()
          .forEach(
              i -> {
                Cases cases = chance.draw(seed.stream(STREAM, i));
                maxima[i] = sweeps.apply(tick).best(cases, free).map(Window::llr).orElse(0.0);
                done.incrementAndGet();
              });
      int enough = enough(maxima, Math.min(count, from + batch), observed);
      if (enough > 0) {
        return Significance.of(Arrays.copyOf(maxima, enough), true);
      }
    }
    return Significance.of(maxima, false);
  }

  /** After how many replications the observed was exceeded often enough; 0 for not yet. */
  private int enough(double[] maxima, int drawn, double observed) {
    int exceeded = 0;
    for (int i = 0; stopAfter > 0 && i < drawn; i++) {
      exceeded += maxima[i] >= observed ? 1 : 0;
      if (exceeded == stopAfter) {
        return i + 1;
      }
    }
    return 0;
  }
}
