package org.vigie.geodata.analysis.grid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;
import org.vigie.geodata.analysis.EventFigures;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.geo.HexagonGrid;
import org.vigie.geodata.geo.LocalProjection;

/** The hexagons around some events, largest count first. */
final class Cells {

  /** More hexagons than this in the box around the events are too many to lay. */
  private static final double MOST_HEXAGONS = 300_000;

  private final List<Events.Event> events;
  private final LocalProjection projection;
  private final List<Coordinate> places = new ArrayList<>();
  private final Envelope box = new Envelope();
  private final KdTree index = new KdTree();
  private final double side;

  Cells(List<Events.Event> events, double wantedSide) {
    this.events = events;
    Coordinate centre = new EventFigures(events).centre();
    projection = new LocalProjection(centre.x, centre.y);
    for (Events.Event event : events) {
      Coordinate place = projection.toMetres(event.lon(), event.lat());
      places.add(place);
      box.expandToInclude(place);
      index.insert(place);
    }
    double hexagons = box.getArea() / HexagonGrid.area(wantedSide);
    side = hexagons > MOST_HEXAGONS ? wantedSide * Math.sqrt(hexagons / MOST_HEXAGONS) : wantedSide;
  }

  double scaleError() {
    return LocalProjection.scaleError(
        places.stream().mapToDouble(p -> Math.hypot(p.x, p.y)).max().orElse(0));
  }

  List<String> caveats(double wantedSide) {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        "Counts depend on the size and place of the hexagons and on who reports: they are not"
            + " tested against chance.");
    if (side > wantedSide) {
      caveats.add(
          String.format(
              Locale.ROOT,
              "The events span too wide a box for so small hexagons: sides of %,.0f m were used.",
              side));
    }
    long uncertain =
        events.stream().filter(e -> e.uncertaintyMetres().map(r -> r > side).orElse(false)).count();
    if (uncertain > 0) {
      caveats.add(
          String.format(
              Locale.ROOT,
              "The place of %,d of %,d events is less certain than the side of a hexagon.",
              uncertain,
              events.size()));
    }
    return caveats;
  }

  List<Cell> list() {
    Map<Coordinate, List<Integer>> byPlace = new LinkedHashMap<>();
    for (int i = 0; i < places.size(); i++) {
      byPlace.computeIfAbsent(places.get(i), place -> new ArrayList<>()).add(i);
    }
    BitSet taken = new BitSet();
    List<Cell> cells = new ArrayList<>();
    for (Polygon hexagon : HexagonGrid.covering(box, side, cell -> !index.query(cell).isEmpty())) {
      List<Events.Event> members = new ArrayList<>();
      for (Object node : index.query(hexagon.getEnvelopeInternal())) {
        Coordinate place = ((KdNode) node).getCoordinate();
        List<Integer> here = byPlace.getOrDefault(place, List.of());
        // On a shared side the first hexagon has it, so that nothing counts twice.
        if (!here.isEmpty()
            && !taken.get(here.get(0))
            && SimplePointInAreaLocator.locate(place, hexagon) != Location.EXTERIOR) {
          here.forEach(taken::set);
          here.forEach(i -> members.add(events.get(i)));
        }
      }
      if (!members.isEmpty()) {
        cells.add(new Cell(projection.toDegrees(hexagon), members));
      }
    }
    cells.sort(
        Comparator.comparing((Cell cell) -> -cell.members().size())
            .thenComparing(cell -> cell.members().get(0).id()));
    return cells;
  }
}
