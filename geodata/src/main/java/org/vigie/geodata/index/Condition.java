package org.vigie.geodata.index;

/** A condition compiled for one layer; used by one thread at a time only where it says so. */
interface Condition {

  /**
   * Tests rows of a zone with the three-valued logic of SQL.
   *
   * @param among the rows that matter, one bit each
   * @param truth what is found of them; overwritten
   */
  void test(Segment segment, int zone, long[] among, Truth truth);

  /** 1 when it is true for all rows of the zone, -1 when for none, 0 when one has to look. */
  default int ofZone(Segment segment, int zone) {
    return 0;
  }

  /** How dear one row is, the cheapest being 1: cheap conditions go first. */
  int cost();
}
