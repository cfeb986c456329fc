package org.vigie.geodata.analysis.emerging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;

/** What a bin is compared with. */
public enum Window {
  CUBE("All cells at all times"),
  NEIGHBOURHOOD("All cells at the steps that count as its neighbours"),
  STEP("All cells at the same step");

  static final Parameter PARAMETER =
      Parameter.word(
          "window",
          "Compared with",
          "With all times, a general rise makes the late steps hot; with the same step, only what"
              + " stands out from the rest at that time is.",
          "cube",
          labels());

  private final String label;

  Window(String label) {
    this.label = label;
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new TreeMap<>();
    Arrays.stream(values()).forEach(w -> labels.put(w.name().toLowerCase(Locale.ROOT), w.label));
    return labels;
  }

  static Window of(Parameters.Values values) {
    return valueOf(values.word(PARAMETER.name()).toUpperCase(Locale.ROOT));
  }
}
