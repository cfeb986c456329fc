package org.vigie.server.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;

/** Fastest ways over the road network. */
final class Router {

  private final Roads roads;
  private final Map<Integer, Tree> trees = new HashMap<>();

  Router(Roads roads) {
    this.roads = roads;
  }

  private record Tree(Map<Integer, Roads.Segment> back, Map<Integer, Double> hours) {}

  private record Front(int node, double hours) {}

  /** Hours of driving in the dry season; infinite where no road leads. */
  double hours(int from, int to) {
    return tree(from).hours.getOrDefault(to, Double.POSITIVE_INFINITY);
  }

  /** The way as points on the plane; empty where no road leads. */
  List<Coordinate> way(int from, int to) {
    Tree tree = tree(from);
    List<Coordinate[]> pieces = new ArrayList<>();
    int at = to;
    while (at != from) {
      Roads.Segment segment = tree.back.get(at);
      if (segment == null) {
        return List.of();
      }
      boolean forward = segment.to() == at;
      pieces.add(
          forward ? segment.line().getCoordinates() : segment.line().reverse().getCoordinates());
      at = forward ? segment.from() : segment.to();
    }
    Collections.reverse(pieces);
    List<Coordinate> way = new ArrayList<>();
    for (Coordinate[] piece : pieces) {
      way.addAll(Arrays.asList(piece).subList(way.isEmpty() ? 0 : 1, piece.length));
    }
    return way;
  }

  private Tree tree(int from) {
    return trees.computeIfAbsent(from, this::grow);
  }

  private Tree grow(int from) {
    Tree tree = new Tree(new HashMap<>(), new HashMap<>());
    PriorityQueue<Front> open =
        new PriorityQueue<>(Comparator.comparingDouble(Front::hours).thenComparingInt(Front::node));
    tree.hours.put(from, 0.0);
    open.add(new Front(from, 0));
    while (!open.isEmpty()) {
      Front front = open.remove();
      if (front.hours > tree.hours.getOrDefault(front.node, 0.0)) {
        continue;
      }
      for (Roads.Segment segment : roads.at(front.node)) {
        int next = segment.from() == front.node ? segment.to() : segment.from();
        double hours = front.hours + segment.lengthKm() / segment.road().roadClass().kmPerHour();
        if (hours < tree.hours.getOrDefault(next, Double.POSITIVE_INFINITY)) {
          tree.hours.put(next, hours);
          tree.back.put(next, segment);
          open.add(new Front(next, hours));
        }
      }
    }
    return tree;
  }
}
