package org.vigie.server.exercise;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The cells that carry roads and how they hang together. */
final class RoadCells {

  private final Map<Long, RoadBuilder.Laid> steps;
  private final Set<Integer> places;
  private final Map<Integer, Set<Integer>> ways = new TreeMap<>();

  /**
   * @param places cells of settlements, where every road has a node
   */
  RoadCells(Map<Long, RoadBuilder.Laid> steps, Set<Integer> places) {
    this.steps = steps;
    this.places = places;
    for (long step : steps.keySet()) {
      int a = (int) (step >> 32);
      int b = (int) (step & 0xffffffffL);
      ways.computeIfAbsent(a, k -> new TreeSet<>()).add(b);
      ways.computeIfAbsent(b, k -> new TreeSet<>()).add(a);
    }
  }

  /** Ends, junctions, settlements, and where one road becomes another. */
  List<Integer> nodes() {
    return ways.keySet().stream().filter(this::isNode).toList();
  }

  boolean isNode(int cell) {
    Set<Integer> onward = onward(cell);
    return onward.size() != 2
        || places.contains(cell)
        || onward.stream().map(next -> road(cell, next)).distinct().count() > 1;
  }

  Set<Integer> onward(int cell) {
    return ways.getOrDefault(cell, Set.of());
  }

  /** The cell after {@code at} when coming from {@code before}; {@code at} is no node. */
  int after(int before, int at) {
    return onward(at).stream().filter(next -> next != before).findFirst().orElseThrow();
  }

  RoadBuilder.Laid road(int from, int to) {
    return Objects.requireNonNull(steps.get(RoadBuilder.step(from, to)));
  }
}
