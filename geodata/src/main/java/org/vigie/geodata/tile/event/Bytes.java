package org.vigie.geodata.tile.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Little-endian numbers one after the other. */
final class Bytes {

  private byte[] bytes = new byte[256];
  private int size;

  Bytes u8(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
    return this;
  }

  Bytes u16(int value) {
    return u8(value).u8(value >>> 8);
  }

  Bytes u32(long value) {
    return u16((int) value).u16((int) (value >>> 16));
  }

  Bytes f64(double value) {
    long bits = Double.doubleToLongBits(value);
    return u32(bits).u32(bits >>> 32);
  }

  /** Unsigned LEB128. */
  Bytes varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      u8((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    return u8((int) rest);
  }

  /** UTF-8 after its length as a u16. */
  Bytes text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return u16(utf8.length).append(utf8, utf8.length);
  }

  /** Others after their length as a u32. */
  Bytes column(Bytes other) {
    return u32(other.size).append(other.bytes, other.size);
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  private Bytes append(byte[] more, int length) {
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
    }
    System.arraycopy(more, 0, bytes, size, length);
    size += length;
    return this;
  }
}
