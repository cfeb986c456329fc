package org.vigie.geodata.analysis.scan;

import java.util.List;

/**
 * Takes up to 64 arrangements of the events about every centre at once: a place is looked up once
 * for all of them, and most have no event there. For a prospective scan, where few events are
 * recent, that is six times as fast as one arrangement after the other.
 */
final class Round {

  static final int MOST = 64;

  private static final int CENTRES_A_TICK = 64;

  private final Neighbourhoods circles;

  Round(Neighbourhoods circles) {
    this.circles = circles;
  }

  /** Calls of the tick in one round. */
  long ticks() {
    return (circles.centres() + CENTRES_A_TICK - 1L) / CENTRES_A_TICK;
  }

  /**
   * @param sweeps at most {@link #MOST}, which keep what they find
   * @param taken places that no window may hold
   * @param tick called now and then, to stop by an exception
   */
  void run(List<? extends Sweep> sweeps, boolean[] taken, Runnable tick) {
    long[] holding = holding(sweeps);
    double[] weights = circles.weights();
    Sweep[] each = sweeps.toArray(new Sweep[0]);
    for (int centre = 0; centre < circles.centres(); centre++) {
      if (centre % CENTRES_A_TICK == 0) {
        tick.run();
      }
      int[] list = circles.of(centre);
      double weight = 0;
      long fresh = 0;
      long touched = 0;
      for (int i = 0; i < list.length; i++) {
        boolean ringGoesOn = list[i] < 0;
        int place = ringGoesOn ? ~list[i] : list[i];
        if (taken[place]) {
          break;
        }
        weight += weights[place];
        for (long left = holding[place]; left != 0; left &= left - 1) {
          each[Long.numberOfTrailingZeros(left)].enter(place);
        }
        fresh |= holding[place];
        if (!ringGoesOn && fresh != 0) {
          for (long left = fresh; left != 0; left &= left - 1) {
            each[Long.numberOfTrailingZeros(left)].look(weight, centre, i + 1);
          }
          touched |= fresh;
          fresh = 0;
        }
      }
      for (long left = touched | fresh; left != 0; left &= left - 1) {
        each[Long.numberOfTrailingZeros(left)].empty();
      }
    }
  }

  /** For each place a bit for every sweep that has events there. */
  private long[] holding(List<? extends Sweep> sweeps) {
    long[] holding = new long[circles.centres()];
    for (int b = 0; b < sweeps.size(); b++) {
      int[] start = sweeps.get(b).cases().start();
      for (int place = 0; place < holding.length; place++) {
        holding[place] |= start[place + 1] > start[place] ? 1L << b : 0;
      }
    }
    return holding;
  }
}
