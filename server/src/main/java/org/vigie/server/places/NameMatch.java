package org.vigie.server.places;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How well a name fits what was typed: case, accents, hyphens and up to two wrong letters do not
 * matter. Edits are counted as optimal string alignment (insert, delete, replace, exchange two
 * neighbours).
 */
final class NameMatch {

  private static final int MOST_EDITS = 2;
  private static final double LEAST_SIMILARITY = 0.6;

  private NameMatch() {}

  /** Letters and digits of any script, lower case, without accents; words apart by one space. */
  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{Mn}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /** From 0, no match, to 1, the same name. */
  static double score(String typed, String name) {
    String wanted = fold(typed);
    String folded = fold(name);
    String wantedLetters = wanted.replace(" ", "");
    String letters = folded.replace(" ", "");
    if (wantedLetters.isEmpty() || letters.isEmpty()) {
      return 0;
    }
    if (letters.equals(wantedLetters)) {
      return 1;
    }
    double share = Math.min(1, (double) wantedLetters.length() / letters.length());
    if (letters.startsWith(wantedLetters)) {
      return 0.85 + 0.1 * share;
    }
    if ((" " + folded).contains(" " + wanted)) {
      return 0.75 + 0.1 * share;
    }
    if (wantedLetters.length() >= 3 && letters.contains(wantedLetters)) {
      return 0.65 + 0.1 * share;
    }
    return 0.8 * Math.max(similarity(wantedLetters, letters), beginning(wantedLetters, letters));
  }

  /** The name so far, while somebody types. */
  private static double beginning(String wanted, String letters) {
    return wanted.length() >= 4 && letters.length() > wanted.length()
        ? 0.95 * similarity(wanted, letters.substring(0, wanted.length()))
        : 0;
  }

  private static double similarity(String a, String b) {
    int edits = edits(a, b);
    double similarity = 1 - (double) edits / Math.max(a.length(), b.length());
    return edits > MOST_EDITS || similarity < LEAST_SIMILARITY ? 0 : similarity;
  }

  static int edits(String a, String b) {
    if (Math.abs(a.length() - b.length()) > MOST_EDITS) {
      return MOST_EDITS + 1;
    }
    int[][] table = new int[a.length() + 1][b.length() + 1];
    Arrays.setAll(table[0], j -> j);
    for (int i = 1; i <= a.length(); i++) {
      table[i][0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        table[i][j] = Math.min(replaced, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean isExchange =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (isExchange) {
          table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
        }
      }
    }
    return table[a.length()][b.length()];
  }

  /**
   * Parts of what was typed of which every name within two edits holds at least one unchanged:
   * three pieces cannot all be hit by two edits. Short texts are one piece. An exchange of
   * neighbours across a border counts as two.
   */
  static List<String> pieces(String typed) {
    String folded = fold(typed);
    int length = folded.replace(" ", "").length();
    List<String> pieces = new ArrayList<>();
    for (String word : folded.split(" ")) {
      int size = length < 6 ? word.length() : Math.max(2, (length + 2) / 3);
      for (int at = 0; at < word.length(); at += size) {
        String piece = word.substring(at, Math.min(word.length(), at + size));
        if (piece.length() > 1 || word.length() == 1) {
          pieces.add(piece);
        }
      }
    }
    if (length >= 4 && length < 6) {
      String letters = folded.replace(" ", "");
      pieces.add(letters.substring(0, 2));
      pieces.add(letters.substring(letters.length() - 2));
    }
    return pieces.stream().distinct().toList();
  }
}
