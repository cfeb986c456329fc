package org.vigie.geodata.analysis.risk;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Progress;

/**
 * What models would have said on past days, with what was known on each, against what then came.
 * Days with fewer than three events in their horizon tell nothing and are left out.
 */
final class Backtest {

  static final int LEAST_EVENTS = 3;
  static final double RECENT_DAYS = 365;

  private final Past past;
  private final double[] days;
  private final double horizon;
  private final double delay;
  private final RiskModel tie;
  private final int skipped;

  /**
   * @param candidates days of the forecasts, rising
   * @param horizon days ahead
   * @param delay days that an event takes to be known
   * @param tie ranks cells that a model scores the same
   */
  Backtest(Past past, double[] candidates, double horizon, double delay, RiskModel tie) {
    this.past = past;
    this.horizon = horizon;
    this.delay = delay;
    this.tie = tie;
    days =
        Arrays.stream(candidates)
            .filter(d -> past.before(d + horizon) - past.before(d) >= LEAST_EVENTS)
            .toArray();
    skipped = candidates.length - days.length;
  }

  /** The days that are looked at. */
  double[] days() {
    return days;
  }

  int skipped() {
    return skipped;
  }

  /** How a model did everywhere, and where nothing had happened for a year. */
  record Result(Trial everywhere, Trial onset) {}

  /** Expectations whose outcome is not known yet. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Open(double until, double[] expected, int[] counts) {}

  Result run(RiskModel model, Progress progress) {
    int n = days.length;
    int[] all = new int[n];
    int[] events = new int[n];
    int[][] hits = new int[n][];
    int[][] best = new int[n][];
    int[] quietCells = new int[n];
    int[] quietEvents = new int[n];
    int[][] quietHits = new int[n][];
    int[][] quietBest = new int[n][];
    double brier = 0;
    double logScore = 0;
    AtLeastOne chance = new AtLeastOne();
    Deque<Open> open = new ArrayDeque<>();
    for (int d = 0; d < n; d++) {
      progress.at((double) d / n, "trying " + model.name() + " on earlier days");
      double known = days[d] - delay;
      double[] scores = model.scores(known);
      int[] order = Ranking.of(scores, tie.scores(known));
      int[] counts = past.counts(days[d], days[d] + horizon);
      all[d] = counts.length;
      events[d] = Arrays.stream(counts).sum();
      hits[d] = hits(counts, order);
      best[d] = best(counts, counts.length);
      int[] recent = past.counts(known - RECENT_DAYS, known);
      int[] quiet = Arrays.stream(order).filter(c -> recent[c] == 0).toArray();
      int[] quietCounts =
          IntStream.range(0, counts.length).map(c -> recent[c] == 0 ? counts[c] : 0).toArray();
      quietCells[d] = quiet.length;
      quietEvents[d] = Arrays.stream(quietCounts).sum();
      quietHits[d] = hits(quietCounts, quiet);
      quietBest[d] = best(quietCounts, quiet.length);
      while (!open.isEmpty() && open.getFirst().until <= known) {
        Open over = open.removeFirst();
        chance.learn(over.expected, over.counts);
      }
      double[] expected = AtLeastOne.expected(scores, total(past, known, horizon));
      AtLeastOne.Relation relation = chance.relation();
      for (int c = 0; c < counts.length; c++) {
        double p = relation.probability(expected[c]);
        double off = p - (counts[c] > 0 ? 1 : 0);
        brier += off * off / counts.length / n;
        logScore += AtLeastOne.surprise(p, counts[c] > 0) / counts.length / n;
      }
      open.addLast(new Open(days[d] + horizon, expected, counts));
    }
    return new Result(
        new Trial(model.name(), all, events, hits, best, brier, logScore),
        new Trial(
            model.name(), quietCells, quietEvents, quietHits, quietBest, Double.NaN, Double.NaN));
  }

  /** Events to be expected in all: as many a day as in the last year that is known. */
  static double total(Past past, double known, double horizon) {
    double first = past.size() == 0 ? known : past.day(0);
    double span = Math.max(horizon, Math.min(RECENT_DAYS, known - first));
    return (past.before(known) - past.before(known - span)) * horizon / span;
  }

  private static int[] hits(int[] counts, int[] order) {
    return Trial.AREAS.stream()
        .mapToInt(area -> Ranking.sum(counts, order, Ranking.most(area, order.length)))
        .toArray();
  }

  private static int[] best(int[] counts, int cells) {
    return Trial.AREAS.stream()
        .mapToInt(area -> Ranking.best(counts, Ranking.most(area, cells)))
        .toArray();
  }

  /** What came of a model's expectations on all days, for a forecast of today. */
  AtLeastOne.Relation relation(RiskModel model) {
    AtLeastOne chance = new AtLeastOne();
    for (double day : days) {
      double known = day - delay;
      chance.learn(
          AtLeastOne.expected(model.scores(known), total(past, known, horizon)),
          past.counts(day, day + horizon));
    }
    return chance.relation();
  }
}
