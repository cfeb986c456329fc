package org.vigie.geodata.query;

import java.util.List;
import java.util.stream.IntStream;

/** The foldings of this package over every character, for comparison with the database's. */
public final class AllCharacters {

  private AllCharacters() {}

  /** Every assigned character that a text can hold, in its own string. */
  public static List<String> strings() {
    return IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
        .filter(Character::isDefined)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .filter(c -> Character.getType(c) != Character.PRIVATE_USE)
        .mapToObj(Character::toString)
        .toList();
  }

  public static String casei(String text) {
    return TextFolding.casei(text);
  }

  public static String accenti(String text) {
    return TextFolding.accenti(text);
  }
}
