package org.vigie.geodata.geo;

import net.sf.geographiclib.Constants;
import org.locationtech.jts.geom.Coordinate;

/**
 * A part of a line that is straight in longitude and latitude.
 *
 * @param to its longitude may go on past 180 degrees
 */
record Leg(Coordinate from, Coordinate to) {

  private static final double LONGEST_STEP_METRES = 50_000;

  private static final double SQUARED_ECCENTRICITY = Constants.WGS84_f * (2 - Constants.WGS84_f);

  /** The place after a part of the way in degrees, 0 to 1. */
  Coordinate at(double along) {
    if (along == 1) {
      return to;
    }
    return new Coordinate(from.x + along * (to.x - from.x), from.y + along * (to.y - from.y));
  }

  /**
   * The direction there, degrees clockwise from north: a degree of longitude is measured by the
   * radius of curvature across the meridian, one of latitude by that along it.
   */
  double azimuth(double along) {
    double lat = Math.toRadians(at(along).y);
    double flat = 1 - SQUARED_ECCENTRICITY * Math.sin(lat) * Math.sin(lat);
    double east = (to.x - from.x) * Math.cos(lat) * flat;
    double north = (to.y - from.y) * (1 - SQUARED_ECCENTRICITY);
    return Math.toDegrees(Math.atan2(east, north));
  }

  double metres() {
    return Geodesy.distanceMetres(from, to);
  }

  int steps() {
    return (int) Math.ceil(metres() / LONGEST_STEP_METRES);
  }
}
