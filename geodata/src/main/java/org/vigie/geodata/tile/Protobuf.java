package org.vigie.geodata.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the few wire types of Protocol Buffers that vector tiles are made of. */
final class Protobuf {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;

  private byte[] bytes = new byte[256];
  private int size;

  /** Empty again, to be filled anew. */
  Protobuf clear() {
    size = 0;
    return this;
  }

  Protobuf number(int field, long value) {
    key(field, VARINT);
    varint(value);
    return this;
  }

  Protobuf real(int field, double value) {
    key(field, FIXED64);
    long bits = Double.doubleToLongBits(value);
    reserve(Long.BYTES);
    for (int i = 0; i < Long.BYTES; i++) {
      bytes[size++] = (byte) (bits >>> (8 * i));
    }
    return this;
  }

  Protobuf text(int field, String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return block(field, utf8, utf8.length);
  }

  Protobuf message(int field, Protobuf message) {
    return block(field, message.bytes, message.size);
  }

  Protobuf packed(int field, int[] values) {
    int length = 0;
    for (int value : values) {
      length += length(Integer.toUnsignedLong(value));
    }
    key(field, LENGTH);
    varint(length);
    for (int value : values) {
      varint(Integer.toUnsignedLong(value));
    }
    return this;
  }

  private static int length(long value) {
    return Math.max(1, (Long.SIZE + 6 - Long.numberOfLeadingZeros(value)) / 7);
  }

  /** Puts fields that were written before behind those of this message. */
  Protobuf append(Protobuf written) {
    reserve(written.size);
    System.arraycopy(written.bytes, 0, bytes, size, written.size);
    size += written.size;
    return this;
  }

  /** Small negative numbers become small positive ones. */
  static int zigzag(int value) {
    return (value << 1) ^ (value >> 31);
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  private Protobuf block(int field, byte[] content, int length) {
    key(field, LENGTH);
    varint(length);
    reserve(length);
    System.arraycopy(content, 0, bytes, size, length);
    size += length;
    return this;
  }

  private void key(int field, int wireType) {
    varint(((long) field << 3) | wireType);
  }

  private void varint(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
