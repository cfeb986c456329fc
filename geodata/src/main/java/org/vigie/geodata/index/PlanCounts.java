package org.vigie.geodata.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many questions were answered in which way; for operators and tests, never for callers. */
final class PlanCounts {

  private final Map<Plan, Long> counts = new ConcurrentHashMap<>();

  void add(Plan plan) {
    counts.merge(plan, 1L, Long::sum);
  }

  long get(Plan plan) {
    return counts.getOrDefault(plan, 0L);
  }
}
