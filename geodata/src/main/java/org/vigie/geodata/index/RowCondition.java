package org.vigie.geodata.index;

/** A condition that looks at one row after the other. */
abstract class RowCondition implements Condition {

  /** 1 true, -1 false, 0 unknown. */
  abstract int test(Segment segment, int row);

  @Override
  public final void test(Segment segment, int zone, long[] among, Truth truth) {
    int first = zone * Zones.ROWS;
    for (int word = 0; word < Zones.WORDS; word++) {
      long yes = 0;
      long no = 0;
      int base = first + word * Long.SIZE;
      for (long left = among[word]; left != 0; left &= left - 1) {
        int bit = Long.numberOfTrailingZeros(left);
        int found = test(segment, base + bit);
        yes |= (found > 0 ? 1L : 0L) << bit;
        no |= (found < 0 ? 1L : 0L) << bit;
      }
      truth.yes[word] = yes;
      truth.no[word] = no;
    }
  }
}
