package org.vigie.geodata.analysis.risk;

import org.vigie.geodata.analysis.Progress;

/**
 * Maximum likelihood by expectation-maximisation (A. Veen and F. P. Schoenberg, J. American
 * Statistical Association 103, 2008). Each round takes the probability that one event brought the
 * other about for what it is and then raises the likelihood of the four numbers; the terms of the
 * window's edge are in their equations, so that a fixed point is a stationary point of the exact
 * likelihood. Cost: the pairs of events, some 20 ms a round for 1500 events.
 */
final class SelfExcitingFit {

  private static final int ROUNDS = 60;
  private static final double SETTLED = 1e-6;

  private final SelfExciting.Window w;
  private final double leastSigma;

  /**
   * @param leastSigma metres; events snapped to one place would else draw sigma to 0
   */
  SelfExcitingFit(SelfExciting.Window w, double leastSigma) {
    this.w = w;
    this.leastSigma = leastSigma;
  }

  /** From half of the events as background, a month and the least distance on. */
  SelfExciting fit(Progress progress) {
    SelfExciting now = new SelfExciting(w.size() / (2 * w.days()), 0.5, 1.0 / 30, 2 * leastSigma);
    for (int round = 0; round < ROUNDS; round++) {
      progress.at((double) round / ROUNDS, "fitting a self-exciting process");
      SelfExciting next = round(now);
      boolean settled =
          near(next.mu(), now.mu())
              && near(next.alpha(), now.alpha())
              && near(next.rate(), now.rate())
              && near(next.sigma(), now.sigma());
      now = next;
      if (settled) {
        break;
      }
    }
    return now;
  }

  private static boolean near(double next, double now) {
    return Math.abs(next - now) <= SETTLED * Math.abs(now);
  }

  private SelfExciting round(SelfExciting now) {
    Past past = w.past();
    double two = 2 * now.sigma() * now.sigma();
    double peak = now.alpha() * now.rate() / (Math.PI * two);
    double background = 0;
    double children = 0;
    double days = 0;
    double squares = 0;
    double[] pull = new double[w.size()];
    for (int j = w.from(); j < w.to(); j++) {
      double base = now.mu() * w.density(j);
      double sum = base;
      int before = 0;
      for (int i = w.from(); i < j && past.day(i) < past.day(j); i++) {
        double age = past.day(j) - past.day(i);
        double fade = Math.exp(-now.rate() * age - w.squaredMetres(i, j) / two);
        pull[before++] = peak * fade;
        sum += peak * fade;
      }
      background += base / sum;
      for (int k = 0; k < before; k++) {
        double p = pull[k] / sum;
        int i = w.from() + k;
        children += p;
        days += p * (past.day(j) - past.day(i));
        squares += p * w.squaredMetres(i, j);
      }
    }
    return raised(now, background, children, days, squares);
  }

  /**
   * The equations of the derivatives, each solved for its number with the others in the edge terms
   * as they are now.
   */
  private SelfExciting raised(
      SelfExciting now, double background, double children, double days, double squares) {
    Past past = w.past();
    Edge edge = Edge.of(w, now.sigma());
    double exposure = 0;
    double late = 0;
    double widening = 0;
    for (int i = w.from(); i < w.to(); i++) {
      double left = w.end() - past.day(i);
      double fade = Math.exp(-now.rate() * left);
      double inside = edge.inside()[past.place(i)];
      exposure += (1 - fade) * inside;
      late += left * fade * inside;
      widening += (1 - fade) * edge.slope()[past.place(i)];
    }
    double alpha = Math.min(SelfExciting.MOST_ALPHA, exposure > 0 ? children / exposure : 0);
    if (!(children > 1e-9)) {
      return new SelfExciting(background / w.days(), alpha, now.rate(), now.sigma());
    }
    double variance = now.sigma() * now.sigma();
    double next = squares / 2 / (children + variance * alpha * widening);
    double sigma = next > 0 ? Math.sqrt(next) : now.sigma();
    return new SelfExciting(
        background / w.days(),
        alpha,
        children / (days + alpha * late),
        Math.max(leastSigma, sigma));
  }
}
