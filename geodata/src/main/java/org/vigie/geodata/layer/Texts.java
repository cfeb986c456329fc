package org.vigie.geodata.layer;

import java.util.List;
import java.util.Locale;
import org.vigie.geodata.model.Fault;

/** What a text must not contain, because neither PostgreSQL nor JSON can carry it. */
final class Texts {

  private static final int SHOWN = 60;

  private Texts() {}

  static void check(String field, String text, List<Fault> faults) {
    int at = firstUnstorable(text);
    if (at >= 0) {
      faults.add(
          Fault.of(
              field,
              String.format(
                  Locale.ROOT,
                  "character %d is U+%04X, which no text can hold",
                  at + 1,
                  (int) text.charAt(at)),
              "Remove it; the file may have another encoding than was assumed"));
    }
  }

  /** Index of a NUL or of half a surrogate pair; -1 when there is none. */
  private static int firstUnstorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return i;
      }
      if (Character.isHighSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  /** The value as an error message quotes it: short, and on one line. */
  static String quoted(Object value) {
    String text = String.valueOf(value).replaceAll("\\p{Cntrl}", " ");
    return '"' + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…") + '"';
  }
}
