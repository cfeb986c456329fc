package org.vigie.geodata.analysis.scan;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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
  private static final int WAVE = 4 * Round.MOST;

  /** Places for each event in a window's steps from which on a round of many is faster. */
  private static final int SPARSE = 4;

  private static final long STREAM = 5;

  /**
   * @param observed the likelihood ratio that is to be judged
   * @param cases as observed, as many as each replication has
   */
  Significance run(
      Neighbourhoods circles,
      Cases cases,
      Chance chance,
      Sweeps sweeps,
      double observed,
      Seed seed,
      Progress progress) {
    Round round = new Round(circles);
    boolean[] free = new boolean[circles.centres()];
    int together = circles.centres() > (long) SPARSE * cases.total() ? Round.MOST : 1;
    double all = round.ticks() * Math.ceil((double) count / together);
    AtomicLong ticks = new AtomicLong();
    Runnable tick =
        () -> progress.at(Math.min(1, ticks.getAndIncrement() / all), "drawing by chance");
    double[] maxima = new double[count];
    int wave = stopAfter > 0 ? WAVE : count;
    for (int from = 0; from < count; from += wave) {
      int first = from;
      int end = Math.min(count, from + wave);
      IntStream.range(0, (end - first + together - 1) / together)
          .parallel()
          .forEach(
              batch -> {
                int low = first + batch * together;
                List<Sweep> drawn =
                    IntStream.range(low, Math.min(end, low + together))
                        .mapToObj(i -> sweeps.over(chance.draw(seed.stream(STREAM, i))))
                        .toList();
                round.run(drawn, free, tick);
                for (int i = 0; i < drawn.size(); i++) {
                  maxima[low + i] = drawn.get(i).found().map(Window::llr).orElse(0.0);
                }
              });
      int enough = enough(maxima, end, observed);
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
