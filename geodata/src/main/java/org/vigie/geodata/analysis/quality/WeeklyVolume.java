package org.vigie.geodata.analysis.quality;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.SplittableRandom;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;

/**
 * Events by week, Monday to Sunday in UTC: weeks without any, and the week at which the volume
 * changed most. The change point is where two Poisson rates explain the counts best over one (D. V.
 * Hinkley, Biometrika 57, 1970); its probability, like that of the longest gap, is the share of
 * reshuffled weeks that do as well: {@code (R + 1)/(M + 1)}.
 */
final class WeeklyVolume {

  /** A rate of fewer weeks is not one. */
  private static final int LEAST_WEEKS = 4;

  private final LocalDate monday;
  private final int[] counts;

  /**
   * @param times at least one
   * @param first day that was selected, not after the first of the times
   * @param last day that was selected
   */
  WeeklyVolume(List<Instant> times, LocalDate first, LocalDate last) {
    monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    counts = new int[Math.toIntExact(ChronoUnit.WEEKS.between(monday, last)) + 1];
    for (Instant time : times) {
      long week = ChronoUnit.WEEKS.between(monday, LocalDate.ofInstant(time, ZoneOffset.UTC));
      if (week >= 0 && week < counts.length) {
        counts[(int) week]++;
      }
    }
  }

  int weeks() {
    return counts.length;
  }

  LocalDate start(int week) {
    return monday.plusWeeks(week);
  }

  int count(int week) {
    return counts[week];
  }

  int empty() {
    int empty = 0;
    for (int count : counts) {
      empty += count == 0 ? 1 : 0;
    }
    return empty;
  }

  /** Weeks without events to be expected of a steady rate: {@code n exp(-rate)}. */
  double emptyExpected() {
    return counts.length * Math.exp(-(double) sum(0, counts.length) / counts.length);
  }

  long sum(int from, int to) {
    long sum = 0;
    for (int week = from; week < to; week++) {
      sum += counts[week];
    }
    return sum;
  }

  /** A run of weeks without events. */
  record Gap(int firstWeek, int weeks) {}

  /** The longest, the first of these; of no weeks when there is none. */
  Gap longestGap() {
    return longestGap(counts);
  }

  private static Gap longestGap(int[] counts) {
    Gap longest = new Gap(0, 0);
    int run = 0;
    for (int week = 0; week < counts.length; week++) {
      run = counts[week] == 0 ? run + 1 : 0;
      longest = run > longest.weeks() ? new Gap(week - run + 1, run) : longest;
    }
    return longest;
  }

  /**
   * The week from which on another rate holds.
   *
   * @param week first week of the new rate
   * @param gain logarithm of the likelihood ratio of two rates over one
   */
  record Change(int week, double gain) {}

  /** Where two rates explain the most; of no gain for fewer than eight weeks. */
  Change change() {
    return change(counts);
  }

  private static Change change(int[] counts) {
    long all = 0;
    for (int count : counts) {
      all += count;
    }
    Change best = new Change(0, 0);
    long before = 0;
    for (int week = 1; week <= counts.length - LEAST_WEEKS; week++) {
      before += counts[week - 1];
      double gain =
          part(before, all, (double) week / counts.length)
              + part(all - before, all, (double) (counts.length - week) / counts.length);
      if (week >= LEAST_WEEKS && gain > best.gain()) {
        best = new Change(week, gain);
      }
    }
    return best;
  }

  private static double part(long count, long all, double share) {
    return count == 0 ? 0 : count * Math.log(count / (all * share));
  }

  /** How often reshuffled weeks change, or are empty in a row, as much as these. */
  record Chance(double change, double gap) {}

  Chance chance(int shuffles, Seed seed, Progress progress) {
    double gain = change().gain();
    int gap = longestGap().weeks();
    int changes = 0;
    int gaps = 0;
    int[] shuffled = counts.clone();
    for (int shuffle = 0; shuffle < shuffles; shuffle++) {
      SplittableRandom random = seed.stream(shuffle);
      for (int i = shuffled.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int kept = shuffled[i];
        shuffled[i] = shuffled[other];
        shuffled[other] = kept;
      }
      // A hair of slack: sums in another order round differently.
      changes += change(shuffled).gain() >= gain - 1e-9 ? 1 : 0;
      gaps += longestGap(shuffled).weeks() >= gap ? 1 : 0;
      progress.at((double) shuffle / shuffles, "Reshuffling weeks");
    }
    return new Chance((changes + 1.0) / (shuffles + 1), (gaps + 1.0) / (shuffles + 1));
  }
}
