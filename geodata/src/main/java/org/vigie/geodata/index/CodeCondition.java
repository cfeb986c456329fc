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
