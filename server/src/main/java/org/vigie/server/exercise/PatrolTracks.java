package org.vigie.server.exercise;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** The ways patrols take: roads for vehicles, loops for walkers, straight legs for aircraft. */
final class PatrolTracks {

  private final Country country;
  private final Router router;

  PatrolTracks(Country country, Router router) {
    this.country = country;
    this.router = router;
  }

  /** The track on the plane, back to the base; empty when there is no way. */
  List<Coordinate> track(PatrolPlan plan, Dice dice) {
    return switch (plan.type()) {
      case "FOOT", "MARKET_WALK", "COMMUNITY_ENGAGEMENT" ->
          plan.stops().isEmpty() ? walk(plan.base().km(), dice) : byRoad(plan, dice);
      case "AIR_RECCE" -> flight(plan);
      default -> byRoad(plan, dice);
    };
  }

  private List<Coordinate> byRoad(PatrolPlan plan, Dice dice) {
    List<Coordinate> track = new ArrayList<>();
    int at = plan.base().place().cell();
    track.add(plan.base().km());
    for (Settlement stop : plan.stops()) {
      track.addAll(router.way(at, stop.cell()));
      at = stop.cell();
    }
    List<Coordinate> home = router.way(at, plan.base().place().cell());
    track.addAll(home.isEmpty() ? List.of() : home.subList(1, home.size()));
    track.add(plan.base().km());
    return track.size() < 4 ? walk(plan.base().km(), dice) : measured(track, dice);
  }

  /** As a receiver on a vehicle logs it: some metres off, and not at every bend. */
  private static List<Coordinate> measured(List<Coordinate> track, Dice dice) {
    Coordinate[] line = Lines.simplify(track.toArray(new Coordinate[0]), 0.12);
    List<Coordinate> measured = new ArrayList<>(line.length);
    for (Coordinate point : line) {
      measured.add(
          new Coordinate(point.x + dice.gaussian() * 0.015, point.y + dice.gaussian() * 0.015));
    }
    return measured;
  }

  /** A loop of two to seven kilometres through the place and its fields. */
  private List<Coordinate> walk(Coordinate from, Dice dice) {
    double reach = dice.between(0.5, 1.5);
    double turn = dice.between(0, 2 * Math.PI);
    Coordinate middle =
        new Coordinate(
            from.x + reach * StrictMath.cos(turn), from.y + reach * StrictMath.sin(turn));
    List<Coordinate> loop = new ArrayList<>();
    int corners = dice.whole(9, 14);
    for (int i = 1; i < corners; i++) {
      double angle = turn + Math.PI + 2 * Math.PI * i / corners;
      double radius = reach * dice.between(0.6, 1.15);
      Coordinate corner =
          new Coordinate(
              middle.x + radius * StrictMath.cos(angle), middle.y + radius * StrictMath.sin(angle));
      if (country.isLand(corner)) {
        loop.add(corner);
      }
    }
    loop.add(0, from);
    loop.add(loop.size() < 3 ? new Coordinate(from.x + 0.3, from.y + 0.2) : from);
    return loop;
  }

  private static List<Coordinate> flight(PatrolPlan plan) {
    List<Coordinate> legs = new ArrayList<>();
    legs.add(plan.base().km());
    plan.stops().forEach(s -> legs.add(s.km()));
    legs.add(plan.base().km());
    return legs;
  }
}
