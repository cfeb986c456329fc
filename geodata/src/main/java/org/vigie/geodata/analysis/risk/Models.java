package org.vigie.geodata.analysis.risk;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.geodata.analysis.Progress;

/**
 * The models that are tried on the same past: two simple counts, which the others must beat.
 *
 * @param bandwidthM of the kernel and of the narrow one of the mixture; wide kernels are two and a
 *     half times as wide
 * @param horizon days ahead
 * @param step days between the past days that the mixture learns from
 * @param delay days that an event takes to be known
 * @param leastSigma least spread of the self-exciting process, metres
 */
record Models(
    Past past,
    double bandwidthM,
    double horizon,
    double step,
    double delay,
    double leastSigma,
    Progress progress) {

  static final String COUNT_YEAR = "count-365";
  static final String COUNT_ALL = "count-all";
  static final String KERNEL = "kde-730";
  static final String PROMAP = "promap";
  static final String MIXTURE = "mixture";
  static final String SELF_EXCITING = "self-exciting";

  private static final double WIDER = 2.5;

  /** Half-lives of the mixture's counts, in days: a month, a season, a year, four years. */
  private static final double[] HALF_LIVES = {30, 90, 365, 1_500};

  static boolean isSimple(String name) {
    return name.equals(COUNT_YEAR) || name.equals(COUNT_ALL);
  }

  /** In the order of a table; those that learn are handed in, so that they learn once. */
  List<RiskModel> list(SelfExcitingModel selfExciting, Mixture mixture) {
    return Stream.concat(
            Stream.of(COUNT_YEAR, COUNT_ALL, KERNEL, PROMAP).map(this::named),
            Stream.of(selfExciting, mixture))
        .toList();
  }

  /** A model that does not learn. */
  RiskModel named(String name) {
    return switch (name) {
      case COUNT_YEAR -> new CountModel(name, past, Weighting.last(Backtest.RECENT_DAYS));
      case COUNT_ALL -> new CountModel(name, past, Weighting.all());
      case KERNEL ->
          new KernelModel(name, past, Spread.gaussian(past, bandwidthM), Weighting.last(730));
      case PROMAP ->
          new KernelModel(
              name,
              past,
              Spread.halfCells(past, WIDER * past.cells().side()),
              Weighting.perWeek(90));
      default -> throw new IllegalArgumentException("no model " + name);
    };
  }

  /** Ranks cells that a model scores the same. */
  RiskModel tie() {
    return new KernelModel("tie", past, Spread.gaussian(past, WIDER * bandwidthM), Weighting.all());
  }

  SelfExcitingModel selfExciting() {
    return new SelfExcitingModel(
        past, Spread.gaussian(past, WIDER * bandwidthM), horizon, leastSigma, progress);
  }

  Mixture mixture() {
    return new Mixture(
        past,
        List.of(
            new CountModel("half-life 30 d", past, Weighting.halving(HALF_LIVES[0])),
            new CountModel("half-life 90 d", past, Weighting.halving(HALF_LIVES[1])),
            new CountModel("half-life 365 d", past, Weighting.halving(HALF_LIVES[2])),
            new CountModel("half-life 1500 d", past, Weighting.halving(HALF_LIVES[3])),
            new CountModel("all history", past, Weighting.all()),
            new KernelModel(
                "narrow kernel", past, Spread.gaussian(past, bandwidthM), Weighting.halving(365)),
            new KernelModel(
                "wide kernel",
                past,
                Spread.gaussian(past, WIDER * bandwidthM),
                Weighting.halving(1_500))),
        horizon,
        step,
        delay,
        progress);
  }
}
