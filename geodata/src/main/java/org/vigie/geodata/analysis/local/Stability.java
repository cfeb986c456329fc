package org.vigie.geodata.analysis.local;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Displacement;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.grid.ArealUnits;

/**
 * In which share of draws each unit stays hot, or cold when it is on that side, with 95 %
 * confidence and the same allowance for many tests, when every event is moved within its stated
 * radius.
 */
public final class Stability {

  public static final Parameter DRAWS =
      Parameter.integer(
          "draws",
          "Draws of places",
          "How often all events are moved within their stated uncertainty to see which cells stay"
              + " hot. 0 for not at all.",
          99,
          0,
          999);

  /** Moved events and tested cells in all: some seconds. */
  private static final double MOST_WORK = 1e8;

  private Stability() {}

  /** Draws that are affordable of those that are asked for. */
  public static int affordable(int asked, int events, int units) {
    double each = events + 10.0 * units;
    return each * asked <= MOST_WORK ? asked : Math.max(9, (int) (MOST_WORK / each));
  }

  /** The verdict on units with counts: 1 for hot, -1 for cold, 0 for neither. */
  @FunctionalInterface
  public interface Verdict {
    int[] of(int[] unitOfEach);
  }

  /** Shares from 0 to 1; the same by any number of threads. */
  public static double[] shares(
      ArealUnits units,
      Displacement displacement,
      int draws,
      int[] side,
      Verdict verdict,
      Progress progress) {
    AtomicIntegerArray stays = new AtomicIntegerArray(units.size());
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, draws)
        .parallel()
        .forEach(
            draw -> {
              progress.at((double) done.getAndIncrement() / draws, "moving events");
              int[] drawn = verdict.of(units.ofEvents(displacement.offsets(draw)));
              for (int i = 0; i < drawn.length; i++) {
                if (drawn[i] != 0 && drawn[i] == side[i]) {
                  stays.incrementAndGet(i);
                }
              }
            });
    return IntStream.range(0, units.size())
        .mapToDouble(i -> (double) stays.get(i) / draws)
        .toArray();
  }
}
