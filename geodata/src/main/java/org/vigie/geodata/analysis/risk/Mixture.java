package org.vigie.geodata.analysis.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Progress;

/**
 * Counts that fade at several paces, smoothed at two bandwidths, and an even chance for every cell,
 * mixed with the weights that would have told earlier events best: the log-likelihood of the events
 * of every past horizon under the mixture is greatest. Weights by expectation-maximisation (A. P.
 * Dempster, N. M. Laird and D. B. Rubin, J. Royal Statistical Society B 39, 1977), as a linear pool
 * of forecasts. Only horizons that were over before the day are looked at, so that no future
 * enters.
 */
final class Mixture implements RiskModel {

  private static final int ROUNDS = 200;
  private static final double SETTLED = 1e-7;

  /** Fewer events than this before a past day teach little about the next. */
  private static final int LEAST_BEFORE = 20;

  /** Fewer events than this in all past horizons do not tell weights apart: all are the same. */
  private static final int LEAST_EVENTS = 30;

  private final Past past;
  private final double horizon;
  private final double step;
  private final double delay;
  private final List<RiskModel> parts;
  private final Progress progress;
  private final Map<Long, Lesson> lessons = new HashMap<>();

  /** What each part said of the cells where events then came, and how many came there. */
  @SuppressWarnings("ArrayRecordComponent") // numbers of a matrix
  private record Lesson(double[][] density, int[] events) {}

  /**
   * @param horizon days ahead
   * @param step days between the past days that are learned from
   * @param delay days that an event takes to be known
   * @param progress hears of every past day
   */
  Mixture(
      Past past,
      List<RiskModel> parts,
      double horizon,
      double step,
      double delay,
      Progress progress) {
    this.past = past;
    this.parts = parts;
    this.horizon = horizon;
    this.step = step;
    this.delay = delay;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "mixture";
  }

  @Override
  public double[] scores(double day) {
    return scores(day, weights(day));
  }

  List<RiskModel> parts() {
    return parts;
  }

  /** With weights learned elsewhere: as {@link #weights} gives them. */
  double[] scores(double day, double[] weights) {
    double[] scores = new double[past.cells().size()];
    Arrays.fill(scores, weights[parts.size()] / scores.length);
    for (int p = 0; p < parts.size(); p++) {
      double[] density = density(parts.get(p), day);
      for (int i = 0; i < scores.length; i++) {
        scores[i] += weights[p] * density[i];
      }
    }
    return scores;
  }

  /** Share of each part, and of the even chance at the end; they add up to 1. */
  double[] weights(double day) {
    List<Lesson> known = new ArrayList<>();
    int events = 0;
    // Lessons lie on multiples of the step, so that the days to come share them.
    for (long k = (long) Math.floor((day - horizon - delay) / step); ; k--) {
      double origin = k * step;
      if (past.before(origin) < LEAST_BEFORE) {
        break;
      }
      Lesson lesson = lessons.computeIfAbsent(k, key -> lesson(origin));
      known.add(lesson);
      events += Arrays.stream(lesson.events).sum();
    }
    double[] weights = new double[parts.size() + 1];
    Arrays.fill(weights, 1.0 / weights.length);
    return events < LEAST_EVENTS ? weights : learned(known, weights);
  }

  /** On the day the events of the last days before it were not known yet; afterwards all are. */
  private Lesson lesson(double origin) {
    progress.at(0, "learning from earlier days");
    int[] counts = past.counts(origin + delay, origin + delay + horizon);
    int[] hit = IntStream.range(0, counts.length).filter(c -> counts[c] > 0).toArray();
    double[][] density = new double[parts.size() + 1][];
    for (int p = 0; p < parts.size(); p++) {
      double[] all = density(parts.get(p), origin);
      density[p] = Arrays.stream(hit).mapToDouble(c -> all[c]).toArray();
    }
    density[parts.size()] = Arrays.stream(hit).mapToDouble(c -> 1.0 / counts.length).toArray();
    return new Lesson(density, Arrays.stream(hit).map(c -> counts[c]).toArray());
  }

  private static double[] learned(List<Lesson> lessons, double[] start) {
    double[] weights = start;
    double change = 1;
    for (int round = 0; round < ROUNDS && change > SETTLED; round++) {
      double[] next = new double[weights.length];
      double total = 0;
      for (Lesson lesson : lessons) {
        for (int i = 0; i < lesson.events.length; i++) {
          double mixed = 0;
          for (int p = 0; p < weights.length; p++) {
            mixed += weights[p] * lesson.density[p][i];
          }
          for (int p = 0; p < weights.length; p++) {
            next[p] += lesson.events[i] * weights[p] * lesson.density[p][i] / mixed;
          }
          total += lesson.events[i];
        }
      }
      change = 0;
      for (int p = 0; p < weights.length; p++) {
        next[p] /= total;
        change = Math.max(change, Math.abs(next[p] - weights[p]));
      }
      weights = next;
    }
    return weights;
  }

  private static double[] density(RiskModel part, double day) {
    double[] scores = part.scores(day);
    double sum = Arrays.stream(scores).sum();
    for (int i = 0; i < scores.length; i++) {
      scores[i] = sum > 0 ? scores[i] / sum : 1.0 / scores.length;
    }
    return scores;
  }
}
