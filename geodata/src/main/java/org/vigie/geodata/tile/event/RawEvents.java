package org.vigie.geodata.tile.event;

import java.util.Arrays;

/** Single events, column by column. Units are those of {@link TileGrid}, times as taken. */
final class RawEvents {

  private int size;
  private short[] x = new short[64];
  private short[] y = new short[64];
  private long[] start = new long[64];
  private long[] end = new long[64];
  private char[] category = new char[64];
  private byte[] severity = new byte[64];

  void add(int atX, int atY, long from, long to, int ofCategory, int ofSeverity) {
    if (size == x.length) {
      grow(2 * size);
    }
    x[size] = (short) atX;
    y[size] = (short) atY;
    start[size] = from;
    end[size] = to;
    category[size] = (char) ofCategory;
    severity[size] = (byte) ofSeverity;
    size++;
  }

  void addAll(RawEvents other) {
    for (int i = 0; i < other.size; i++) {
      add(
          other.x[i],
          other.y[i],
          other.start[i],
          other.end[i],
          other.category[i],
          other.severity(i));
    }
  }

  /** Counts all of them and forgets them. */
  void moveTo(EventCounts counts) {
    for (int i = 0; i < size; i++) {
      counts.add(start[i], x[i], y[i], category[i], severity(i));
    }
    size = 0;
  }

  private void grow(int length) {
    x = Arrays.copyOf(x, length);
    y = Arrays.copyOf(y, length);
    start = Arrays.copyOf(start, length);
    end = Arrays.copyOf(end, length);
    category = Arrays.copyOf(category, length);
    severity = Arrays.copyOf(severity, length);
  }

  int size() {
    return size;
  }

  int x(int i) {
    return x[i];
  }

  int y(int i) {
    return y[i];
  }

  long start(int i) {
    return start[i];
  }

  long end(int i) {
    return end[i];
  }

  int category(int i) {
    return category[i];
  }

  int severity(int i) {
    return severity[i] & 0xFF;
  }
}
