package org.vigie.geodata.query;

import java.util.Arrays;

/**
 * The pattern of a LIKE condition, matched by code point over the whole text; the same meaning as
 * LIKE in PostgreSQL with its default escape.
 */
final class LikePattern {

  private static final int ANY_TEXT = -1;
  private static final int ANY_CHARACTER = -2;

  private final int[] symbols;

  LikePattern(String pattern) {
    int[] source = pattern.codePoints().toArray();
    int[] read = new int[source.length];
    int count = 0;
    for (int i = 0; i < source.length; i++) {
      if (source[i] == '\\' && i + 1 < source.length) {
        read[count++] = source[++i];
      } else if (source[i] == '%') {
        read[count++] = ANY_TEXT;
      } else {
        read[count++] = source[i] == '_' ? ANY_CHARACTER : source[i];
      }
    }
    symbols = Arrays.copyOf(read, count);
  }

  /** Whether no backslash is left without the character it would take as it is. */
  static boolean isComplete(String pattern) {
    int trailing = 0;
    for (int i = pattern.length() - 1; i >= 0 && pattern.charAt(i) == '\\'; i--) {
      trailing++;
    }
    return trailing % 2 == 0;
  }

  /** Costs at most the product of both lengths. */
  boolean matches(String text) {
    int[] characters = text.codePoints().toArray();
    int at = 0;
    int symbol = 0;
    int resumeSymbol = -1;
    int resumeAt = 0;
    while (at < characters.length) {
      if (symbol < symbols.length && symbols[symbol] == ANY_TEXT) {
        resumeSymbol = ++symbol;
        resumeAt = at;
      } else if (symbol < symbols.length
          && (symbols[symbol] == ANY_CHARACTER || symbols[symbol] == characters[at])) {
        symbol++;
        at++;
      } else if (resumeSymbol >= 0) {
        symbol = resumeSymbol;
        at = ++resumeAt;
      } else {
        return false;
      }
    }
    while (symbol < symbols.length && symbols[symbol] == ANY_TEXT) {
      symbol++;
    }
    return symbol == symbols.length;
  }
}
