package org.vigie.server.exercise;

import java.time.DayOfWeek;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where people live: a capital on a bay, cities far apart, towns between them and villages in
 * reach, near water and low ground, with populations by rank (Zipf).
 */
final class Settlements {

  static final int CITIES = 9;
  static final int TOWNS = 40;
  static final int ALL = 126;

  private static final double SMALLEST_ISLAND_KM2 = 60;

  private final Terrain terrain;
  private final Drainage drainage;
  private final Warp warp;
  private final Grid grid;
  private final Dice dice;
  private final boolean[] mainland;
  private final List<Settlement> list = new ArrayList<>();

  Settlements(long seed, Terrain terrain, Drainage drainage, Warp warp, Names names) {
    this.terrain = terrain;
    this.drainage = drainage;
    this.warp = warp;
    this.grid = terrain.grid();
    this.dice = new Dice(seed, "settlements");
    this.mainland = new boolean[grid.size()];
    reach(grid.cellAt(0, 0), mainland);
    List<Integer> land = habitable();
    add(capital(land), names);
    while (list.size() < ALL) {
      add(next(land), names);
    }
  }

  /** Land away from the shore, on islands that are big enough for a village. */
  private List<Integer> habitable() {
    boolean[] visited = new boolean[grid.size()];
    boolean[] big = new boolean[grid.size()];
    for (int cell = 0; cell < grid.size(); cell++) {
      if (terrain.isLand(cell) && !visited[cell]) {
        boolean[] island = new boolean[grid.size()];
        boolean enough = reach(cell, island) * grid.cellKm() * grid.cellKm() > SMALLEST_ISLAND_KM2;
        for (int other = 0; other < island.length; other++) {
          visited[other] |= island[other];
          big[other] |= island[other] && enough;
        }
      }
    }
    List<Integer> land = new ArrayList<>();
    for (int cell = 0; cell < grid.size(); cell++) {
      if (big[cell] && terrain.coastKm(cell) > 2.5 && !grid.onEdge(cell)) {
        land.add(cell);
      }
    }
    return land;
  }

  /** The most sheltered place by the sea: much land around it, and open water close by. */
  private int capital(List<Integer> land) {
    int best = land.get(0);
    double bestScore = -1;
    for (int cell : land) {
      if (terrain.coastKm(cell) > 4.6 || terrain.elevation(cell) > 220 || !mainland[cell]) {
        continue;
      }
      double near = share(cell, 6);
      double wide = share(cell, 22);
      double river = Math.min(1, drainage.catchmentKm2(cell) / 2500);
      double score = wide - Math.abs(near - 0.62) + 0.25 * river - Math.abs(wide - 0.72);
      if (score > bestScore) {
        bestScore = score;
        best = cell;
      }
    }
    return best;
  }

  /** Marks the cells that can be reached without a boat and returns how many there are. */
  private int reach(int start, boolean[] reached) {
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(start);
    reached[start] = true;
    int count = 0;
    while (!queue.isEmpty()) {
      int cell = queue.remove();
      count++;
      for (int step = 0; step < 4; step++) {
        int next = grid.neighbour(cell, step);
        if (next >= 0 && !reached[next] && terrain.isLand(next)) {
          reached[next] = true;
          queue.add(next);
        }
      }
    }
    return count;
  }

  /** Share of land among the cells within a number of cells. */
  private double share(int cell, int reach) {
    int land = 0;
    int all = 0;
    for (int row = -reach; row <= reach; row += 2) {
      for (int column = -reach; column <= reach; column += 2) {
        int other =
            grid.cellAt(grid.x(cell) + column * grid.cellKm(), grid.y(cell) + row * grid.cellKm());
        land += terrain.isLand(other) ? 1 : 0;
        all++;
      }
    }
    return (double) land / all;
  }

  private int next(List<Integer> land) {
    boolean city = list.size() < CITIES;
    // one city in the heart of the island, some more away from the coast
    double inland = list.size() == 1 ? 66 : city && list.size() % 2 == 0 ? 32 : 0;
    double apart = kind(list.size()).apartKm();
    while (true) {
      int best = -1;
      double bestScore = 0;
      for (int trial = 0; trial < 70; trial++) {
        int cell = dice.pick(land);
        double nearest = nearestKm(grid.centre(cell));
        double score = suitability(cell) * Math.min(2, nearest / apart);
        if ((city && !mainland[cell]) || terrain.coastKm(cell) < inland) {
          continue;
        }
        if (nearest > apart && score > bestScore) {
          bestScore = score;
          best = cell;
        }
      }
      if (best >= 0) {
        return best;
      }
      // the land is full at this distance; people move closer together
      apart *= 0.9;
    }
  }

  private double suitability(int cell) {
    double coast = terrain.coastKm(cell) < 9 ? 1.12 : 1;
    double water = 1 + Math.min(1.4, drainage.catchmentKm2(cell) / 900);
    double height = StrictMath.exp(-terrain.elevation(cell) / 2600);
    return coast * water * height * dice.between(0.6, 1);
  }

  private double nearestKm(Coordinate km) {
    return list.stream().mapToDouble(s -> s.distanceKm(km)).min().orElse(Double.MAX_VALUE);
  }

  private static Settlement.Kind kind(int rank) {
    return rank == 0
        ? Settlement.Kind.CAPITAL
        : rank < CITIES
            ? Settlement.Kind.CITY
            : rank < TOWNS ? Settlement.Kind.TOWN : Settlement.Kind.VILLAGE;
  }

  private void add(int cell, Names names) {
    int rank = list.size();
    double zipf = 710_000 / StrictMath.pow(rank + 1, 1.02) * dice.between(0.86, 1.14);
    int population = (int) Math.round(zipf / 10) * 10;
    DayOfWeek marketDay = DayOfWeek.of(dice.whole(1, 6));
    list.add(
        new Settlement(
            rank,
            names.next(),
            warp.bend(grid.centre(cell)),
            cell,
            population,
            kind(rank),
            marketDay));
  }

  /** The capital first, then by rank. */
  List<Settlement> list() {
    return list;
  }

  Settlement nearest(Coordinate km) {
    Settlement best = list.get(0);
    for (Settlement settlement : list) {
      if (settlement.distanceKm(km) < best.distanceKm(km)) {
        best = settlement;
      }
    }
    return best;
  }
}
