package org.vigie.server.exercise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The coastline: the zero contour of the terrain's shape, by marching squares. */
final class Coast {

  private static final double SMALLEST_ISLAND_KM2 = 12;

  private final Terrain terrain;
  private final Grid grid;
  private final List<Polygon> islands = new ArrayList<>();

  Coast(long seed, Terrain terrain) {
    Dice dice = new Dice(seed, "shore");
    this.terrain = terrain;
    this.grid = terrain.grid();
    for (List<Coordinate> line : join(pieces())) {
      line.add(line.get(0).copy());
      if (line.size() < 5) {
        continue;
      }
      LinearRing ring =
          Plane.KM.createLinearRing(Lines.roughen(line.toArray(new Coordinate[0]), 2, dice));
      Polygon polygon = Plane.KM.createPolygon(ring);
      // lagoons become land: the exercise has no lakes
      if (polygon.getArea() > SMALLEST_ISLAND_KM2) {
        islands.add(polygon);
      }
    }
    islands.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
    List<Polygon> all = List.copyOf(islands);
    islands.removeIf(
        lagoon ->
            all.stream()
                .anyMatch(
                    island ->
                        island.getArea() > lagoon.getArea()
                            && island.contains(lagoon.getInteriorPoint())));
  }

  /** Islands in km, largest first, without holes. */
  List<Polygon> islands() {
    return islands;
  }

  /** Contour pieces between crossings of grid lines; a crossing is named by its grid line. */
  private Map<Long, List<Long>> pieces() {
    Map<Long, List<Long>> next = new LinkedHashMap<>();
    for (int row = 0; row + 1 < grid.rows(); row++) {
      for (int column = 0; column + 1 < grid.columns(); column++) {
        square(column, row, next);
      }
    }
    return next;
  }

  private void square(int column, int row, Map<Long, List<Long>> next) {
    int sw = grid.index(column, row);
    int se = sw + 1;
    int nw = sw + grid.columns();
    int ne = nw + 1;
    long south = 2L * sw;
    long west = 2L * sw + 1;
    long north = 2L * nw;
    long east = 2L * se + 1;
    List<Long> crossed = new ArrayList<>();
    add(crossed, south, sw, se);
    add(crossed, east, se, ne);
    add(crossed, north, nw, ne);
    add(crossed, west, sw, nw);
    if (crossed.size() == 2) {
      link(next, crossed.get(0), crossed.get(1));
    } else if (crossed.size() == 4) {
      double middle = terrain.shape(sw) + terrain.shape(se) + terrain.shape(nw) + terrain.shape(ne);
      boolean joined = middle > 0 == terrain.isLand(sw);
      link(next, south, joined ? east : west);
      link(next, north, joined ? west : east);
    }
  }

  private void add(List<Long> crossed, long name, int from, int to) {
    if (terrain.isLand(from) != terrain.isLand(to)) {
      crossed.add(name);
    }
  }

  private static void link(Map<Long, List<Long>> next, long from, long to) {
    next.computeIfAbsent(from, k -> new ArrayList<>(2)).add(to);
    next.computeIfAbsent(to, k -> new ArrayList<>(2)).add(from);
  }

  private List<List<Coordinate>> join(Map<Long, List<Long>> next) {
    List<List<Coordinate>> lines = new ArrayList<>();
    Map<Long, Boolean> seen = new HashMap<>();
    for (Long start : next.keySet()) {
      if (seen.containsKey(start)) {
        continue;
      }
      List<Coordinate> line = new ArrayList<>();
      long at = start;
      boolean more = true;
      while (more) {
        seen.put(at, true);
        line.add(crossing(at));
        more = false;
        for (long to : next.getOrDefault(at, List.of())) {
          if (!seen.containsKey(to)) {
            at = to;
            more = true;
            break;
          }
        }
      }
      lines.add(line);
    }
    return lines;
  }

  private Coordinate crossing(long name) {
    int from = (int) (name / 2);
    int to = name % 2 == 0 ? from + 1 : from + grid.columns();
    double a = terrain.shape(from);
    double b = terrain.shape(to);
    // kept off the grid points, so that two crossings never fall together
    double t = Math.min(0.95, Math.max(0.05, a / (a - b)));
    return new Coordinate(
        grid.x(from) + t * (grid.x(to) - grid.x(from)),
        grid.y(from) + t * (grid.y(to) - grid.y(from)));
  }
}
