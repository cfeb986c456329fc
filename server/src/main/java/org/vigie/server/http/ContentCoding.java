package org.vigie.server.http;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a file is compressed on the line, the smallest first (RFC 9110, section 8.4.1). */
enum ContentCoding {
  /** RFC 7932; browsers take it over TLS and from their own machine only. */
  BROTLI("br", ".br"),
  GZIP("gzip", ".gz");

  private final String word;
  private final String ending;

  ContentCoding(String word, String ending) {
    this.word = word;
    this.ending = ending;
  }

  String word() {
    return word;
  }

  /** Of the file that holds the compressed form. */
  String ending() {
    return ending;
  }

  /** The tag of this form: a strong tag names bytes, and these are others. */
  String tag(String plain) {
    return plain.substring(0, plain.length() - 1) + '-' + word + '"';
  }

  /**
   * The smallest form that the client takes; none when it takes the plain one alone.
   *
   * @param accepted the header {@code Accept-Encoding}; a coding with a weight of nought is refused
   */
  static Optional<ContentCoding> choose(
      @Nullable String accepted, Collection<ContentCoding> offered) {
    if (accepted == null) {
      return Optional.empty();
    }
    for (ContentCoding coding : offered) {
      for (String each : accepted.toLowerCase(Locale.ROOT).split(",")) {
        String[] parts = each.split(";");
        boolean refused = parts.length > 1 && parts[1].strip().matches("q=0(\\.0*)?");
        if (parts[0].strip().equals(coding.word) && !refused) {
          return Optional.of(coding);
        }
      }
    }
    return Optional.empty();
  }
}
