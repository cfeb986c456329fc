package org.vigie.server.exercise;

import java.util.Map;

/**
 * One process that makes incidents.
 *
 * @param parents how many incidents start by themselves
 * @param followers mean number of incidents that follow each one, soon and close by
 * @param mix weight of each subtype
 * @param when weight of a day
 * @param where weight of a place on a day
 */
record Theatre(
    String name,
    int parents,
    double followers,
    Actor perpetrator,
    Actor opponent,
    Map<Subtype, Double> mix,
    DayWeight when,
    PlaceWeight where) {

  /** How likely a day is. */
  @FunctionalInterface
  interface DayWeight {
    double at(int day);
  }

  /** How likely a place is on a day. */
  @FunctionalInterface
  interface PlaceWeight {
    double at(Settlement place, int day);
  }
}
