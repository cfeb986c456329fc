package org.vigie.server.exercise;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Shapes as a person draws them with a mouse: a dozen corners, none of them regular. */
final class Outline {

  private Outline() {}

  /**
   * A closed shape around a point that never crosses itself, in degrees.
   *
   * @param longKm and {@code shortKm} half axes of the oval that it follows
   */
  static Polygon drawn(Coordinate middle, double longKm, double shortKm, Dice dice) {
    int corners = dice.whole(8, 13);
    double turn = dice.between(0, Math.PI);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      // angles keep their order, so the ring is star-shaped and simple
      double angle = 2 * Math.PI * (i + dice.between(-0.3, 0.3)) / corners;
      double stretch = dice.between(0.82, 1.14);
      double along = longKm * stretch * StrictMath.cos(angle);
      double across = shortKm * stretch * StrictMath.sin(angle);
      ring[i] =
          Plane.toDegrees(
              new Coordinate(
                  middle.x + along * StrictMath.cos(turn) - across * StrictMath.sin(turn),
                  middle.y + along * StrictMath.sin(turn) + across * StrictMath.cos(turn)));
    }
    ring[corners] = ring[0].copy();
    return Plane.DEGREES.createPolygon(ring);
  }
}
