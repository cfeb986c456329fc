package org.vigie.geodata.analysis.scan;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the window with the greatest likelihood ratio of one arrangement of the events, while a
 * {@link Round} takes it about each centre. Windows are looked at only where one more event has
 * entered, since between these only the expectation grows.
 *
 * <p>No logarithm is taken in the loop. Of windows with equally many events the one with the least
 * expectation wins, so for each number of events it is kept below which expectation a window would
 * have to be to beat the best; that bound holds for fewer events as well.
 */
abstract class Sweep {

  private final Calendar calendar;
  private final Cases cases;
  private final int leastCases;
  private final double[] bound;
  private double best;
  private @Nullable Window found;

  /**
   * @param leastCases windows with fewer events do not count
   */
  Sweep(Calendar calendar, Cases cases, int leastCases) {
    this.calendar = calendar;
    this.cases = cases;
    this.leastCases = leastCases;
    bound = new double[cases.total() + 1];
    Arrays.setAll(bound, c -> c < leastCases ? 0 : c * calendar.scale());
  }

  Cases cases() {
    return cases;
  }

  /**
   * The best window with more events than expected, of equal ones the first by centre, size and
   * time.
   */
  Optional<Window> found() {
    return Optional.ofNullable(found);
  }

  /** The events of a place enter the circle. */
  final void enter(int place) {
    for (int row = cases.start()[place]; row < cases.start()[place + 1]; row++) {
      enter(cases.step()[row], cases.count()[row]);
    }
  }

  /** Forgets the events of the last centre. */
  abstract void empty();

  abstract void enter(int step, int count);

  /**
   * Looks at every window that holds some that have entered since the last look.
   *
   * @param weight of the circle
   * @param places in the circle
   */
  abstract void look(double weight, int centre, int places);

  /**
   * Whether a window with at most so many events and at least this expectation might be the best.
   *
   * @param scaled expectation times {@link Calendar#scale}
   */
  final boolean mayBeat(int events, double scaled) {
    return scaled < bound[events];
  }

  /** Takes a window for the best if it is. */
  final void offer(int events, double scaled, int centre, int places, int first, int last) {
    if (!mayBeat(events, scaled)) {
      return;
    }
    double expected = scaled / calendar.scale();
    double llr = LogLikelihood.ratio(events, expected, calendar.total());
    for (int c = events; c >= leastCases && bound[c] > scaled; c--) {
      bound[c] = scaled;
    }
    if (llr > best) {
      best = llr;
      found = new Window(centre, places, first, last, events, expected, llr);
    }
  }
}
