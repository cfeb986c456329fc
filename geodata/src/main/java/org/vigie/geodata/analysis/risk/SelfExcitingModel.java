package org.vigie.geodata.analysis.risk;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.geodata.analysis.Progress;

/**
 * The forecast of a self-exciting process, fitted on the latest events before a day and again when
 * a year of days has passed. The background is a kernel density of these events with an even share
 * for what lies far from all.
 */
final class SelfExcitingModel implements RiskModel {

  /** Pairs grow with the square: so many of the latest events are looked at. */
  static final int MOST_EVENTS = 1_500;

  private static final int LEAST_EVENTS = 30;
  private static final double REFIT_DAYS = 365;
  private static final double EVEN_SHARE = 0.05;

  private final Past past;
  private final Spread spread;
  private final double horizon;
  private final double leastSigma;
  private final Progress progress;
  private final Map<Long, SelfExciting> fits = new TreeMap<>();

  SelfExcitingModel(
      Past past, Spread background, double horizon, double leastSigma, Progress progress) {
    this.past = past;
    this.spread = background;
    this.horizon = horizon;
    this.leastSigma = leastSigma;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "self-exciting";
  }

  @Override
  public double[] scores(double day) {
    SelfExciting.Window window = window(day);
    return window.size() < LEAST_EVENTS ? window.background() : fit(day).expected(window, horizon);
  }

  /**
   * Fitted on what was known when the year of the day began, or on the day while that is little;
   * never on what came after, in whatever order days are asked for.
   */
  SelfExciting fit(double day) {
    long year = (long) Math.floor(day / REFIT_DAYS);
    return window(year * REFIT_DAYS).size() < LEAST_EVENTS
        ? fitTo(day)
        : fits.computeIfAbsent(year, y -> fitTo(y * REFIT_DAYS));
  }

  private SelfExciting fitTo(double day) {
    return new SelfExcitingFit(window(day), leastSigma).fit(progress);
  }

  /** The latest events before a day. */
  SelfExciting.Window window(double day) {
    int to = past.before(day);
    int from = Math.max(0, to - MOST_EVENTS);
    double start = from < to ? past.day(from) : day - 1;
    return new SelfExciting.Window(
        past, from, to, Math.min(start, day - 1), day, background(from, to));
  }

  private double[] background(int from, int to) {
    double[] shares = new double[past.cells().size()];
    for (int i = from; i < to; i++) {
      spread.add(past.place(i), 1, shares);
    }
    double sum = Arrays.stream(shares).sum();
    for (int c = 0; c < shares.length; c++) {
      shares[c] =
          EVEN_SHARE / shares.length
              + (1 - EVEN_SHARE) * (sum > 0 ? shares[c] / sum : 1.0 / shares.length);
    }
    return shares;
  }
}
