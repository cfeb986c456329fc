package org.vigie.geodata.analysis.grid;

import java.util.List;
import java.util.Locale;
import org.vigie.geodata.analysis.Events;

/**
 * A width of hexagons that suits some events: the area of a square with the side {@code
 * sqrt(2A/n)}, the quadrat rule of D. A. Griffith and C. G. Amrhein, "Statistical analysis for
 * geographers" (1991), not so wide that there are fewer than a hundred, and not finer than places
 * are known.
 *
 * @param metres between the centres of two hexagons that touch, two digits
 * @param why in words
 */
public record CellSize(double metres, String why) {

  private static final double LEAST_CELLS = 100;
  private static final double LEAST_METRES = 250;

  /** Width of a hexagon over the side of a square of the same area. */
  private static final double SQUARE_TO_WIDTH = Math.sqrt(2 / Math.sqrt(3));

  /**
   * @param area in square metres
   * @param events not empty
   */
  public static CellSize suggested(double area, List<Events.Event> events) {
    double byRule = Math.sqrt(2 * area / events.size());
    double byCells = Math.sqrt(area / LEAST_CELLS);
    double side = Math.min(byRule, byCells);
    double[] radii =
        events.stream().mapToDouble(e -> e.uncertaintyMetres().orElse(0.0)).sorted().toArray();
    double median = radii[radii.length / 2];
    double width = Math.max(side * SQUARE_TO_WIDTH, LEAST_METRES);
    String why =
        byRule <= byCells
            ? "the root of twice the area for each event"
            : "a hundred cells in the area";
    if (median > width) {
      width = median;
      why = "half of the places are known no better; " + why + " would be finer";
    }
    double digit = Math.pow(10, Math.floor(Math.log10(width)) - 1);
    double rounded = Math.ceil(width / digit) * digit;
    return new CellSize(
        rounded,
        String.format(
            Locale.ROOT, "%s, for %,d events on %,.0f km2", why, events.size(), area / 1e6));
  }
}
