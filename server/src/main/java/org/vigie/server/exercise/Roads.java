package org.vigie.server.exercise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** The road network: segments between junctions and places, each with its road's class and name. */
final class Roads {

  /**
   * A piece of road between two nodes.
   *
   * @param line in km on the plane, from node {@code from} to node {@code to}
   * @param startKm kilometre post of its first point along the named road
   */
  record Segment(
      String id,
      RoadBuilder.Laid road,
      int from,
      int to,
      LineString line,
      double lengthKm,
      double startKm) {}

  private final Grid grid;
  private final Warp warp;
  private final Predicate<Coordinate[]> onLand;
  private final Map<String, Integer> numberByRoad = new HashMap<>();
  private final List<Segment> segments = new ArrayList<>();
  private final Map<Integer, List<Segment>> byNode = new HashMap<>();

  Roads(
      long seed,
      Terrain terrain,
      Rivers rivers,
      Settlements settlements,
      Warp warp,
      Predicate<Coordinate[]> onLand) {
    this.grid = terrain.grid();
    this.warp = warp;
    this.onLand = onLand;
    RoadBuilder builder = new RoadBuilder(seed, terrain, rivers);
    List<Settlement> all = settlements.list();
    builder.connect(all.subList(0, Settlements.CITIES), RoadClass.PRIMARY, 260, 0.8);
    builder.connect(all.subList(0, Settlements.TOWNS), RoadClass.SECONDARY, 120, 0.9);
    all.forEach(s -> builder.join(s, RoadClass.TRACK));
    builder.connect(all, RoadClass.TRACK, 38, 1);
    Set<Integer> places = new HashSet<>();
    all.forEach(s -> places.add(s.cell()));
    split(new RoadCells(builder.steps(), places));
  }

  private void split(RoadCells cells) {
    Set<Long> used = new HashSet<>();
    Map<String, Double> lengthByRoad = new HashMap<>();
    for (int start : cells.nodes()) {
      for (int first : cells.onward(start)) {
        if (used.contains(RoadBuilder.step(start, first))) {
          continue;
        }
        List<Integer> path = new ArrayList<>(List.of(start, first));
        used.add(RoadBuilder.step(start, first));
        int before = start;
        int at = first;
        while (!cells.isNode(at)) {
          int next = cells.after(before, at);
          used.add(RoadBuilder.step(at, next));
          path.add(next);
          before = at;
          at = next;
        }
        add(path, cells.road(start, first), lengthByRoad);
      }
    }
  }

  private void add(List<Integer> path, RoadBuilder.Laid road, Map<String, Double> lengthByRoad) {
    List<Coordinate> points = new ArrayList<>();
    path.forEach(cell -> points.add(warp.bend(grid.centre(cell))));
    Coordinate[] smooth = Lines.smooth(points, 0.55);
    // over an isthmus a smooth line may cut a bay; the path over cells never does
    Coordinate[] line = onLand.test(smooth) ? smooth : points.toArray(new Coordinate[0]);
    double length = Lines.length(line);
    double startKm = lengthByRoad.merge(road.name(), length, Double::sum) - length;
    String id =
        String.format("%s-%02d", road.name(), numberByRoad.merge(road.name(), 1, Integer::sum));
    Segment segment =
        new Segment(
            id,
            road,
            path.get(0),
            path.get(path.size() - 1),
            Plane.KM.createLineString(line),
            length,
            startKm);
    segments.add(segment);
    byNode.computeIfAbsent(segment.from, k -> new ArrayList<>()).add(segment);
    byNode.computeIfAbsent(segment.to, k -> new ArrayList<>()).add(segment);
  }

  List<Segment> segments() {
    return segments;
  }

  /** Segments that end at a node; empty for a cell that is none. */
  List<Segment> at(int node) {
    return byNode.getOrDefault(node, List.of());
  }
}
