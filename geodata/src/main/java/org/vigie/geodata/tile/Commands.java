package org.vigie.geodata.tile;

import java.util.Arrays;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The drawing commands of one feature (MVT 2.1, section 4.3), in whole tile units. */
final class Commands {

  /** Types of geometry as the standard numbers them. */
  enum Kind {
    POINT(1),
    LINE(2),
    AREA(3);

    final int code;

    Kind(int code) {
      this.code = code;
    }
  }

  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private int[] integers = new int[16];
  private int size;
  private int x;
  private int y;

  void points(int[][] points) {
    command(MOVE_TO, points.length);
    for (int[] point : points) {
      goTo(point[0], point[1]);
    }
  }

  /**
   * @param path at least two different points, none equal to the one before
   */
  void line(int[][] path) {
    command(MOVE_TO, 1);
    goTo(path[0][0], path[0][1]);
    command(LINE_TO, path.length - 1);
    for (int i = 1; i < path.length; i++) {
      goTo(path[i][0], path[i][1]);
    }
  }

  /** Outer rings turn so that their area in tile units is positive, holes the other way. */
  void polygon(Polygon polygon) {
    ring(polygon.getExteriorRing(), true);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      ring(polygon.getInteriorRingN(i), false);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  int[] toArray() {
    return Arrays.copyOf(integers, size);
  }

  private void ring(LinearRing ring, boolean positive) {
    Coordinate[] corners = ring.getCoordinates();
    boolean turn = Orientation.isCCW(corners) != positive;
    int last = corners.length - 1;
    for (int i = 0; i < last; i++) {
      Coordinate corner = corners[turn ? last - i : i];
      if (i < 2) {
        command(i == 0 ? MOVE_TO : LINE_TO, i == 0 ? 1 : last - 1);
      }
      goTo((int) Math.round(corner.x), (int) Math.round(corner.y));
    }
    command(CLOSE_PATH, 1);
  }

  private void command(int id, int count) {
    add((id & 0x7) | (count << 3));
  }

  private void goTo(int newX, int newY) {
    add(Protobuf.zigzag(newX - x));
    add(Protobuf.zigzag(newY - y));
    x = newX;
    y = newY;
  }

  private void add(int integer) {
    if (size == integers.length) {
      integers = Arrays.copyOf(integers, size * 2);
    }
    integers[size++] = integer;
  }
}
