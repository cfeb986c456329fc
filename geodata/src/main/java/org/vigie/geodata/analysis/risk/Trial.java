package org.vigie.geodata.analysis.risk;

import java.util.List;

/**
 * How one model did on the days of a back-test.
 *
 * @param model its name
 * @param cells of the study, or of those without recent events, per day
 * @param events that came in the horizon after each day
 * @param hits of these, the events in the first cells, per day and share of the area
 * @param best the most that so many cells could have held
 * @param brier mean squared error of the probability of at least one event in a cell, over all days
 *     and cells
 * @param logScore mean of the negative logarithm of the probability of what happened in a cell
 */
@SuppressWarnings("ArrayRecordComponent") // one element a day; handed over, never compared
record Trial(
    String model,
    int[] cells,
    int[] events,
    int[][] hits,
    int[][] best,
    double brier,
    double logScore) {

  /** Shares of the area in percent that skill is told for. */
  static final List<Double> AREAS = List.of(1.0, 2.0, 5.0, 10.0);

  /** Days with an event to be found. */
  int days() {
    int days = 0;
    for (int n : events) {
      days += n > 0 ? 1 : 0;
    }
    return days;
  }

  int allEvents() {
    int sum = 0;
    for (int n : events) {
      sum += n;
    }
    return sum;
  }

  /** Share of all events that lay in the first cells; NaN without events. */
  double hitRate(int area) {
    int hit = 0;
    for (int[] day : hits) {
      hit += day[area];
    }
    return (double) hit / allEvents();
  }

  /**
   * Prediction accuracy index (S. Chainey, L. Tompson and S. Uhlig, Security Journal 21, 2008): the
   * hit rate over the share of the area, mean over the days. It grows with an area padded with
   * empty land.
   */
  double meanPai(int area) {
    double sum = 0;
    int days = 0;
    for (int d = 0; d < events.length; d++) {
      if (events[d] > 0) {
        double share = (double) Ranking.most(AREAS.get(area), cells[d]) / cells[d];
        sum += (double) hits[d][area] / events[d] / share;
        days++;
      }
    }
    return sum / days;
  }

  /** The same of all events together: hit rate over the share of the area. */
  double pai(int area) {
    double share = 0;
    for (int d = 0; d < events.length; d++) {
      share += events[d] * (double) Ranking.most(AREAS.get(area), cells[d]) / cells[d];
    }
    return hitRate(area) * allEvents() / share;
  }

  /**
   * Prediction efficiency index (J. Hunt, "Do crime hot spots move?", 2016): events found over the
   * most that so large an area could have held, mean over the days.
   */
  double meanPei(int area) {
    double sum = 0;
    int days = 0;
    for (int d = 0; d < events.length; d++) {
      if (best[d][area] > 0) {
        sum += (double) hits[d][area] / best[d][area];
        days++;
      }
    }
    return sum / days;
  }
}
