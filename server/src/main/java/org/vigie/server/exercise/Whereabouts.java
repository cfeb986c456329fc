package org.vigie.server.exercise;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/**
 * Finds places for what happens: along the roads of a settlement, in it, or in the country around.
 */
final class Whereabouts {

  /** A point and the road it lies on, the latter empty off the roads. */
  record Spot(Coordinate km, String road) {}

  private final Country country;
  private final Map<Integer, List<Roads.Segment>> around = new HashMap<>();

  Whereabouts(Country country) {
    this.country = country;
  }

  Spot find(Settlement place, double onRoads, Dice dice) {
    if (dice.chance(onRoads) && !country.roads().at(place.cell()).isEmpty()) {
      return alongRoad(place, dice);
    }
    double size = 0.5 + StrictMath.pow(place.population() / 10_000.0, 0.4) * 0.55;
    for (int attempt = 0; attempt < 40; attempt++) {
      double away =
          dice.chance(0.6) ? Math.abs(dice.gaussian()) * size : size + dice.exponential(5.5);
      Coordinate km = shifted(place.km(), away, dice);
      if (country.isLand(km)) {
        return new Spot(km, "");
      }
    }
    return new Spot(place.km(), "");
  }

  private Spot alongRoad(Settlement place, Dice dice) {
    List<Roads.Segment> candidates = around.computeIfAbsent(place.cell(), this::within);
    double away = 0.6 + dice.exponential(10);
    Roads.Segment segment = dice.pick(candidates);
    boolean fromStart =
        segment.line().getCoordinateN(0).distance(place.km())
            < segment.line().getCoordinateN(segment.line().getNumPoints() - 1).distance(place.km());
    double at = Math.min(segment.lengthKm(), away) * dice.between(0.6, 1);
    double along = fromStart ? at : segment.lengthKm() - at;
    return new Spot(Lines.along(segment.line().getCoordinates(), along), segment.road().name());
  }

  /** The segments at a place and those that go on from them. */
  private List<Roads.Segment> within(int cell) {
    Set<Roads.Segment> found = new HashSet<>();
    List<Roads.Segment> result = new java.util.ArrayList<>();
    for (Roads.Segment first : country.roads().at(cell)) {
      if (found.add(first)) {
        // twice, so that the nearer stretch is the likelier
        result.add(first);
        result.add(first);
      }
    }
    for (Roads.Segment first : country.roads().at(cell)) {
      int beyond = first.from() == cell ? first.to() : first.from();
      for (Roads.Segment next : country.roads().at(beyond)) {
        if (found.add(next)) {
          result.add(next);
        }
      }
    }
    return result;
  }

  /** A point at a distance in any direction. */
  static Coordinate shifted(Coordinate from, double km, Dice dice) {
    double angle = dice.between(0, 2 * Math.PI);
    return new Coordinate(from.x + km * StrictMath.cos(angle), from.y + km * StrictMath.sin(angle));
  }
}
