package org.vigie.geodata.index;

/** A condition on the values of one column, decided beforehand for every value there is. */
final class CodeCondition extends RowCondition {

  private final int column;
  private final byte[] truths;

  /**
   * @param truths by code: 1 true, -1 false, 0 unknown
   */
  CodeCondition(int column, byte[] truths) {
    this.column = column;
    this.truths = truths;
  }

  @Override
  int test(Segment segment, int row) {
    return truths[segment.code(column, row)];
  }

  @Override
  public void test(Segment segment, int zone, long[] among, Truth truth) {
    PackedInts codes = segment.codes(column);
    int first = zone * Zones.ROWS;
    for (int word = 0; word < Zones.WORDS; word++) {
      long yes = 0;
      long no = 0;
      int base = first + word * Long.SIZE;
      for (long left = among[word]; left != 0; left &= left - 1) {
        int bit = Long.numberOfTrailingZeros(left);
        int found = truths[(int) codes.get(base + bit)];
        yes |= (found > 0 ? 1L : 0L) << bit;
        no |= (found < 0 ? 1L : 0L) << bit;
      }
      truth.yes[word] = yes;
      truth.no[word] = no;
    }
  }

  @Override
  public int ofZone(Segment segment, int zone) {
    if (!segment.codes(column).isConstant()) {
      return 0;
    }
    return truths[0] > 0 ? 1 : -1;
  }

  @Override
  public int cost() {
    return 1;
  }
}
