package org.vigie.geodata.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How one feature stands to another; the words are read from the first to the second. */
public enum LinkType {
  /** Both speak of one and the same; holds in both directions. */
  SAME_AS,
  /** Somebody looked: they are not one and the same; holds in both directions. */
  DISTINCT_FROM,
  /** The first is a part of the second, as a clash is of an offensive. */
  PART_OF,
  /** The first came after the second and goes on with it. */
  FOLLOWS,
  /** The first was done in revenge for the second. */
  RETALIATION_FOR,
  /** The second brought the first about. */
  CAUSED_BY,
  /** The first, a report, speaks of the second, an incident that rests on it. */
  REPORTED_BY,
  /** The first, a report, says what the second, an older report, should have said. */
  CORRECTS;

  /** As the API and the database write it: {@code same_as}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<LinkType> find(String word) {
    return Arrays.stream(values()).filter(t -> t.word().equals(word)).findFirst();
  }
}
