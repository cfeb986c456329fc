package org.vigie.geodata.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a layer's features stand in time. */
public enum TimeModel {
  /** Timeless reference data. */
  NONE,
  /** Something that happened; the span is its duration or the uncertainty of its date. */
  EVENT,
  /** Something that holds from a time until further notice or an end. */
  STATE;

  /** The word in a layer file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<TimeModel> find(String word) {
    return Arrays.stream(values()).filter(t -> t.word().equals(word)).findFirst();
  }

  /** All words, in the order of declaration. */
  public static List<String> words() {
    return Arrays.stream(values()).map(TimeModel::word).toList();
  }
}
