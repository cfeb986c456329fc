package org.vigie.geodata.analysis.local;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.grid.Neighbours;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;

/** What is tested: counts, or rates of them, as they are or on another scale. */
final class Intensity {

  static final Parameter DENOMINATOR =
      Parameter.word(
          "denominatorField",
          "Divide by",
          "For administrative areas: what the counts are divided by, so that a populous area is"
              + " not hot for that alone.",
          "none",
          words("none", "Nothing", "population", "Population", "area_km2", "Area"));

  static final Parameter RATE =
      Parameter.word(
          "rate",
          "Rates",
          "Rates of small areas jump. Empirical Bayes lets them lean on the others, the more the"
              + " fewer people there are.",
          "ebGlobal",
          words(
              "raw",
              "As they are",
              "ebGlobal",
              "Empirical Bayes, leaning on all areas",
              "ebLocal",
              "Empirical Bayes, leaning on the neighbours"));

  static final Parameter SCALE =
      Parameter.word(
          "scale",
          "Scale",
          "One cell with most of the events hides all others: the logarithm or the rank keeps it"
              + " in bounds.",
          "count",
          words("count", "As counted", "log", "Logarithm of 1 + count", "rank", "Rank"));

  private final String denominator;
  private final String rate;
  private final String scale;
  private final double @Nullable [] base;

  private Intensity(Parameters.Values values, double @Nullable [] base) {
    denominator = values.word(DENOMINATOR.name());
    rate = values.word(RATE.name());
    scale = values.word(SCALE.name());
    this.base = base;
  }

  private static Map<String, String> words(String... codesAndLabels) {
    Map<String, String> words = new TreeMap<>();
    for (int i = 0; i < codesAndLabels.length; i += 2) {
      words.put(codesAndLabels[i], codesAndLabels[i + 1]);
    }
    return words;
  }

  /** Values that contradict each other are refused before any work. */
  static void check(Parameters.Values values) throws BadInputException {
    boolean rates = !values.word(DENOMINATOR.name()).equals("none");
    if (rates && values.word("grid").equals("hex")) {
      throw new BadInputException(
          Fault.of(
              DENOMINATOR.name(),
              "hexagons state nothing that counts could be divided by",
              "Use administrative areas (grid admin) or divide by nothing"));
    }
    if (rates && values.word(SCALE.name()).equals("log")) {
      throw new BadInputException(
          Fault.of(
              SCALE.name(),
              "the logarithm of a rate depends on its unit",
              "Use rank, or divide by nothing"));
    }
  }

  /** Whether an area can be used: it states what counts are divided by. */
  static boolean fits(Feature area, Parameters.Values values) {
    String name = values.word(DENOMINATOR.name());
    return name.equals("none") || base(area, name) > 0;
  }

  private static double base(Feature area, String name) {
    return area.properties().get(name) instanceof Number number ? number.doubleValue() : 0;
  }

  static Intensity ofCounts(Parameters.Values values) {
    return new Intensity(values, null);
  }

  /**
   * @param areas in the order of the units, all of which fit
   */
  static Intensity ofAreas(Parameters.Values values, List<Feature> areas) {
    String name = values.word(DENOMINATOR.name());
    return name.equals("none")
        ? ofCounts(values)
        : new Intensity(values, areas.stream().mapToDouble(area -> base(area, name)).toArray());
  }

  /** Whether sums of the tested values are numbers of events. */
  boolean isCounts() {
    return base == null && scale.equals("count");
  }

  boolean isRate() {
    return base != null;
  }

  String denominator() {
    return denominator;
  }

  /** What a count is divided by. */
  double base(int unit) {
    return base == null ? 1 : base[unit];
  }

  /** The values to be tested. */
  double[] of(double[] counts, Neighbours neighbours) {
    double[] values =
        base == null
            ? counts
            : switch (rate) {
              case "ebGlobal" -> EmpiricalBayes.global(counts, base);
              case "ebLocal" -> EmpiricalBayes.local(counts, base, neighbours);
              default -> ratio(counts, base);
            };
    return switch (scale) {
      case "log" -> Arrays.stream(values).map(Math::log1p).toArray();
      case "rank" -> ranks(values);
      default -> values;
    };
  }

  private static double[] ratio(double[] counts, double[] base) {
    double[] ratio = new double[counts.length];
    Arrays.setAll(ratio, i -> counts[i] / base[i]);
    return ratio;
  }

  /** From 1, equal values their mean rank. */
  static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    Arrays.setAll(
        ranks, i -> (first(sorted, values[i]) + first(sorted, Math.nextUp(values[i])) + 1) / 2.0);
    return ranks;
  }

  private static int first(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
