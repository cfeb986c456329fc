package org.vigie.geodata.index;

import org.vigie.geodata.geo.Mercator;

/** Boxes around each 256 rows of a segment, in cells of {@link Mercator}; empty without a point. */
final class Zones {

  static final int ROWS = 256;
  static final int WORDS = ROWS / Long.SIZE;
  private static final int SHIFT = 8;

  private final int[] minX;
  private final int[] maxX;
  private final int[] minY;
  private final int[] maxY;

  Zones(int[] x, int[] y, byte[] kinds) {
    int count = (x.length + ROWS - 1) >> SHIFT;
    minX = new int[count];
    maxX = new int[count];
    minY = new int[count];
    maxY = new int[count];
    for (int zone = 0; zone < count; zone++) {
      minX[zone] = Integer.MAX_VALUE;
      maxX[zone] = Integer.MIN_VALUE;
      minY[zone] = Integer.MAX_VALUE;
      maxY[zone] = Integer.MIN_VALUE;
      int end = Math.min(x.length, (zone + 1) << SHIFT);
      for (int row = zone << SHIFT; row < end; row++) {
        if (kinds[row] == Segment.POINT) {
          minX[zone] = Math.min(minX[zone], x[row]);
          maxX[zone] = Math.max(maxX[zone], x[row]);
          minY[zone] = Math.min(minY[zone], y[row]);
          maxY[zone] = Math.max(maxY[zone], y[row]);
        }
      }
    }
  }

  int count() {
    return minX.length;
  }

  boolean isEmpty(int zone) {
    return minX[zone] > maxX[zone];
  }

  int minX(int zone) {
    return minX[zone];
  }

  int maxX(int zone) {
    return maxX[zone];
  }

  int minY(int zone) {
    return minY[zone];
  }

  int maxY(int zone) {
    return maxY[zone];
  }

  long bytes() {
    return 16L * minX.length;
  }
}
