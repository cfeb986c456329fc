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

  /**
   * Takes out the rows for which it is not true. The conditions that most questions have do that in
   * a loop of their own: in one that all share, each call is one of many methods, which took half
   * of the time of a scan; and to begin with each zone anew took more than the few rows in it.
   *
   * @param rows of the whole segment, one bit each
   */
  default void narrow(Segment segment, long[] rows) {
    Truth truth = new Truth();
    long[] among = new long[Zones.WORDS];
    for (int zone = 0; zone < segment.zoneCount(); zone++) {
      System.arraycopy(rows, zone * Zones.WORDS, among, 0, Zones.WORDS);
      if (!Truth.isEmpty(among) && ofZone(segment, zone) <= 0) {
        test(segment, zone, among, truth);
        System.arraycopy(truth.yes, 0, rows, zone * Zones.WORDS, Zones.WORDS);
      }
    }
  }

  /** How dear one row is, the cheapest being 1: cheap conditions go first. */
  int cost();
}
