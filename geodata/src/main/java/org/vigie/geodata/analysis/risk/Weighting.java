package org.vigie.geodata.analysis.risk;

/** What an event counts by its age in days, which is more than 0. */
@FunctionalInterface
interface Weighting {

  double of(double age);

  /** 1 up to an age. */
  static Weighting last(double days) {
    return age -> age <= days ? 1 : 0;
  }

  /** 1 always. */
  static Weighting all() {
    return age -> 1;
  }

  /** Half as much after each so many days. */
  static Weighting halving(double days) {
    double rate = Math.log(2) / days;
    return age -> Math.exp(-rate * age);
  }

  /** {@code 1 / (1 + weeks)}, whole weeks, up to an age: the time part of ProMap. */
  static Weighting perWeek(double days) {
    return age -> age <= days ? 1 / (1 + Math.floor(age / 7)) : 0;
  }
}
