package org.vigie.geodata.analysis.risk;

/** Ranks the cells of a study by what was known on a day. */
interface RiskModel {

  String name();

  /**
   * A score of each cell, 0 or more, from events before the day alone: twice the score, twice the
   * expected events.
   */
  double[] scores(double day);
}
