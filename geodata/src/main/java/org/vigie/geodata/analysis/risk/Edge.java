package org.vigie.geodata.analysis.risk;

/**
 * Share of the normal distribution about each place that lies inside the study, exactly, and how
 * fast it falls when the distribution widens. Without it, events at the border would seem to bring
 * little about.
 *
 * @param inside 0 to 1 by place
 * @param slope derivative by sigma squared, per square metre, not above 0
 */
@SuppressWarnings("ArrayRecordComponent") // one element a place; handed over, never compared
record Edge(double[] inside, double[] slope) {

  private static final double STEP = 1e-4;

  static Edge of(SelfExciting.Window w, double sigma) {
    double[] inside = new double[w.past().places()];
    double[] slope = new double[inside.length];
    for (int i = w.from(); i < w.to(); i++) {
      int place = w.past().place(i);
      if (inside[place] == 0) {
        inside[place] = mass(w, place, sigma);
        double wider = mass(w, place, sigma * Math.sqrt(1 + STEP));
        double narrower = mass(w, place, sigma * Math.sqrt(1 - STEP));
        slope[place] = (wider - narrower) / (2 * STEP * sigma * sigma);
      }
    }
    return new Edge(inside, slope);
  }

  private static double mass(SelfExciting.Window w, int place, double sigma) {
    return w.past()
        .cells()
        .normalMass(w.past().placeX(place), w.past().placeY(place), sigma, (cell, share) -> {});
  }
}
