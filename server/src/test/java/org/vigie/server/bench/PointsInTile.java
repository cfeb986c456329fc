package org.vigie.server.bench;

import java.nio.ByteBuffer;

/**
 * Counts the points of a vector tile that lie inside it, whoever made it. Unlike the reader of our
 * own tests it lets everything pass that it does not need.
 */
final class PointsInTile {

  private static final int EXTENT = 4096;
  private static final int LAYERS = 3;
  private static final int FEATURES = 2;
  private static final int GEOMETRY = 4;

  private PointsInTile() {}

  static long count(byte[] tile) {
    ByteBuffer in = ByteBuffer.wrap(tile);
    long count = 0;
    while (in.hasRemaining()) {
      long key = varint(in);
      ByteBuffer block = block(in, key);
      count += key >>> 3 == LAYERS ? layer(block) : 0;
    }
    return count;
  }

  private static long layer(ByteBuffer in) {
    long count = 0;
    while (in.hasRemaining()) {
      long key = varint(in);
      ByteBuffer block = block(in, key);
      count += key >>> 3 == FEATURES && feature(block) ? 1 : 0;
    }
    return count;
  }

  private static boolean feature(ByteBuffer in) {
    while (in.hasRemaining()) {
      long key = varint(in);
      ByteBuffer block = block(in, key);
      if (key >>> 3 == GEOMETRY) {
        varint(block); // move to, once
        int x = zigzag(block);
        int y = zigzag(block);
        return isInside(x) && isInside(y);
      }
    }
    return false;
  }

  private static boolean isInside(int unit) {
    return unit >= 0 && unit < EXTENT;
  }

  private static int zigzag(ByteBuffer in) {
    int value = (int) varint(in);
    return (value >>> 1) ^ -(value & 1);
  }

  /** What belongs to a key; empty where it is a number. */
  private static ByteBuffer block(ByteBuffer in, long key) {
    int length =
        switch ((int) (key & 7)) {
          case 1 -> Long.BYTES;
          case 2 -> (int) varint(in);
          case 5 -> Integer.BYTES;
          default -> {
            varint(in);
            yield 0;
          }
        };
    ByteBuffer block = in.slice(in.position(), length);
    in.position(in.position() + length);
    return block;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new AssertionError("a number without end");
  }
}
