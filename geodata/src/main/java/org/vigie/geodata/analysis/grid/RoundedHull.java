package org.vigie.geodata.analysis.grid;

import org.locationtech.jts.geom.Coordinate;

/**
 * A convex shape, point and line included, and what lies within a distance of it: cut by lines from
 * west to east.
 */
final class RoundedHull {

  private final Coordinate[] ring;
  private final double distance;

  RoundedHull(Coordinate[] ring, double distance) {
    this.ring = ring;
    this.distance = distance;
  }

  /** Least and greatest x at some y, the first above the second when the line misses. */
  double[] section(double y) {
    double[] section = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < ring.length; i++) {
      Coordinate from = ring[i];
      double up = y - from.y;
      if (Math.abs(up) <= distance) {
        double half = Math.sqrt((distance - up) * (distance + up));
        widen(section, from.x - half);
        widen(section, from.x + half);
      }
      Coordinate to = ring[(i + 1) % ring.length];
      side(section, y, from, to, distance);
      side(section, y, from, to, -distance);
    }
    return section;
  }

  /** Where the line crosses an edge that is shifted to one side. */
  private static void side(
      double[] section, double y, Coordinate from, Coordinate to, double shift) {
    double dx = to.x - from.x;
    double dy = to.y - from.y;
    double length = Math.hypot(dx, dy);
    if (dy == 0) {
      return;
    }
    double along = (y - (from.y + shift * dx / length)) / dy;
    if (along >= 0 && along <= 1) {
      widen(section, from.x - shift * dy / length + along * dx);
    }
  }

  private static void widen(double[] section, double x) {
    section[0] = Math.min(section[0], x);
    section[1] = Math.max(section[1], x);
  }
}
