package org.vigie.geodata.analysis.series;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Events counted in steps of equal length that meet at a moment; only whole steps within the period
 * count.
 */
final class StepCounts {

  private final Instant at;
  private final long stepSeconds;
  private final int before;
  private final long[] counts;
  private long outside;

  /**
   * @param times starts of events
   * @param start of the period, not after {@code at}
   * @param end of the period, not before {@code at}
   */
  StepCounts(List<Instant> times, Instant start, Instant at, Instant end, long stepSeconds) {
    this.at = at;
    this.stepSeconds = stepSeconds;
    before = Math.toIntExact(Duration.between(start, at).toSeconds() / stepSeconds);
    int after = Math.toIntExact(Duration.between(at, end).toSeconds() / stepSeconds);
    counts = new long[before + after];
    for (Instant time : times) {
      long step = before + Math.floorDiv(Duration.between(at, time).toSeconds(), stepSeconds);
      if (step < 0 || step >= counts.length) {
        outside++;
      } else {
        counts[(int) step]++;
      }
    }
  }

  /** Steps before the moment. */
  int before() {
    return before;
  }

  int after() {
    return counts.length - before;
  }

  int size() {
    return counts.length;
  }

  long count(int step) {
    return counts[step];
  }

  Instant start(int step) {
    return at.plusSeconds((step - before) * stepSeconds);
  }

  /** Events in no whole step. */
  long outside() {
    return outside;
  }

  /** Events of some steps together. */
  long sum(int from, int to) {
    long sum = 0;
    for (int step = from; step < to; step++) {
      sum += counts[step];
    }
    return sum;
  }

  double[] asDoubles() {
    double[] values = new double[counts.length];
    for (int step = 0; step < values.length; step++) {
      values[step] = counts[step];
    }
    return values;
  }
}
