package org.vigie.geodata.analysis.risk;

import java.util.Arrays;

/**
 * A self-exciting point process (A. G. Hawkes 1971; for events of crime and conflict G. O. Mohler
 * et al., J. American Statistical Association 106, 2011): events come at a background rate, and
 * each brings others about, fading with time and distance:
 *
 * <p>{@code lambda(s, t) = mu b(s) + alpha * sum over t_i < t of w exp(-w (t - t_i)) N2(s - s_i;
 * sigma²)}
 *
 * <p>in events a day and square metre, with a density {@code b} that is even inside each cell.
 * Events of one day do not bring each other about.
 *
 * @param mu background events a day in the whole study
 * @param alpha events that one event brings about in all, the branching ratio, below 1
 * @param rate w, per day
 * @param sigma metres
 */
record SelfExciting(double mu, double alpha, double rate, double sigma) {

  /** Else each event would bring about more than one, without end. */
  static final double MOST_ALPHA = 0.99;

  /**
   * Events of a window of days over the cells of a study.
   *
   * @param from first event, a number of {@code past}
   * @param to first event that is no longer known
   * @param start of the window, in days; end: when it is over
   * @param background events' share of each cell, adding up to 1
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Window(Past past, int from, int to, double start, double end, double[] background) {

    double days() {
      return end - start;
    }

    int size() {
      return to - from;
    }

    /** Background density at an event, per square metre. */
    double density(int event) {
      double side = past.cells().side();
      return background[past.cell(event)] / (side * side);
    }

    double squaredMetres(int one, int other) {
      int p = past.place(one);
      int q = past.place(other);
      double dx = past.placeX(p) - past.placeX(q);
      double dy = past.placeY(p) - past.placeY(q);
      return dx * dx + dy * dy;
    }
  }

  /** What an event adds at a later one, per day and square metre. */
  private double triggered(double days, double squaredMetres) {
    double two = 2 * sigma * sigma;
    return alpha * rate * Math.exp(-rate * days - squaredMetres / two) / (Math.PI * two);
  }

  /** Intensity at an event from the background and all events before its day. */
  private double intensity(Window w, int event) {
    double sum = mu * w.density(event);
    for (int i = w.from; i < event && w.past.day(i) < w.past.day(event); i++) {
      sum += triggered(w.past.day(event) - w.past.day(i), w.squaredMetres(i, event));
    }
    return sum;
  }

  /** Probability that an event was background rather than brought about by one before it. */
  double backgroundProbability(Window w, int event) {
    return mu * w.density(event) / intensity(w, event);
  }

  /**
   * Sum of the logarithms of the intensity at the events less its integral over the study and the
   * window, where what an event brings about outside of both does not count. Cost: pairs of events.
   */
  double logLikelihood(Window w) {
    double sum = -mu * w.days() * Arrays.stream(w.background).sum();
    for (int i = w.from; i < w.to; i++) {
      sum += Math.log(intensity(w, i));
    }
    double[] inside = Edge.of(w, sigma).inside();
    for (int i = w.from; i < w.to; i++) {
      double fired = -Math.expm1(-rate * (w.end - w.past.day(i)));
      sum -= alpha * fired * inside[w.past.place(i)];
    }
    return sum;
  }

  /**
   * Events expected in each cell in the days after the window, background and what the known events
   * bring about; not what those to come bring about in turn.
   */
  double[] expected(Window w, double horizon) {
    double[] waiting = new double[w.past.places()];
    for (int i = w.from; i < w.to; i++) {
      double age = w.end - w.past.day(i);
      waiting[w.past.place(i)] +=
          alpha * (Math.exp(-rate * age) - Math.exp(-rate * (age + horizon)));
    }
    double[] cells = Arrays.stream(w.background).map(b -> b * mu * horizon).toArray();
    for (int p = 0; p < waiting.length; p++) {
      double weight = waiting[p];
      if (weight > 1e-12) {
        w.past
            .cells()
            .normalMass(
                w.past.placeX(p),
                w.past.placeY(p),
                sigma,
                (cell, share) -> cells[cell] += weight * share);
      }
    }
    return cells;
  }
}
