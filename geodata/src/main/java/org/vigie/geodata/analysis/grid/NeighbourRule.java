package org.vigie.geodata.analysis.grid;

import java.util.Map;
import java.util.TreeMap;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;

/** Which units count as neighbours, as a caller may say it. */
public final class NeighbourRule {

  public static final Parameter WEIGHTS =
      Parameter.word(
          "weights",
          "Neighbours",
          "Which cells a cell is looked at together with.",
          "contiguity",
          words());

  public static final Parameter BAND_M =
      Parameter.chosen(
          "bandM",
          "Neighbour distance",
          "For neighbours by distance: how far apart the centres may be. Larger finds broader"
              + " concentrations. Left empty, two hexagons, or what gives every area a neighbour.",
          "m",
          100,
          2_000_000);

  public static final Parameter NEAREST =
      Parameter.integer(
          "k", "Nearest neighbours", "For the nearest neighbours: how many.", 8, 1, 200);

  private NeighbourRule() {}

  private static Map<String, String> words() {
    Map<String, String> words = new TreeMap<>();
    words.put("contiguity", "Those that touch it");
    words.put("band", "Those within a distance");
    words.put("knn", "The nearest ones, as many for each");
    return words;
  }

  /** The neighbours in these units; a distance that was left open is chosen and said. */
  public static Neighbours neighbours(
      ArealUnits units, Parameters.Values values, Diagnostics.Builder said) {
    if (values.word(WEIGHTS.name()).equals("band") && values.find(BAND_M.name()).isEmpty()) {
      ArealUnits.Band band = units.suggestedBand();
      said.chosen(BAND_M.name(), band.metres(), band.why());
    }
    return neighbours(units, values);
  }

  /** The same without a word. */
  public static Neighbours neighbours(ArealUnits units, Parameters.Values values) {
    return switch (values.word(WEIGHTS.name())) {
      case "band" ->
          units.within(values.find(BAND_M.name()).orElseGet(() -> units.suggestedBand().metres()));
      case "knn" -> units.nearest(values.integer(NEAREST.name()));
      default -> units.contiguous();
    };
  }
}
