package org.vigie.geodata.analysis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.analysis.Progress;

class SelfExcitingTest {

  private static final long SEED = Long.getLong("vigie.seed", 20_261_121);

  /** Six by five cells of a kilometre. */
  private static final SquareCells CELLS = rectangle(6, 5, 1_000);

  @Test
  void oneEventHasTheLikelihoodOfItsBackgroundLessWhatItBringsAboutInside() {
    Past past = past(new double[] {2_500}, new double[] {2_500}, new double[] {10});
    SelfExciting.Window w = even(past, 0, 30);
    SelfExciting process = new SelfExciting(0.2, 0.6, 0.1, 400);
    double across = ErrorFunction.normal(3_500 / 400.0) - ErrorFunction.normal(-2_500 / 400.0);
    double up = ErrorFunction.normal(2_500 / 400.0) - ErrorFunction.normal(-2_500 / 400.0);
    double expected =
        Math.log(0.2 / 30e6) - 0.2 * 30 - 0.6 * (1 - Math.exp(-0.1 * 20)) * across * up;
    assertThat(process.logLikelihood(w)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void theSecondOfTwoEventsMayComeFromTheFirst() {
    Past past =
        past(new double[] {2_500, 2_800}, new double[] {2_500, 2_100}, new double[] {10, 13});
    SelfExciting.Window w = even(past, 0, 30);
    SelfExciting process = new SelfExciting(0.2, 0.6, 0.1, 400);
    double base = 0.2 / 30e6;
    double triggered =
        0.6 * 0.1 * Math.exp(-0.3) * Math.exp(-250_000.0 / 320_000) / (2 * Math.PI * 160_000);
    assertThat(process.backgroundProbability(w, 0)).isEqualTo(1);
    assertThat(process.backgroundProbability(w, 1))
        .isCloseTo(base / (base + triggered), within(1e-12));
    double logs = Math.log(base) + Math.log(base + triggered);
    double integral =
        0.2 * 30
            + 0.6 * (1 - Math.exp(-2)) * inside(2_500, 2_500, 400)
            + 0.6 * (1 - Math.exp(-1.7)) * inside(2_800, 2_100, 400);
    assertThat(process.logLikelihood(w)).isCloseTo(logs - integral, within(1e-12));
  }

  @Test
  void theIntegralIsThatOfAFineSum() {
    // events at the very border, so that most of what they bring about lies outside
    Past past =
        past(
            new double[] {50, 5_900, 3_000},
            new double[] {50, 2_000, 4_990},
            new double[] {1, 5, 8});
    SelfExciting.Window w = even(past, 0, 12);
    SelfExciting process = new SelfExciting(0.3, 0.7, 0.4, 900);
    double sum = 0;
    for (int place = 0; place < 3; place++) {
      double space = 0;
      int steps = 600;
      for (int i = 0; i < steps; i++) {
        for (int j = 0; j < steps; j++) {
          double dx = (i + 0.5) * 6_000 / steps - past.placeX(place);
          double dy = (j + 0.5) * 5_000 / steps - past.placeY(place);
          space +=
              Math.exp(-(dx * dx + dy * dy) / (2 * 900 * 900))
                  / (2 * Math.PI * 900 * 900)
                  * 6_000
                  / steps
                  * 5_000
                  / steps;
        }
      }
      double time = 0;
      double left = 12 - past.day(place);
      for (int k = 0; k < 20_000; k++) {
        time += 0.4 * Math.exp(-0.4 * (k + 0.5) * left / 20_000) * left / 20_000;
      }
      sum += 0.7 * space * time;
    }
    double logs = 0;
    for (int i = 0; i < 3; i++) {
      logs += Math.log(0.3 / 30e6 / process.backgroundProbability(w, i));
    }
    assertThat(process.logLikelihood(w)).isCloseTo(logs - 0.3 * 12 - sum, within(1e-5));
  }

  @Test
  void whatIsExpectedIsTheIntegralOfTheIntensityAfterTheWindow() {
    Past past = past(new double[] {2_500}, new double[] {2_500}, new double[] {10});
    SelfExciting.Window w = even(past, 0, 30);
    SelfExciting process = new SelfExciting(0.2, 0.6, 0.1, 400);
    double triggered = 0.6 * (Math.exp(-2) - Math.exp(-3));
    assertThat(Arrays.stream(process.expected(w, 10)).sum())
        .isCloseTo(2 + triggered * inside(2_500, 2_500, 400), within(1e-12));
  }

  @Test
  void aFitIsAStationaryPointOfTheExactLikelihood() {
    Past past = simulated();
    SelfExciting.Window w = even(past, 0, 400);
    SelfExciting fit = new SelfExcitingFit(w, 10).fit(Progress.UNHEARD);
    double at = fit.logLikelihood(w);
    for (double step : new double[] {0.97, 1.03}) {
      assertThat(
              new SelfExciting(fit.mu() * step, fit.alpha(), fit.rate(), fit.sigma())
                  .logLikelihood(w))
          .as("seed %d", SEED)
          .isLessThan(at + 1e-3);
      assertThat(
              new SelfExciting(fit.mu(), fit.alpha() * step, fit.rate(), fit.sigma())
                  .logLikelihood(w))
          .isLessThan(at + 1e-3);
      assertThat(
              new SelfExciting(fit.mu(), fit.alpha(), fit.rate() * step, fit.sigma())
                  .logLikelihood(w))
          .isLessThan(at + 1e-3);
      assertThat(
              new SelfExciting(fit.mu(), fit.alpha(), fit.rate(), fit.sigma() * step)
                  .logLikelihood(w))
          .isLessThan(at + 1e-3);
    }
    assertThat(fit.alpha()).isBetween(0.3, 0.8);
    assertThat(fit.rate()).isBetween(0.1, 0.5);
    assertThat(fit.sigma()).isBetween(90.0, 220.0);
  }

  @Test
  void eventsThatBringAboutEverMoreAreHeldBelowOne() {
    double[] day = new double[200];
    double[] at = new double[200];
    for (int i = 0; i < 200; i++) {
      day[i] = 100 * (1 - Math.exp(-i / 40.0));
      at[i] = 2_500;
    }
    double[] reversed = Arrays.stream(day).map(d -> 100 - d).toArray();
    SelfExciting fit =
        new SelfExcitingFit(even(past(at, at, reversed), 0, 101), 50).fit(Progress.UNHEARD);
    assertThat(fit.alpha()).isLessThanOrEqualTo(SelfExciting.MOST_ALPHA);
    assertThat(fit.sigma()).isGreaterThanOrEqualTo(50);
    assertThat(fit.logLikelihood(even(past(at, at, reversed), 0, 101))).isFinite();
  }

  @Test
  void theErrorFunctionHasTheTabledValues() {
    assertThat(ErrorFunction.erf(0)).isZero();
    assertThat(ErrorFunction.erf(0.5)).isCloseTo(0.5204998778130465, within(1e-15));
    assertThat(ErrorFunction.erf(1)).isCloseTo(0.8427007929497149, within(1e-15));
    assertThat(ErrorFunction.erf(-2)).isCloseTo(-0.9953222650189527, within(1e-15));
    assertThat(ErrorFunction.erf(3)).isCloseTo(0.9999779095030014, within(1e-15));
    assertThat(ErrorFunction.erf(2.4999999)).isCloseTo(ErrorFunction.erf(2.5000001), within(1e-9));
  }

  private static double inside(double x, double y, double sigma) {
    return CELLS.normalMass(x, y, sigma, (cell, share) -> {});
  }

  /** A background of one event in two days, each of which brings about half of one. */
  private static Past simulated() {
    Random random = new Random(SEED);
    double[] x = new double[2_000];
    double[] y = new double[2_000];
    double[] day = new double[2_000];
    int n = 0;
    for (double t = -2 * Math.log(random.nextDouble());
        t < 400;
        t -= 2 * Math.log(random.nextDouble())) {
      x[n] = random.nextDouble() * 6_000;
      y[n] = random.nextDouble() * 5_000;
      day[n++] = t;
    }
    for (int i = 0; i < n; i++) {
      for (int child = 0; child < 2; child++) {
        double later = day[i] - Math.log(random.nextDouble()) / 0.25;
        double east = x[i] + 150 * random.nextGaussian();
        double north = y[i] + 150 * random.nextGaussian();
        if (random.nextDouble() < 0.28 && later < 400 && CELLS.at(east, north) >= 0) {
          x[n] = east;
          y[n] = north;
          day[n++] = later;
        }
      }
    }
    return past(Arrays.copyOf(x, n), Arrays.copyOf(y, n), Arrays.copyOf(day, n));
  }

  private static Past past(double[] x, double[] y, double[] day) {
    return new Past(CELLS, x, y, day);
  }

  private static SelfExciting.Window even(Past past, double start, double end) {
    double[] background = new double[CELLS.size()];
    Arrays.fill(background, 1.0 / background.length);
    return new SelfExciting.Window(past, 0, past.size(), start, end, background);
  }

  static SquareCells rectangle(int columns, int rows, double side) {
    int[] column = new int[columns * rows];
    int[] row = new int[column.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = i % columns;
      row[i] = i / columns;
    }
    return new SquareCells(side, column, row);
  }
}
