package org.vigie.geodata.index;

/** A condition that can say which rows of a segment to look at, without looking at all. */
interface Offer {

  /** What it costs to name the rows and to reach them, in rows looked at in their own order. */
  long price(Segment segment);

  /** Sets the bits of the rows: no fewer than fulfil the condition. */
  void mark(Segment segment, long[] bits);
}
