package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import org.vigie.server.http.Json;

/**
 * Five steps of the values of a grid, with colours: a fifth of the cells that are not zero in each,
 * so that a surface of mostly low values still shows its shape. Zero has no colour.
 */
final class GridSteps {

  /** Pale to dark, told apart in grey too. */
  private static final int[] COLOURS = {0xFEE5B2, 0xFDBB63, 0xF58233, 0xD1421F, 0x8A1414};

  private final double[] bounds;

  GridSteps(JsonNode grid) {
    double[] values = new double[grid.path("values").size()];
    int count = 0;
    for (JsonNode value : grid.path("values")) {
      if (!value.isNull() && value.doubleValue() != 0) {
        values[count++] = value.doubleValue();
      }
    }
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    bounds = new double[count == 0 ? 0 : COLOURS.length + 1];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = sorted[(int) Math.min(count - 1L, (long) count * i / COLOURS.length)];
    }
  }

  /** Colour of a value, 0xAARRGGBB. */
  int colour(double value) {
    if (bounds.length == 0 || value == 0 || Double.isNaN(value)) {
      return 0;
    }
    int step = 0;
    while (step < COLOURS.length - 1 && value >= bounds[step + 1]) {
      step++;
    }
    return 0xFF000000 | COLOURS[step];
  }

  /** The steps as a legend: from, below (of the last: to) and colour. */
  ArrayNode described() {
    ArrayNode steps = Json.MAPPER.createArrayNode();
    for (int i = 0; i + 1 < bounds.length; i++) {
      ObjectNode step = steps.addObject();
      step.put("from", bounds[i]);
      step.put(i + 2 == bounds.length ? "to" : "below", bounds[i + 1]);
      step.put("colour", String.format(Locale.ROOT, "#%06X", COLOURS[i]));
    }
    return steps;
  }
}
