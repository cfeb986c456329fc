package org.vigie.geodata.analysis.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.analysis.Events;

/** Hexagons or administrative areas that events are counted in, each in one at most. */
public interface ArealUnits {

  int size();

  /** Unit of each event, -1 for none. */
  int[] ofEvents();

  /**
   * The same when the events are moved.
   *
   * @param offsets metres east and north of event i at 2i and 2i + 1
   */
  int[] ofEvents(double[] offsets);

  /** WGS 84 longitude/latitude, cut at the antimeridian. */
  Geometry geometry(int unit);

  /** On the ground. */
  double areaKm2(int unit);

  /** What tells a unit from the others: name and code of an area, nothing for a hexagon. */
  Map<String, Object> names(int unit);

  /** The units at most one shared border or corner away. */
  Neighbours contiguous();

  /** The units whose centre lies within a distance. */
  Neighbours within(double metres);

  /** The units whose centres are nearest. */
  Neighbours nearest(int count);

  /** A distance that gives nearly all units a neighbour, and why it does. */
  Band suggestedBand();

  /** What units there are and by what rule. */
  Map<String, Object> figures();

  /** A distance between neighbours. */
  record Band(double metres, String why) {}

  /** Events in each unit. */
  default double[] counts(int[] unitOfEach) {
    double[] counts = new double[size()];
    for (int unit : unitOfEach) {
      if (unit >= 0) {
        counts[unit]++;
      }
    }
    return counts;
  }

  /** The events of each unit, in their order. */
  default List<List<Events.Event>> members(int[] unitOfEach, List<Events.Event> events) {
    List<List<Events.Event>> members =
        IntStream.range(0, size()).<List<Events.Event>>mapToObj(i -> new ArrayList<>()).toList();
    for (int i = 0; i < unitOfEach.length; i++) {
      if (unitOfEach[i] >= 0) {
        members.get(unitOfEach[i]).add(events.get(i));
      }
    }
    return members;
  }
}
