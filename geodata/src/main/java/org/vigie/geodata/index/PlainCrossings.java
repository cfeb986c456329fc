package org.vigie.geodata.index;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Point in polygon by counting crossings in plain double precision, as PostGIS does it. Slow and
 * not robust: it is there to notice where a robust answer could differ.
 */
final class PlainCrossings {

  private PlainCrossings() {}

  /** Whether the point is in the area or on its border. */
  static boolean contains(Geometry area, double x, double y) {
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (contains((Polygon) area.getGeometryN(i), x, y)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(Polygon polygon, double x, double y) {
    int shell = side(polygon.getExteriorRing(), x, y);
    if (shell <= 0) {
      return shell == 0;
    }
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      int hole = side(polygon.getInteriorRingN(i), x, y);
      if (hole >= 0) {
        return hole == 0;
      }
    }
    return true;
  }

  /** 1 inside, 0 on the ring, -1 outside. */
  private static int side(LinearRing ring, double x, double y) {
    CoordinateSequence c = ring.getCoordinateSequence();
    int winding = 0;
    for (int i = 1; i < c.size(); i++) {
      double ax = c.getX(i - 1);
      double ay = c.getY(i - 1);
      double bx = c.getX(i);
      double by = c.getY(i);
      double side = (x - ax) * (by - ay) - (bx - ax) * (y - ay);
      boolean between = Math.min(ax, bx) <= x && x <= Math.max(ax, bx);
      if (side == 0 && between && Math.min(ay, by) <= y && y <= Math.max(ay, by)) {
        return 0;
      }
      if (ay <= y && y < by && side < 0) {
        winding++;
      } else if (by <= y && y < ay && side > 0) {
        winding--;
      }
    }
    return winding != 0 ? 1 : -1;
  }
}
