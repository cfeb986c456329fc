package org.vigie.geodata.index;

/**
 * Which way to complete an answer is cheapest. The figures it goes by are numbers of rows that the
 * caller sees: were hidden rows among them, a single one could turn a quick answer into a slow one
 * and so be noticed. The microseconds are of {@code ./vigie bench plans}; only their ratios matter.
 */
final class Costs {

  /** More candidates are not sent to the database, whatever it would cost to look at all. */
  static final int MOST_CANDIDATES = 20_000;

  /** With more ids the database adds up by itself. */
  static final int MOST_MATCHES = 100_000;

  /** To look a candidate up by its id and to decide the rest for it. */
  private static final double CANDIDATE = 8.5;

  /** To look at one of the rows of the place and time in question. */
  private static final double ROW = 1.8;

  /** What a search by place and time takes more than one by ids, before the first row. */
  private static final double SEARCH = 5_000;

  private Costs() {}

  /**
   * CANDIDATES, MATCHES or DATABASE. For one question MATCHES is no cheaper than DATABASE; but what
   * it finds serves the next one about another place and time, so it is worth up to four times as
   * much.
   *
   * @param candidates rows that fulfil all that is decided here
   * @param inExtent rows of the place and time in question
   * @param all rows of the layer
   */
  static Plan cheapest(long candidates, long inExtent, long all) {
    if (candidates <= MOST_CANDIDATES && candidates * CANDIDATE <= SEARCH + inExtent * ROW) {
      return Plan.CANDIDATES;
    }
    return 4 * inExtent >= all ? Plan.MATCHES : Plan.DATABASE;
  }
}
