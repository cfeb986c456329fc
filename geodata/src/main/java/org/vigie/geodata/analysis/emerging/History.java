package org.vigie.geodata.analysis.emerging;

import java.util.Arrays;
import java.util.Locale;

/** What a cell was at each step, and what that makes of it. */
final class History {

  private final double[] z;
  private final int[] sides;
  private final MannKendall trend;
  private final Category category;

  /**
   * @param z of each step, NaN for none
   * @param sides 1 for hot, -1 for cold, 0 for neither
   */
  History(double[] z, int[] sides) {
    this.z = z;
    this.sides = sides;
    trend = MannKendall.of(Arrays.stream(z).filter(each -> !Double.isNaN(each)).toArray());
    category = Category.of(sides, trend.trend());
  }

  MannKendall trend() {
    return trend;
  }

  Category category() {
    return category;
  }

  double z(int step) {
    return z[step];
  }

  int side(int step) {
    return sides[step];
  }

  int steps() {
    return sides.length;
  }

  /** Steps that were hot, or cold for -1. */
  int count(int side) {
    return Category.count(sides, side);
  }

  /** First step of a side, -1 for none. */
  int first(int side) {
    int step = 0;
    while (step < sides.length && sides[step] != side) {
      step++;
    }
    return step == sides.length ? -1 : step;
  }

  /** Last step of a side, -1 for none. */
  int last(int side) {
    int step = sides.length - 1;
    while (step >= 0 && sides[step] != side) {
      step--;
    }
    return step;
  }

  /** What it comes to, for somebody who decides. */
  String sentence(TimeSteps steps) {
    int side = category.hot() ? 1 : -1;
    String hot = side > 0 ? "Hot" : "Cold";
    int count = count(side);
    String of = " in " + count + " of the last " + steps.words(steps());
    String since =
        count == 0
            ? ""
            : "; first " + hot.toLowerCase(Locale.ROOT) + " in " + steps.when(first(side));
    return switch (category.pattern()) {
      case NEW ->
          hot + " in the last step alone, since " + steps.when(steps() - 1) + ", and never before.";
      case CONSECUTIVE ->
          hot + " in each of the last " + steps.words(count) + " and never before" + since + ".";
      case INTENSIFYING ->
          hot + of + " and getting " + (side > 0 ? "hotter" : "colder") + since + ".";
      case PERSISTENT -> hot + of + ", neither more nor less so" + since + ".";
      case DIMINISHING -> hot + of + " and getting less so" + since + ".";
      case SPORADIC -> hot + " now, on and off:" + of + since + ".";
      case OSCILLATING ->
          hot
              + " now and"
              + of
              + ", "
              + (side > 0 ? "cold" : "hot")
              + " in "
              + count(-side)
              + since
              + ".";
      case HISTORICAL ->
          "Not "
              + hot.toLowerCase(Locale.ROOT)
              + " in the last step, though"
              + of
              + "; last in "
              + steps.when(last(side))
              + ".";
      case NONE -> quiet(steps);
    };
  }

  private String quiet(TimeSteps steps) {
    String trending =
        switch (trend.trend()) {
          case 1 -> " It is rising.";
          case -1 -> " It is falling.";
          default -> "";
        };
    if (count(1) == 0 && count(-1) == 0) {
      return "Never unusual in the last " + steps.words(steps()) + "." + trending;
    }
    return "Not unusual in the last step; hot in "
        + count(1)
        + " and cold in "
        + count(-1)
        + " of the last "
        + steps.words(steps())
        + "."
        + trending;
  }
}
