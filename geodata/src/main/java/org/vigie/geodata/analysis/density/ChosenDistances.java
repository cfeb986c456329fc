package org.vigie.geodata.analysis.density;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Parameters;

/** The distances a caller left open, chosen from the events and accounted for. */
final class ChosenDistances {

  /** Between a village and the next: where the curve says nothing. */
  private static final double USUAL_EPS = 5_000;

  private static final double LEAST_EPS = 25;
  private static final double GREATEST_EPS = 500_000;
  private static final double LEAST_TOLERANCE = 1;

  private final Parameters.Values values;
  private final DistanceCurve curve;
  private final double[] uncertainties;
  private final double eps;
  private final double tolerance;

  ChosenDistances(Parameters.Values values, DistanceCurve curve, List<Events.Event> used) {
    this.values = values;
    this.curve = curve;
    uncertainties =
        used.stream()
            .flatMap(e -> e.uncertaintyMetres().stream())
            .mapToDouble(Objects::requireNonNull)
            .filter(r -> r > 0)
            .sorted()
            .toArray();
    double knee = curve.knee();
    eps =
        values
            .find("epsM")
            .orElse(
                Double.isNaN(knee) ? USUAL_EPS : Math.min(GREATEST_EPS, Math.max(LEAST_EPS, knee)));
    tolerance = values.find("toleranceM").orElse(Math.max(LEAST_TOLERANCE, median()));
  }

  double eps() {
    return eps;
  }

  double tolerance() {
    return tolerance;
  }

  /** Says what was chosen and why; what the method does without is not mentioned. */
  void tell(Diagnostics.Builder diagnostics, Method method) {
    if (method.hasEps() && values.find("epsM").isEmpty()) {
      diagnostics.chosen("epsM", eps, whyEps());
    }
    if (method == Method.HDBSCAN && values.find("toleranceM").isEmpty()) {
      diagnostics.chosen("toleranceM", tolerance, whyTolerance());
    }
  }

  private String whyEps() {
    double knee = curve.knee();
    if (Double.isNaN(knee)) {
      return String.format(
          Locale.ROOT,
          "the distance curve has no knee (too few events, or all at one place), so the usual %,.0f"
              + " m was taken",
          USUAL_EPS);
    }
    return String.format(
        Locale.ROOT,
        "knee of the curve of distances to the nearest %d events, itself counted%s: look at the"
            + " curve and at the result for half and double the distance",
        curve.k(),
        eps == knee ? "" : String.format(Locale.ROOT, ", %,.0f m, brought into range", knee));
  }

  private String whyTolerance() {
    return uncertainties.length == 0
        ? "no event states how well its place is known; distances below a metre say nothing"
        : String.format(
            Locale.ROOT,
            "median uncertainty of the %,d events that state one, a metre at least",
            uncertainties.length);
  }

  private double median() {
    return uncertainties.length == 0 ? 0 : uncertainties[uncertainties.length / 2];
  }
}
