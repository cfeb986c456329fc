package org.vigie.geodata.analysis.scan;

/**
 * A cylinder: a circle of places for some steps of time.
 *
 * @param centre the place at its middle
 * @param places how many of those about the centre it holds, from the nearest on
 * @param firstStep first step inside
 * @param lastStep last step inside
 * @param cases events inside
 * @param expected events inside if place and time had nothing to do with each other, or by
 *     population
 * @param llr logarithm of the likelihood ratio, above 0
 */
record Window(
    int centre, int places, int firstStep, int lastStep, int cases, double expected, double llr) {

  /** The same with its steps numbered from another one on. */
  Window later(int steps) {
    return new Window(centre, places, firstStep + steps, lastStep + steps, cases, expected, llr);
  }

  /** Observed over expected. */
  double ratio() {
    return cases / expected;
  }

  /**
   * The rate inside over the rate outside.
   *
   * @return infinite when all events are inside
   */
  double relativeRisk(long total) {
    return ratio() / ((total - cases) / (total - expected));
  }
}
