package org.vigie.geodata.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one property of the findings are coloured: classes with labels in real units.
 *
 * @param title what is shown and in which unit
 * @param property of the findings
 */
public record Legend(String title, String property, List<Entry> entries) {

  /** Events in a cluster or cell. */
  public static final Legend OF_COUNTS =
      new Legend(
          "Events",
          "count",
          List.of(
              Entry.range(null, 5.0, "fewer than 5", Tone.STEP_1),
              Entry.range(5.0, 10.0, "5 to 9", Tone.STEP_2),
              Entry.range(10.0, 25.0, "10 to 24", Tone.STEP_3),
              Entry.range(25.0, 100.0, "25 to 99", Tone.STEP_4),
              Entry.range(100.0, null, "100 and more", Tone.STEP_5)));

  public Legend {
    entries = List.copyOf(entries);
  }

  /** What a class of values means; the map chooses the colour. */
  public enum Tone {
    HOT_STRONG,
    HOT,
    HOT_WEAK,
    NEUTRAL,
    COLD_WEAK,
    COLD,
    COLD_STRONG,
    /** Steps of a quantity, low to high. */
    STEP_1,
    STEP_2,
    STEP_3,
    STEP_4,
    STEP_5,
    /** Not known, which is neither safe nor low. */
    UNKNOWN
  }

  /**
   * One class.
   *
   * @param value of a property that has words or whole numbers for values, else null
   * @param from least value of a property that is measured, null for no bound
   * @param below first value above the class, null for no bound
   */
  public record Entry(
      @Nullable String value,
      @Nullable Double from,
      @Nullable Double below,
      String label,
      Tone tone) {

    public static Entry word(String value, String label, Tone tone) {
      return new Entry(value, null, null, label, tone);
    }

    public static Entry range(
        @Nullable Double from, @Nullable Double below, String label, Tone tone) {
      return new Entry(null, from, below, label, tone);
    }
  }
}
