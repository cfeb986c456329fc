package org.vigie.geodata.basemap;

import java.nio.charset.StandardCharsets;

/**
 * Goes through the fields of a Protocol Buffers message that somebody else wrote: what does not fit
 * ends it, and {@link #isBroken} says so.
 */
final class WireReader {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BLOCK = 2;
  private static final int FIXED32 = 5;
  private static final int MOST_TEXT = 200;

  private final byte[] bytes;
  private final int end;
  private int position;
  private int field;
  private int type;
  private long number;
  private int blockStart;
  private boolean broken;

  WireReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private WireReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  /** Goes to the next field; false at the end, and where the message is broken. */
  boolean next() {
    if (broken || position >= end) {
      return false;
    }
    long key = varint();
    field = (int) (key >>> 3);
    type = (int) (key & 7);
    switch (type) {
      case VARINT -> number = varint();
      case FIXED64 -> skip(8);
      case FIXED32 -> skip(4);
      case BLOCK -> {
        number = varint();
        blockStart = position;
        skip(number);
      }
      default -> broken = true;
    }
    return !broken && field > 0;
  }

  int field() {
    return field;
  }

  boolean isBlock() {
    return type == BLOCK;
  }

  long number() {
    return number;
  }

  WireReader block() {
    return new WireReader(bytes, blockStart, position);
  }

  /** The block as text, at most 200 characters of it. */
  String text() {
    String text = new String(bytes, blockStart, position - blockStart, StandardCharsets.UTF_8);
    return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
  }

  boolean isBroken() {
    return broken;
  }

  private void skip(long length) {
    if (length < 0 || length > end - position) {
      broken = true;
    } else {
      position += (int) length;
    }
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (position >= end) {
        break;
      }
      byte next = bytes[position++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    broken = true;
    return 0;
  }
}
