package org.vigie.geodata.format.value;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Months in English and French, in full or cut short. */
final class MonthNames {

  private static final List<String> ENGLISH =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final List<String> FRENCH =
      List.of(
          "janvier",
          "fevrier",
          "mars",
          "avril",
          "mai",
          "juin",
          "juillet",
          "aout",
          "septembre",
          "octobre",
          "novembre",
          "decembre");

  private MonthNames() {}

  /** Month 1 to 12; empty when the word is none or, as "jui", could be two. */
  static OptionalInt find(String word) {
    String plain =
        Normalizer.normalize(word, Normalizer.Form.NFD)
            .replaceAll("[\\p{M}.]", "")
            .toLowerCase(Locale.ROOT);
    int found = 0;
    for (int i = 0; i < 12; i++) {
      boolean match =
          plain.length() >= 3
              && (ENGLISH.get(i).startsWith(plain) || FRENCH.get(i).startsWith(plain));
      if (match && found != 0) {
        return OptionalInt.empty();
      }
      found = match ? i + 1 : found;
    }
    return found == 0 ? OptionalInt.empty() : OptionalInt.of(found);
  }
}
