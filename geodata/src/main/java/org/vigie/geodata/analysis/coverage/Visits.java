package org.vigie.geodata.analysis.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The times somebody was at a place, those close together taken for one visit.
 *
 * @param list disjoint, in the order of time
 */
record Visits(List<Visit> list) {

  /** From one second since 1970 to another. */
  record Visit(double from, double to) {}

  /**
   * @param passes in any order, may overlap
   * @param mergeSeconds passes at most this long after the end of the one before are one visit
   */
  static Visits of(List<Visit> passes, double mergeSeconds) {
    List<Visit> sorted =
        passes.stream()
            .sorted(Comparator.comparingDouble(Visit::from).thenComparingDouble(Visit::to))
            .toList();
    List<Visit> merged = new ArrayList<>();
    for (Visit pass : sorted) {
      int last = merged.size() - 1;
      if (last >= 0 && pass.from() <= merged.get(last).to() + mergeSeconds) {
        Visit before = merged.get(last);
        merged.set(last, new Visit(before.from(), Math.max(before.to(), pass.to())));
      } else {
        merged.add(pass);
      }
    }
    return new Visits(merged);
  }

  /** Those that reach into a window. */
  Visits since(double start) {
    return new Visits(list.stream().filter(v -> v.to() >= start).toList());
  }

  /**
   * Longest time without anybody between two moments, in seconds. What lies before the first visit
   * and after the last counts: a place that was seen once is not without a gap.
   */
  double longestGap(double start, double end) {
    double longest = 0;
    double last = start;
    for (Visit visit : list) {
      longest = Math.max(longest, Math.min(visit.from(), end) - last);
      last = Math.max(last, visit.to());
    }
    return Math.max(longest, end - last);
  }
}
