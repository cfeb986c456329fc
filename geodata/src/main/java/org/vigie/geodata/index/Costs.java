package org.vigie.geodata.index;

/**
 * What the ways to complete an answer cost, in microseconds. The figures it goes by are counts of
 * rows that the caller sees: were hidden rows among them, one of them could turn a quick answer
 * into a slow one and so be noticed. The factors are of a run of {@code ./vigie bench plans}; only
 * their ratios matter.
 */
final class Costs {

  /** More candidates are not sent to the database, whatever it would cost to look at all. */
  static final int MOST_CANDIDATES = 20_000;

  /** With more ids the database adds up by itself. */
  static final int MOST_MATCHES = 100_000;

  /** To look a candidate up by its id and to decide the rest for it. */
  private static final double CANDIDATE = 12;

  /** To look at one of the rows of the place and time in question. */
  private static final double ROW = 1.5;

  private Costs() {}

  /**
   * CANDIDATES or MATCHES.
   *
   * @param candidates rows that fulfil all that is decided here
   * @param inExtent rows of the place and time in question
   */
  static Plan cheaper(long candidates, long inExtent) {
    return candidates <= MOST_CANDIDATES && candidates * CANDIDATE <= inExtent * ROW
        ? Plan.CANDIDATES
        : Plan.MATCHES;
  }

  /**
   * Whether to ask for the place and time in question only. Where they leave half of all rows or
   * more, the answer for all is worth its price: it serves the next place and time too.
   */
  static boolean isNarrow(long inExtent, long all) {
    return 2 * inExtent < all;
  }
}
