package org.vigie.geodata.index;

/** A condition on the values of one column, decided beforehand for every value there is. */
final class CodeCondition extends RowCondition {

  private final int column;
  private final byte[] truths;
  private final boolean always;

  /**
   * @param truths by code: 1 true, -1 false, 0 unknown
   */
  CodeCondition(int column, byte[] truths) {
    this.column = column;
    this.truths = truths;
    boolean all = true;
    for (byte truth : truths) {
      all &= truth > 0;
    }
    always = all;
  }

  @Override
  int test(Segment segment, int row) {
    return truths[segment.code(column, row)];
  }

  @Override
  public void narrow(Segment segment, long[] rows) {
    if (always) {
      return;
    }
    PackedInts codes = segment.codes(column);
    for (int word = 0; word < rows.length; word++) {
      long yes = 0;
      for (long left = rows[word]; left != 0; left &= left - 1) {
        int bit = Long.numberOfTrailingZeros(left);
        long found = truths[(int) codes.get(word * Long.SIZE + bit)] > 0 ? 1 : 0;
        yes |= found << bit;
      }
      rows[word] = yes;
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
