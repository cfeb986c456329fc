package org.vigie.geodata.index;

/** Whether a row has no place at all; never unknown. */
final class PresenceCondition extends RowCondition {

  @Override
  int test(Segment segment, int row) {
    return segment.kind(row) == Segment.NOWHERE ? 1 : -1;
  }

  @Override
  public int ofZone(Segment segment, int zone) {
    return segment.hasOnlyPoints() ? -1 : 0;
  }

  @Override
  public int cost() {
    return 1;
  }
}
