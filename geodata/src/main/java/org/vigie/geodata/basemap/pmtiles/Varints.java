package org.vigie.geodata.basemap.pmtiles;

import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;

/** Numbers of seven bits a byte, the low ones first. */
final class Varints {

  private final byte[] bytes;
  private int position;

  Varints(byte[] bytes) {
    this.bytes = bytes;
  }

  long next() throws BadInputException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (position >= bytes.length) {
        throw Header.refused(
            Message.of("a directory ends within a number"),
            Message.of("It was cut off: copy it again"));
      }
      byte next = bytes[position++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw Header.refused(
        Message.of("a number of a directory has more than 64 bits"), Message.of("Make it anew"));
  }

  int nextInt(String what) throws BadInputException {
    long value = next();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw Header.refused(
          Message.of("a {what} of {figure} is not possible", what, Long.toUnsignedString(value)),
          Message.of("Make it anew"));
    }
    return (int) value;
  }
}
