package org.vigie.geodata.analysis.emerging;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.analysis.Legend;
import org.vigie.geodata.analysis.Legend.Entry;
import org.vigie.geodata.analysis.Legend.Tone;

/**
 * One of the seventeen categories of a history, after Esri, "How Emerging Hot Spot Analysis works"
 * (ArcGIS Pro 3): eight patterns, hot or cold, and none.
 *
 * <p>The text leaves some histories in two categories. Here the last step comes first: what is hot
 * or cold there is named by that side; a first single step is new and a first unbroken run
 * consecutive even after a cold past.
 *
 * @param hot of no matter for NONE
 */
public record Category(Pattern pattern, boolean hot) {

  static final Category NONE = new Category(Pattern.NONE, true);

  /** Of the steps that must be hot for a lasting pattern, in hundredths. */
  private static final int LASTING = 90;

  /** How the steps of one side lie in time. */
  public enum Pattern {
    NEW("New", Tone.HOT, Tone.COLD),
    CONSECUTIVE("Consecutive", Tone.HOT, Tone.COLD),
    INTENSIFYING("Intensifying", Tone.HOT_STRONG, Tone.COLD_STRONG),
    PERSISTENT("Persistent", Tone.HOT_STRONG, Tone.COLD_STRONG),
    DIMINISHING("Diminishing", Tone.HOT_WEAK, Tone.COLD_WEAK),
    SPORADIC("Sporadic", Tone.HOT_WEAK, Tone.COLD_WEAK),
    OSCILLATING("Oscillating", Tone.HOT_WEAK, Tone.COLD_WEAK),
    HISTORICAL("Historical", Tone.HOT_WEAK, Tone.COLD_WEAK),
    NONE("No Pattern Detected", Tone.NEUTRAL, Tone.NEUTRAL);

    private final String words;
    private final Tone hot;
    private final Tone cold;

    Pattern(String words, Tone hot, Tone cold) {
      this.words = words;
      this.hot = hot;
      this.cold = cold;
    }
  }

  /**
   * Of the steps of one cell.
   *
   * @param sides 1 for a hot step, -1 for a cold one, 0 for neither; not empty
   * @param trend 1 when z rises significantly, -1 when it falls, 0 for neither
   */
  public static Category of(int[] sides, int trend) {
    int last = sides[sides.length - 1];
    if (last != 0) {
      return new Category(current(sides, last, trend), last > 0);
    }
    for (int side : new int[] {1, -1}) {
      if (isLasting(sides, side)) {
        return new Category(Pattern.HISTORICAL, side > 0);
      }
    }
    return NONE;
  }

  private static Pattern current(int[] sides, int side, int trend) {
    if (isLasting(sides, side)) {
      int stronger = trend * side;
      return stronger > 0
          ? Pattern.INTENSIFYING
          : stronger < 0 ? Pattern.DIMINISHING : Pattern.PERSISTENT;
    }
    int run = 0;
    while (run < sides.length && sides[sides.length - 1 - run] == side) {
      run++;
    }
    if (run == count(sides, side)) {
      return run == 1 ? Pattern.NEW : Pattern.CONSECUTIVE;
    }
    return count(sides, -side) > 0 ? Pattern.OSCILLATING : Pattern.SPORADIC;
  }

  private static boolean isLasting(int[] sides, int side) {
    return 100 * count(sides, side) >= LASTING * sides.length;
  }

  static int count(int[] sides, int side) {
    int count = 0;
    for (int each : sides) {
      count += each == side ? 1 : 0;
    }
    return count;
  }

  /** A number for each category, none of them 0. */
  int code() {
    int position = List.of(Pattern.values()).indexOf(pattern) + 1;
    return hot ? position : -position;
  }

  boolean isNone() {
    return pattern == Pattern.NONE;
  }

  /** As Esri writes it: "New Hot Spot". */
  public String label() {
    return pattern == Pattern.NONE
        ? pattern.words
        : pattern.words + (hot ? " Hot Spot" : " Cold Spot");
  }

  private Tone tone() {
    return hot ? pattern.hot : pattern.cold;
  }

  /** All seventeen, hot before cold. */
  static Legend legend() {
    List<Entry> entries = new ArrayList<>();
    for (boolean side : new boolean[] {true, false}) {
      for (Pattern pattern : Pattern.values()) {
        if (pattern != Pattern.NONE) {
          Category category = new Category(pattern, side);
          entries.add(Entry.word(category.label(), category.label(), category.tone()));
        }
      }
    }
    entries.add(Entry.word(NONE.label(), NONE.label(), Tone.NEUTRAL));
    return new Legend("Hot and cold spots in time", "category", entries);
  }
}
