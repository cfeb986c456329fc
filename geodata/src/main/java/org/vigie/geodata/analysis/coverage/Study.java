package org.vigie.geodata.analysis.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.analysis.grid.HexagonLattice;
import org.vigie.geodata.analysis.grid.StudyCells;
import org.vigie.geodata.geo.EqualAreaPlane;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Figure;
import org.vigie.geodata.model.Message;

/**
 * Where coverage is looked at: the area of the selection, else what lies around all events,
 * hotspots and ways.
 */
final class Study {

  private static final int MOST_CELLS = 20_000;

  private final Subject subject;
  private final List<Events.Event> events;
  private final Hotspots hotspots;
  private final EqualAreaPlane plane;

  Study(Subject subject, List<Events.Event> events, Hotspots hotspots) {
    this.subject = subject;
    this.events = events;
    this.hotspots = hotspots;
    List<Coordinate> places = places();
    plane =
        places.isEmpty()
            ? new EqualAreaPlane(0, 0)
            : EqualAreaPlane.amid(
                places.stream().mapToDouble(c -> c.x).toArray(),
                places.stream().mapToDouble(c -> c.y).toArray());
  }

  EqualAreaPlane plane() {
    return plane;
  }

  private List<Coordinate> places() {
    if (subject.area().isPresent()) {
      return List.of(subject.area().get().getCoordinates());
    }
    List<Coordinate> places = new ArrayList<>();
    events.forEach(e -> places.add(new Coordinate(e.lon(), e.lat())));
    hotspots.areas().forEach(a -> places.addAll(List.of(a.getCoordinates())));
    ways().forEach(places::add);
    return places;
  }

  private Stream<Coordinate> ways() {
    return subject.companion("patrols").stream()
        .map(Feature::geometry)
        .filter(Objects::nonNull)
        .flatMap(g -> Arrays.stream(g.getCoordinates()));
  }

  /**
   * @throws BadInputException when there are more cells than can be drawn
   */
  StudyCells cells(HexagonLattice lattice, PatrolTracks patrols) throws BadInputException {
    LongStream.Builder occupied = LongStream.builder();
    for (long cell : cellOfEach(lattice, events)) {
      occupied.add(cell);
    }
    if (subject.area().isEmpty()) {
      for (Geometry area : hotspots.areas()) {
        for (Coordinate corner : area.getCoordinates()) {
          Coordinate at = plane.toMetres(corner.x, corner.y);
          occupied.add(lattice.at(at.x, at.y));
        }
      }
      for (Track track : patrols.parts()) {
        for (int i = 0; i < track.size(); i++) {
          occupied.add(lattice.at(track.x()[i], track.y()[i]));
        }
      }
    }
    StudyCells cells =
        StudyCells.of(lattice, occupied.build().distinct().toArray(), subject.area());
    if (cells.size() > MOST_CELLS) {
      throw new BadInputException(
          Fault.of(
              "sideM",
              Message.of(
                  "hexagons with sides of {side} m are too many for so wide an area: {count}",
                  Figure.whole(lattice.side()),
                  Figure.whole(cells.size())),
              Message.of(
                  "Use sides of at least {side} m or choose a smaller area",
                  Figure.whole(
                      Math.ceil(
                              lattice.side() * Math.sqrt((double) cells.size() / MOST_CELLS) / 100)
                          * 100))));
    }
    return cells;
  }

  static long[] cellOfEach(HexagonLattice lattice, List<Events.Event> events) {
    return lattice.at(
        events.stream().mapToDouble(Events.Event::lon).toArray(),
        events.stream().mapToDouble(Events.Event::lat).toArray());
  }
}
