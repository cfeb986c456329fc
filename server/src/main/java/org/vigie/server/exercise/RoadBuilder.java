package org.vigie.server.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/**
 * Lays roads over the grid the way they come about: the main ones first, later ones joining an
 * existing road where that is cheaper than clearing a way of their own.
 */
final class RoadBuilder {

  /** Closer to the sea than this, a road is built only where there is no other way. */
  static final double SHORE_KM = 2.2;

  private final Terrain terrain;
  private final Rivers rivers;
  private final Grid grid;
  private final double[] ground;

  /** Step between two neighbouring cells, the lower first, and the road it carries. */
  private final Map<Long, Laid> steps = new HashMap<>();

  private final boolean[] carriesRoad;
  private final Map<RoadClass, Integer> numbers = new EnumMap<>(RoadClass.class);

  /** A road as laid: its class and name. */
  record Laid(RoadClass roadClass, String name) {}

  RoadBuilder(long seed, Terrain terrain, Rivers rivers) {
    this.terrain = terrain;
    this.rivers = rivers;
    this.grid = terrain.grid();
    this.carriesRoad = new boolean[grid.size()];
    Noise noise = new Noise(seed, "roads");
    this.ground = new double[grid.size()];
    for (int cell = 0; cell < ground.length; cell++) {
      ground[cell] =
          1
              + 4.5 * sq(1 + noise.askew(grid.x(cell) / 26, grid.y(cell) / 26, 5, 0.6))
              + terrain.elevation(cell) / 700;
    }
  }

  private static double sq(double value) {
    return value * value;
  }

  Map<Long, Laid> steps() {
    return steps;
  }

  static long step(int a, int b) {
    return ((long) Math.min(a, b) << 32) | Math.max(a, b);
  }

  /** Builds roads between those pairs of places that have no third place between them. */
  void connect(List<Settlement> places, RoadClass roadClass, double longestKm, double reach) {
    List<Settlement[]> pairs = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      for (int j = i + 1; j < places.size(); j++) {
        Settlement a = places.get(i);
        Settlement b = places.get(j);
        if (a.distanceKm(b.km()) < longestKm && nobodyBetween(a, b, places, reach)) {
          pairs.add(new Settlement[] {a, b});
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(p -> p[0].distanceKm(p[1].km())));
    for (Settlement[] pair : pairs) {
      build(pair[0].cell(), c -> c == pair[1].cell(), roadClass);
    }
  }

  /** Joins a place to whatever road is nearest in cost. */
  void join(Settlement place, RoadClass roadClass) {
    if (!carriesRoad[place.cell()]) {
      build(place.cell(), c -> carriesRoad[c], roadClass);
    }
  }

  /** The Gabriel rule, with a circle of {@code reach} times the distance as its diameter. */
  private static boolean nobodyBetween(
      Settlement a, Settlement b, List<Settlement> places, double reach) {
    var middle = Lines.between(a.km(), b.km(), 0.5);
    double radius = a.distanceKm(b.km()) / 2 * reach;
    return places.stream()
        .noneMatch(p -> !p.equals(a) && !p.equals(b) && p.distanceKm(middle) < radius);
  }

  private record Front(int cell, double cost) {}

  private void build(int from, IntPredicate goal, RoadClass roadClass) {
    List<Integer> path = path(from, goal);
    String name = null;
    for (int i = 1; i < path.size(); i++) {
      long key = step(path.get(i - 1), path.get(i));
      if (!steps.containsKey(key)) {
        if (name == null) {
          name = roadClass.letter() + numbers.merge(roadClass, 1, Integer::sum);
        }
        steps.put(key, new Laid(roadClass, name));
      }
    }
    path.forEach(c -> carriesRoad[c] = true);
  }

  private List<Integer> path(int from, IntPredicate goal) {
    double[] cost = new double[grid.size()];
    int[] back = new int[grid.size()];
    Arrays.fill(cost, Double.MAX_VALUE);
    Arrays.fill(back, -1);
    cost[from] = 0;
    PriorityQueue<Front> open =
        new PriorityQueue<>(Comparator.comparingDouble(Front::cost).thenComparingInt(Front::cell));
    open.add(new Front(from, 0));
    while (!open.isEmpty()) {
      Front front = open.remove();
      if (front.cost > cost[front.cell]) {
        continue;
      }
      if (goal.test(front.cell)) {
        return trail(front.cell, back);
      }
      for (int step = 0; step < 8; step++) {
        int next = grid.neighbour(front.cell, step);
        if (next >= 0 && isDry(front.cell, next)) {
          double reached = front.cost + price(front.cell, next) * grid.length(step);
          if (reached < cost[next]) {
            cost[next] = reached;
            back[next] = front.cell;
            open.add(new Front(next, reached));
          }
        }
      }
    }
    return List.of();
  }

  /** Whether a step stays on land; from corner to corner that takes a third cell of land. */
  private boolean isDry(int from, int to) {
    return terrain.isLand(to)
        && (terrain.isLand(grid.index(grid.column(from), grid.row(to)))
            || terrain.isLand(grid.index(grid.column(to), grid.row(from))));
  }

  private double price(int from, int to) {
    if (steps.containsKey(step(from, to))) {
      return 0.8;
    }
    double climb = Math.abs(terrain.elevation(to) - terrain.elevation(from)) / 22;
    double bridge = rivers.isWater(to) ? 10 : 0;
    // running beside a road is dearer than taking it or keeping away from it
    double crowding = carriesRoad[to] ? 3 : 0;
    double shore = terrain.coastKm(to) < SHORE_KM ? 40 : 0;
    return ground[to] + climb + bridge + crowding + shore;
  }

  private static List<Integer> trail(int end, int[] back) {
    List<Integer> trail = new ArrayList<>();
    for (int cell = end; cell >= 0; cell = back[cell]) {
      trail.add(cell);
    }
    Collections.reverse(trail);
    return trail;
  }
}
