package org.vigie.geodata.analysis.scan;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the window with the greatest likelihood ratio: about each centre the places enter from the
 * nearest on, and windows are looked at only where one more event has entered, since between these
 * only the expectation grows.
 *
 * <p>No logarithm is taken in the loop. Of windows with equally many events the one with the least
 * expectation wins, so for each number of events it is kept below which expectation a window would
 * have to be to beat the best; that bound holds for fewer events as well.
 *
 * <p>Not safe for use by several threads; one for each replication.
 */
abstract class Sweep {

  private static final int CENTRES_A_TICK = 64;

  private final Neighbourhoods circles;
  private final Calendar calendar;
  private final int leastCases;
  private final Runnable tick;
  private double[] bound = {};
  private double best;
  private @Nullable Window found;

  /**
   * @param leastCases windows with fewer events do not count
   */
  Sweep(Neighbourhoods circles, Calendar calendar, int leastCases, Runnable tick) {
    this.circles = circles;
    this.calendar = calendar;
    this.leastCases = leastCases;
    this.tick = tick;
  }

  /**
   * The best window with more events than expected, of equal ones the first by centre, size and
   * time.
   *
   * @param taken places that no window may hold
   */
  Optional<Window> best(Cases cases, boolean[] taken) {
    begin(cases);
    double[] weights = circles.weights();
    for (int centre = 0; centre < circles.centres(); centre++) {
      if (centre % CENTRES_A_TICK == 0) {
        tick.run();
      }
      int[] list = circles.of(centre);
      double weight = 0;
      empty();
      for (int i = 0; i < list.length; i++) {
        boolean ringGoesOn = list[i] < 0;
        int place = ringGoesOn ? ~list[i] : list[i];
        if (taken[place]) {
          break;
        }
        weight += weights[place];
        for (int row = cases.start()[place]; row < cases.start()[place + 1]; row++) {
          enter(cases.step()[row], cases.count()[row]);
        }
        if (!ringGoesOn && entered()) {
          look(weight, centre, i + 1);
        }
      }
    }
    return Optional.ofNullable(found);
  }

  /** Forgets the events of the last centre. */
  abstract void empty();

  /** Events of one step enter the circle. */
  abstract void enter(int step, int count);

  /** Whether any have entered since the last look. */
  abstract boolean entered();

  /** Looks at every window that holds some that have entered. */
  abstract void look(double weight, int centre, int places);

  /**
   * Whether a window with at most so many events and at least this expectation might be the best.
   *
   * @param scaled expectation times {@link Calendar#scale}
   */
  final boolean mayBeat(int cases, double scaled) {
    return scaled < bound[cases];
  }

  /** Takes a window for the best if it is. */
  final void offer(int cases, double scaled, int centre, int places, int first, int last) {
    if (!mayBeat(cases, scaled)) {
      return;
    }
    double expected = scaled / calendar.scale();
    double llr = LogLikelihood.ratio(cases, expected, calendar.total());
    for (int c = cases; c >= leastCases && bound[c] > scaled; c--) {
      bound[c] = scaled;
    }
    if (llr > best) {
      best = llr;
      found = new Window(centre, places, first, last, cases, expected, llr);
    }
  }

  private void begin(Cases cases) {
    if (bound.length <= cases.total()) {
      bound = new double[cases.total() + 1];
    }
    for (int c = 0; c < bound.length; c++) {
      bound[c] = c * calendar.scale();
    }
    Arrays.fill(bound, 0, Math.min(leastCases, bound.length), 0);
    best = 0;
    found = null;
  }
}
