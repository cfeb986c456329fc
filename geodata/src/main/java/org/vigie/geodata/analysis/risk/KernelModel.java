package org.vigie.geodata.analysis.risk;

/** Spreads each event over the cells around it, weighted by its age. */
record KernelModel(String name, Past past, Spread spread, Weighting weighting)
    implements RiskModel {

  @Override
  public double[] scores(double day) {
    double[] weights = new double[past.places()];
    int known = past.before(day);
    for (int i = 0; i < known; i++) {
      weights[past.place(i)] += weighting.of(day - past.day(i));
    }
    double[] scores = new double[past.cells().size()];
    for (int place = 0; place < weights.length; place++) {
      if (weights[place] > 0) {
        spread.add(place, weights[place], scores);
      }
    }
    return scores;
  }
}
