package org.vigie.geodata.query;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The two foldings of CQL2. The database has the same two as functions (migration "filter
 * functions"); a test compares them over all characters.
 */
final class TextFolding {

  /** The blocks of combining diacritical marks; vowel signs of other scripts are not accents. */
  private static final Pattern MARKS =
      Pattern.compile(
          "[\\u0300-\\u036F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F]");

  private TextFolding() {}

  /**
   * Full case folding by case mappings, which databases have while the Unicode folding table they
   * have not: the first step brings capital sharp s to the one that has an upper case, and the two
   * lower-case sigmas count as one.
   */
  static String casei(String text) {
    return text.toLowerCase(Locale.ROOT)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .replace('ς', 'σ');
  }

  /** Decomposes (NFD), drops the combining diacritical marks, composes again (NFC). */
  static String accenti(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    return Normalizer.normalize(MARKS.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
  }
}
