package org.vigie.geodata.analysis.series;

import java.util.Optional;

/**
 * Segmented regression of an interrupted time series: {@code log μ = b₀ + b₁ t + b₂ D + b₃ t D},
 * with t in steps from the moment and D 1 after it (A. K. Wagner et al., J. Clinical Pharmacy and
 * Therapeutics 27 (2002); J. Lopez Bernal, S. Cummins and A. Gasparrini, Int. J. Epidemiology 46
 * (2017)). t stands for the middle of a step, so that b₂ is the change at the moment itself.
 */
final class InterruptedSeries {

  private static final int LEVEL = 2;
  private static final int SLOPE = 3;

  private final StepCounts steps;
  private final PoissonRegression fit;
  private final double[][] covariance;
  private final boolean robustWider;
  private final double t;

  private InterruptedSeries(StepCounts steps, PoissonRegression fit) {
    this.steps = steps;
    this.fit = fit;
    double[][] scaled = fit.scaledCovariance();
    double[][] robust = fit.robustCovariance(lags());
    // Newey and West are too narrow for short series, a dispersion knows no autocorrelation.
    robustWider = robust[LEVEL][LEVEL] > scaled[LEVEL][LEVEL];
    covariance = robustWider ? robust : scaled;
    t = StudentT.quantile975(fit.degreesOfFreedom());
  }

  /** Empty when the counts have no finite best fit. */
  static Optional<InterruptedSeries> of(StepCounts steps) {
    double[][] design = new double[steps.size()][];
    for (int step = 0; step < design.length; step++) {
      design[step] = row(step, steps.before());
    }
    return PoissonRegression.fit(design, steps.asDoubles())
        .map(fit -> new InterruptedSeries(steps, fit));
  }

  private static double[] row(int step, int before) {
    double time = step - before + 0.5;
    double after = step < before ? 0 : 1;
    return new double[] {1, time, after, time * after};
  }

  PoissonRegression fit() {
    return fit;
  }

  /** Steps over which the robust interval allows for autocorrelation. */
  int lags() {
    return (int) Math.floor(4 * Math.pow(steps.size() / 100.0, 2 / 9.0));
  }

  /** Whether the robust interval is the wider and thus the one given. */
  boolean robust() {
    return robustWider;
  }

  /** Rate just after the moment over the rate expected there. */
  Effect level() {
    return effect(LEVEL);
  }

  /** Factor by which the rate grows from step to step after, over that before. */
  Effect slope() {
    return effect(SLOPE);
  }

  private Effect effect(int column) {
    double half = t * Math.sqrt(Math.max(0, covariance[column][column]));
    double value = fit.coefficient(column);
    return new Effect(Math.exp(value), Math.exp(value - half), Math.exp(value + half));
  }

  /** What the steps before go on to at a step, if nothing changed: the mean, with its interval. */
  Effect counterfactual(int step) {
    double time = step - steps.before() + 0.5;
    double value = fit.coefficient(0) + fit.coefficient(1) * time;
    double variance =
        covariance[0][0] + 2 * time * covariance[0][1] + time * time * covariance[1][1];
    double half = t * Math.sqrt(Math.max(0, variance));
    return new Effect(Math.exp(value), Math.exp(value - half), Math.exp(value + half));
  }

  /** An estimate with its 95 % interval. */
  record Effect(double value, double low, double high) {

    boolean mayBeNone() {
      return low <= 1 && high >= 1;
    }
  }
}
