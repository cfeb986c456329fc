package org.vigie.geodata.analysis.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;

/**
 * The scan statistic over circles and steps of time: the windows with the greatest likelihood
 * ratios that share no place, each judged against the greatest of every replication (M. Kulldorff
 * 1997; without population the space-time permutation of Kulldorff and others 2005).
 *
 * <p>A replication costs one visit of every pair of a centre and a place in its circles, and more
 * for each event inside a window's steps; 999 of 20 million pairs take some seconds.
 */
final class Scan {

  private final Neighbourhoods circles;
  private final Calendar calendar;
  private final Cases cases;
  private final Chance chance;
  private final Sweeps sweeps;

  /** The step that the sweeps know as 0: earlier ones are in no window. */
  private final int first;

  private Scan(
      Neighbourhoods circles,
      Calendar calendar,
      Cases cases,
      Chance chance,
      Sweeps sweeps,
      int first) {
    this.circles = circles;
    this.calendar = calendar;
    this.cases = cases;
    this.chance = chance;
    this.sweeps = sweeps;
    this.first = first;
  }

  /**
   * Circles in which there were more events than their population explains.
   *
   * @param circles weighted with the population
   * @param events observed at each place
   * @param leastCases windows with fewer events do not count
   */
  static Scan poisson(Neighbourhoods circles, int[] events, int leastCases) {
    int total = 0;
    for (int count : events) {
      total += count;
    }
    int[] place = new int[total];
    int next = 0;
    double population = 0;
    for (int p = 0; p < events.length; p++) {
      population += circles.weight(p);
      for (int k = 0; k < events[p]; k++) {
        place[next++] = p;
      }
    }
    Calendar calendar = new Calendar(new int[] {total}, 1, total, population);
    return new Scan(
        circles,
        calendar,
        Cases.of(events.length, 1, place, new int[total]),
        new PopulationDraw(circles.weights(), total),
        each -> new ProspectiveSweep(calendar, each, leastCases),
        0);
  }

  /**
   * Cylinders in which there were more events than the events of their places and those of their
   * days explain.
   *
   * @param circles weighted with the events of each place
   * @param place of each event
   * @param step of each event, 0 to {@code steps} - 1
   * @param longest steps of the longest window
   * @param prospective only windows that end with the last step
   * @param leastCases windows with fewer events do not count
   */
  static Scan permutation(
      Neighbourhoods circles,
      int[] place,
      int[] step,
      int steps,
      int longest,
      boolean prospective,
      int leastCases) {
    int first = prospective ? Math.max(0, steps - longest) : 0;
    int[] shifted = new int[step.length];
    int[] perStep = new int[steps - first];
    for (int i = 0; i < step.length; i++) {
      shifted[i] = step[i] - first;
      if (shifted[i] >= 0) {
        perStep[shifted[i]]++;
      }
    }
    Calendar calendar = new Calendar(perStep, longest, place.length, place.length);
    return new Scan(
        circles,
        calendar,
        Cases.of(circles.centres(), perStep.length, place, shifted),
        new TimePermutation(circles.centres(), perStep.length, place, shifted),
        each ->
            prospective
                ? new ProspectiveSweep(calendar, each, leastCases)
                : new RetrospectiveSweep(calendar, each, leastCases),
        first);
  }

  /** All events. */
  int total() {
    return calendar.total();
  }

  /**
   * The windows with the greatest likelihood ratios, none sharing a place with a better one.
   *
   * @param most windows at most
   */
  List<Window> windows(int most, Runnable tick) {
    boolean[] taken = new boolean[circles.centres()];
    List<Window> windows = new ArrayList<>();
    Round round = new Round(circles);
    while (windows.size() < most) {
      Sweep sweep = sweeps.over(cases);
      round.run(List.of(sweep), taken, tick);
      Optional<Window> best = sweep.found();
      if (best.isEmpty()) {
        break;
      }
      Window window = best.get();
      windows.add(window.later(first));
      for (int place : circles.members(window.centre(), window.places())) {
        taken[place] = true;
      }
    }
    return windows;
  }

  Significance significance(
      Replications replications, double observed, Seed seed, Progress progress) {
    return replications.run(circles, cases, chance, sweeps, observed, seed, progress);
  }
}
