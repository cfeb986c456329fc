package org.vigie.geodata.analysis.local;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Displacement;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;

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

  private static final int LEAST = 9;

  private Stability() {}

  /** The verdict on units when the events are in these: any number, 0 for none. */
  @FunctionalInterface
  public interface Verdict {
    int[] of(int[] unitOfEach);
  }

  /**
   * Shares from 0 to 1 of each unit, the same by any number of threads; empty when no event states
   * an uncertainty or no draws are asked for.
   *
   * @param cost of a verdict on one unit, in moved events
   * @param as the verdict that is to be kept
   */
  public static List<Double> shares(
      Study study,
      Parameters.Values values,
      double cost,
      int[] as,
      Verdict verdict,
      Diagnostics.Builder said,
      Progress progress) {
    Displacement displacement = new Displacement(study.events(), Seed.of(values));
    int asked = displacement.uncertain() == 0 ? 0 : values.integer(DRAWS.name());
    double each = study.events().size() + cost * study.units().size();
    int draws = each * asked <= MOST_WORK ? asked : Math.max(LEAST, (int) (MOST_WORK / each));
    if (draws < asked) {
      said.chosen(DRAWS.name(), draws, "more would take too long with so many events or cells");
    }
    said.figure("draws", draws);
    if (draws == 0) {
      return List.of();
    }
    AtomicIntegerArray kept = new AtomicIntegerArray(as.length);
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, draws)
        .parallel()
        .forEach(
            draw -> {
              progress.at((double) done.getAndIncrement() / draws, "moving events");
              int[] drawn = verdict.of(study.units().ofEvents(displacement.offsets(draw)));
              for (int i = 0; i < drawn.length; i++) {
                if (drawn[i] != 0 && drawn[i] == as[i]) {
                  kept.incrementAndGet(i);
                }
              }
            });
    return IntStream.range(0, as.length).mapToObj(i -> (double) kept.get(i) / draws).toList();
  }
}
