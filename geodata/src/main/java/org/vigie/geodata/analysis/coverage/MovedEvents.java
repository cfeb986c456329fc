package org.vigie.geodata.analysis.coverage;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Displacement;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.grid.StudyCells;

/** In which hexagons something happened when every event is moved within its stated radius. */
final class MovedEvents {

  static final Parameter DRAWS =
      Parameter.integer(
          "draws",
          "Draws of places",
          "How often events are moved within their stated uncertainty to see in which hexagons"
              + " something still happened. 0 for not at all.",
          99,
          0,
          999);

  private MovedEvents() {}

  /**
   * Share of draws, 0 to 1, in which a cell has an event at all; empty without draws or without an
   * event that states how far it may be off.
   */
  static Optional<double[]> shares(
      StudyCells cells, List<Events.Event> events, Parameters.Values values, Progress progress) {
    Displacement displacement = new Displacement(events, Seed.of(values));
    int draws = displacement.uncertain() == 0 ? 0 : values.integer(DRAWS.name());
    if (draws == 0) {
      return Optional.empty();
    }
    int[] kept = new int[cells.size()];
    for (int draw = 0; draw < draws; draw++) {
      progress.at((double) draw / draws, "moving events within uncertainty");
      double[][] places = displacement.places(draw);
      int[] counts = cells.counts(cells.lattice().at(places[0], places[1]));
      for (int i = 0; i < kept.length; i++) {
        kept[i] += counts[i] > 0 ? 1 : 0;
      }
    }
    return Optional.of(IntStream.of(kept).mapToDouble(k -> (double) k / draws).toArray());
  }
}
