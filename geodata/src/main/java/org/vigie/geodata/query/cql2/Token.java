package org.vigie.geodata.query.cql2;

import java.util.Locale;

/**
 * One word of CQL2 text.
 *
 * @param text a name or literal without its quotes and escapes, a sign as written
 * @param start offset of its first character in the source
 */
record Token(Kind kind, String text, int start) {

  enum Kind {
    WORD,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** Whether it is this keyword, in any case and not in double quotes. */
  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  String upper() {
    return text.toUpperCase(Locale.ROOT);
  }

  /** How a message shows it. */
  String shown() {
    String cut = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return switch (kind) {
      case END -> "the end of the filter";
      case TEXT -> "'" + cut + "'";
      case QUOTED_NAME -> '"' + cut + '"';
      default -> cut;
    };
  }
}
