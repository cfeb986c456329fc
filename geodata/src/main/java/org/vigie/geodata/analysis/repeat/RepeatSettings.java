package org.vigie.geodata.analysis.repeat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.geodata.analysis.DatedEvents;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.PlacedEvents;
import org.vigie.geodata.analysis.Seed;

/**
 * How near and how soon is told apart.
 *
 * @param metres upper ends of the bands of distance, the first that of the same place
 * @param days bands of days
 */
@SuppressWarnings("ArrayRecordComponent") // a handful of edges
record RepeatSettings(double[] metres, DayBands days) {

  /** Below this two events stand at one place: digits of a gazetteer and no distance. */
  static final double SAME_PLACE_METRES = 1;

  private static final int[] ONE_TWO_FIVE = {1, 2, 5};

  static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.number(
              "bandM",
              "First distance",
              "Upper end of the first band of distance beyond the same place, which is a band of"
                  + " its own. No smaller than places are known.",
              "m",
              5_000,
              50,
              100_000),
          Parameter.integer(
              "bands", "Bands of distance", "How many, beside the same place.", 4, 1, 10),
          Parameter.word(
              "bandGrowth",
              "Growth of distances",
              "How the bands of distance follow each other.",
              "one-two-five",
              growths()),
          Parameter.integer(
              "stepDays",
              "First days",
              "Upper end of the first band of days: 7 for events at most a week apart.",
              7,
              1,
              366),
          Parameter.integer("steps", "Bands of days", "How many.", 4, 1, 10),
          Parameter.word(
              "stepGrowth",
              "Growth of days",
              "How the bands of days follow each other.",
              "double",
              growths()),
          Parameter.integer(
              "shuffles",
              "Shuffles",
              "How often the times are shuffled over the places; the least p is one in one more.",
              999,
              99,
              9_999),
          Parameter.number(
              "maxQ",
              "Largest q",
              "Share of false alarms allowed among the cells called significant.",
              "1",
              0.05,
              0.0001,
              0.5),
          Parameter.number(
              "leastRatio",
              "Least ratio",
              "How many times as many pairs as by chance a risk halo needs.",
              "1",
              1.2,
              1,
              100),
          Parameter.integer(
              "draws",
              "Draws for stability",
              "How often events are moved within their stated uncertainty to see what of the"
                  + " pattern stays. 0 leaves it out.",
              99,
              0,
              999),
          DatedEvents.MOST_DAYS,
          PlacedEvents.INCLUDE_COARSE,
          Seed.PARAMETER);

  static RepeatSettings of(Parameters.Values values) {
    int bands = values.integer("bands");
    double[] metres = new double[bands + 1];
    metres[0] = SAME_PLACE_METRES;
    for (int band = 1; band <= bands; band++) {
      metres[band] = values.number("bandM") * step(values.word("bandGrowth"), band);
    }
    int[] days = new int[values.integer("steps")];
    // Whole days up to and with the last are those below the next.
    Arrays.setAll(
        days,
        band ->
            Math.toIntExact(
                values.integer("stepDays") * step(values.word("stepGrowth"), band + 1) + 1));
    return new RepeatSettings(metres, new DayBands(days));
  }

  String metresWords(int band) {
    return band == 0
        ? "same place"
        : kilometres(metres[band - 1]) + " to " + kilometres(metres[band]) + " km";
  }

  String daysWords(int band) {
    return days.from(band) + " to " + (days.to(band) - 1) + " days";
  }

  private static String kilometres(double metres) {
    double km = metres <= SAME_PLACE_METRES ? 0 : metres / 1_000;
    return km == Math.rint(km) ? String.valueOf((long) km) : String.valueOf(km);
  }

  /** The n-th of 1 2 3 4 …, 1 2 4 8 … or 1 2 5 10 …, from 1. */
  private static long step(String growth, int n) {
    return switch (growth) {
      case "equal" -> n;
      case "double" -> 1L << (n - 1);
      default -> ONE_TWO_FIVE[(n - 1) % 3] * Math.round(Math.pow(10, Math.floorDiv(n - 1, 3)));
    };
  }

  private static Map<String, String> growths() {
    Map<String, String> growths = new TreeMap<>();
    growths.put("equal", "Equal: 1, 2, 3, 4 times the first");
    growths.put("double", "Doubling: 1, 2, 4, 8 times the first");
    growths.put("one-two-five", "1, 2, 5, 10 times the first");
    return growths;
  }
}
