package org.vigie.geodata.analysis.local;

import java.util.List;
import java.util.function.Predicate;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.analysis.grid.ArealUnits;
import org.vigie.geodata.analysis.grid.NeighbourRule;
import org.vigie.geodata.analysis.grid.Neighbours;
import org.vigie.geodata.analysis.grid.UnitChoice;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;

/** Cells or areas with their neighbours and the events in them, enough of each to be tested. */
public final class Study {

  private final ArealUnits units;
  private final Neighbours neighbours;
  private final List<Events.Event> events;
  private final int[] unitOfEach;
  private final List<List<Events.Event>> members;

  private Study(ArealUnits units, Neighbours neighbours, List<Events.Event> events) {
    this.units = units;
    this.neighbours = neighbours;
    this.events = events;
    unitOfEach = units.ofEvents();
    members = units.members(unitOfEach, events);
  }

  /**
   * What a caller asked for; what was left open is chosen and said.
   *
   * @param events that can be used
   * @param fit areas that may be used
   * @throws BadInputException when there is too little to test, with the reason
   */
  public static Study of(
      Subject subject,
      List<Events.Event> events,
      Parameters.Values values,
      Predicate<Feature> fit,
      Diagnostics.Builder said)
      throws BadInputException {
    Sufficiency.ofEvents(events.size());
    ArealUnits units = UnitChoice.units(subject, events, values, fit, said);
    Study study = new Study(units, NeighbourRule.neighbours(units, values, said), events);
    said.dropped("outside every area", events.size() - (long) study.used());
    Sufficiency.ofEvents(study.used());
    Sufficiency.ofCells(study.neighbours);
    said.figures(units.figures());
    said.figure("emptyCells", study.members.stream().filter(List::isEmpty).count());
    said.figure("islands", study.neighbours.islands());
    said.figure("neighboursMean", study.neighbours.mean());
    return study;
  }

  public ArealUnits units() {
    return units;
  }

  public Neighbours neighbours() {
    return neighbours;
  }

  /** The events, those outside every area among them. */
  public List<Events.Event> events() {
    return events;
  }

  /** Unit of each event, -1 for none; not to be changed. */
  public int[] unitOfEach() {
    return unitOfEach;
  }

  /** Events of each unit. */
  public List<List<Events.Event>> members() {
    return members;
  }

  /** How many events are in a unit. */
  public int used() {
    return members.stream().mapToInt(List::size).sum();
  }
}
