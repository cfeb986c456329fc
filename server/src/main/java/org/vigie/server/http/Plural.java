package org.vigie.server.http;

/**
 * Which form of a word goes with a figure, by the rules of Unicode CLDR for the languages of the
 * pages. Java has none of them.
 */
final class Plural {

  private static final String OTHER = "other";

  private Plural() {}

  /** The CLDR name of the form. */
  static String of(Language language, double n) {
    return switch (language) {
      case EN, ES -> n == 1 ? "one" : OTHER;
      case FR -> n >= 0 && n < 2 ? "one" : OTHER;
      case AR -> arabic(n);
    };
  }

  private static String arabic(double n) {
    if (n != Math.rint(n)) {
      return OTHER;
    }
    if (n >= 0 && n <= 2) {
      return n == 0 ? "zero" : n == 1 ? "one" : "two";
    }
    double last = n % 100;
    if (last >= 3 && last <= 10) {
      return "few";
    }
    return last >= 11 ? "many" : OTHER;
  }
}
