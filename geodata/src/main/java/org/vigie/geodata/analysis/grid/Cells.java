package org.vigie.geodata.analysis.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.geo.EqualAreaPlane;

/** The hexagons that hold some events, largest count first. */
final class Cells {

  /** More hexagons than this in the box around the events are too many to look at. */
  private static final double MOST_HEXAGONS = 300_000;

  private final List<Events.Event> events;
  private final HexagonLattice lattice;
  private final double reach;

  Cells(List<Events.Event> events, double wantedSide) {
    this.events = events;
    EqualAreaPlane plane = EqualAreaPlane.amid(lons(events), lats(events));
    Envelope box = new Envelope();
    double farthest = 0;
    for (Events.Event event : events) {
      Coordinate place = plane.toMetres(event.lon(), event.lat());
      box.expandToInclude(place);
      farthest = Math.max(farthest, Math.hypot(place.x, place.y));
    }
    reach = farthest;
    double hexagons = box.getArea() / HexagonLattice.area(wantedSide);
    double scale = hexagons > MOST_HEXAGONS ? Math.sqrt(hexagons / MOST_HEXAGONS) : 1;
    lattice = new HexagonLattice(plane, wantedSide * scale);
  }

  private static double[] lons(List<Events.Event> events) {
    return events.stream().mapToDouble(Events.Event::lon).toArray();
  }

  private static double[] lats(List<Events.Event> events) {
    return events.stream().mapToDouble(Events.Event::lat).toArray();
  }

  double scaleError() {
    return EqualAreaPlane.scaleError(reach);
  }

  List<String> caveats(double wantedSide) {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        "Counts depend on the size and place of the hexagons and on who reports: they are not"
            + " tested against chance.");
    if (lattice.side() > wantedSide) {
      caveats.add(
          String.format(
              Locale.ROOT,
              "The events span too wide a box for so small hexagons: sides of %,.0f m were used.",
              lattice.side()));
    }
    long uncertain =
        events.stream()
            .filter(e -> e.uncertaintyMetres().map(r -> r > lattice.side()).orElse(false))
            .count();
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
    long[] cellOfEach = lattice.at(lons(events), lats(events));
    Map<Long, List<Events.Event>> members = new TreeMap<>();
    for (int i = 0; i < cellOfEach.length; i++) {
      members.computeIfAbsent(cellOfEach[i], cell -> new ArrayList<>()).add(events.get(i));
    }
    List<Cell> cells = new ArrayList<>();
    members.forEach((cell, here) -> cells.add(new Cell(lattice.polygon(cell), here)));
    cells.sort(
        Comparator.comparing((Cell cell) -> -cell.members().size())
            .thenComparing(cell -> cell.members().get(0).id()));
    return cells;
  }
}
