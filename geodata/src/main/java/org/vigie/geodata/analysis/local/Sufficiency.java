package org.vigie.geodata.analysis.local;

import java.util.stream.IntStream;
import org.vigie.geodata.analysis.grid.Neighbours;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * Whether there is enough to test: J. K. Ord and A. Getis (1995) take the sums for normally
 * distributed, for which some thirty cells and some events are the least.
 */
public final class Sufficiency {

  private static final int LEAST_EVENTS = 20;
  private static final int LEAST_CELLS = 30;

  private Sufficiency() {}

  /** Refuses fewer than 20 events. */
  public static void ofEvents(int used) throws BadInputException {
    if (used < LEAST_EVENTS) {
      throw refused(
          Message.of("{used} events with a place that can be used are too few to test cells", used),
          Message.of(
              "Select at least {leastEvents} by a larger area, a longer time or another filter",
              LEAST_EVENTS));
    }
  }

  /** Refuses fewer than 30 cells that have a neighbour. */
  public static void ofCells(Neighbours neighbours) throws BadInputException {
    int tested = neighbours.size() - neighbours.islands();
    if (tested < LEAST_CELLS) {
      throw refused(
          Message.of(
              "{tested} cells with neighbours are too few to compare one with the others", tested),
          Message.of(
              "Use smaller cells, a larger area or more neighbours, for at least {leastCells}",
              LEAST_CELLS));
    }
  }

  static void ofVariation(Outcome outcome) throws BadInputException {
    if (IntStream.range(0, outcome.size()).allMatch(i -> Double.isNaN(outcome.z(i)))) {
      throw refused(
          Message.of("there is no variation: every cell has the same value"),
          Message.of("Use cells of another size or another area"));
    }
  }

  private static BadInputException refused(Message what, Message fix) {
    return new BadInputException(Fault.of("inputs", what, fix));
  }
}
