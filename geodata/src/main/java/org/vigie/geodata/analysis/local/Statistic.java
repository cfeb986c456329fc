package org.vigie.geodata.analysis.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.grid.Neighbours;

/** Which local statistic is computed. */
enum Statistic {
  GISTAR("Getis-Ord Gi*: high or low together with its neighbours"),
  GI("Getis-Ord Gi: what its neighbours are, itself left out"),
  MORAN("Local Moran: alike or unlike its neighbours");

  static final Parameter PARAMETER =
      Parameter.word(
          "statistic",
          "Statistic",
          "Gi* finds concentrations; local Moran also finds a single high cell among low ones.",
          "gistar",
          labels());

  private final String label;

  Statistic(String label) {
    this.label = label;
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new TreeMap<>();
    Arrays.stream(values()).forEach(s -> labels.put(s.name().toLowerCase(Locale.ROOT), s.label));
    return labels;
  }

  static Statistic of(Parameters.Values values) {
    return valueOf(values.word(PARAMETER.name()).toUpperCase(Locale.ROOT));
  }

  double[] z(double[] x, Neighbours neighbours) {
    return switch (this) {
      case GISTAR -> GetisOrd.star(x, neighbours);
      case GI -> GetisOrd.plain(x, neighbours);
      case MORAN -> LocalMoran.of(x, neighbours).z();
    };
  }
}
