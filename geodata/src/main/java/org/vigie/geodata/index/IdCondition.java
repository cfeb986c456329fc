package org.vigie.geodata.index;

/** Whether a row is one of some features; never unknown. */
final class IdCondition extends RowCondition implements Offer {

  /** Finding one id takes some sixteen steps through memory, each as dear as some rows in a row. */
  private static final int FIND_PRICE = 64;

  private final IdSet ids;

  IdCondition(IdSet ids) {
    this.ids = ids;
  }

  @Override
  int test(Segment segment, int row) {
    return ids.contains(segment.idHigh(row), segment.idLow(row)) ? 1 : -1;
  }

  @Override
  public long price(Segment segment) {
    return (long) ids.size() * FIND_PRICE;
  }

  @Override
  public void mark(Segment segment, long[] bits) {
    ids.forEach(
        id -> {
          int row = segment.find(id);
          if (row >= 0) {
            bits[row >>> 6] |= 1L << row;
          }
        });
  }

  @Override
  public int cost() {
    return 4;
  }
}
