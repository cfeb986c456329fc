package org.vigie.geodata.analysis.risk;

/** Counts the events of each cell, weighted by their age. */
record CountModel(String name, Past past, Weighting weighting) implements RiskModel {

  @Override
  public double[] scores(double day) {
    double[] scores = new double[past.cells().size()];
    int known = past.before(day);
    for (int i = 0; i < known; i++) {
      scores[past.cell(i)] += weighting.of(day - past.day(i));
    }
    return scores;
  }
}
