package org.vigie.geodata.geo;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;

/**
 * Borders at a distance from a place or a line. They get corners until, with edges straight in
 * longitude and latitude as GeoJSON and PostGIS have them, they keep to the distance. The buffer of
 * JTS is not used: in turns of less than three degrees it is off by up to a thousandth of the
 * distance.
 */
final class Offset {

  /** Of the distance: 1 m for 10 km. */
  private static final double RELATIVE_DEVIATION = 1e-4;

  private static final double LEAST_DEVIATION_METRES = 0.1;

  /** Edges are looked at in three places, and between those they may be off a little more. */
  private static final double SHARE = 0.8;

  private static final double[] LOOKED_AT = {0.25, 0.5, 0.75};

  /** Halvings of one step; near a pole some twenty are needed, so this is never reached. */
  private static final int DEEPEST = 48;

  private static final double LONGEST_ARC_DEGREES = 20;

  private final double metres;
  private final double within;

  Offset(double metres) {
    this.metres = metres;
    this.within = SHARE * deviationMetres(metres);
  }

  /** How far a border may be off that lies at this distance. */
  static double deviationMetres(double metres) {
    return Math.max(LEAST_DEVIATION_METRES, RELATIVE_DEVIATION * metres);
  }

  /** The corners of an arc about a place between two azimuths, both ends included. */
  List<Coordinate> arc(Coordinate centre, double fromAzimuth, double toAzimuth) {
    double turn = toAzimuth - fromAzimuth;
    return corners(
        along -> at(centre, fromAzimuth + along * turn),
        along -> centre,
        (int) Math.ceil(Math.abs(turn) / LONGEST_ARC_DEGREES));
  }

  /**
   * The corners beside a leg from its start to its end.
   *
   * @param turn 90 for its right side, -90 for its left
   */
  List<Coordinate> beside(Leg leg, double turn) {
    return corners(along -> at(leg.at(along), leg.azimuth(along) + turn), leg::at, leg.steps());
  }

  /** The place at the distance in a direction; its longitude goes on past 180 degrees. */
  Coordinate at(Coordinate place, double azimuth) {
    GeodesicData end = Geodesic.WGS84.Direct(place.y, place.x, azimuth, metres);
    return new Coordinate(place.x + Antimeridian.shortWay(end.lon2 - place.x), end.lat2);
  }

  /** A place for each part of the way, 0 to 1. */
  @FunctionalInterface
  private interface Way {
    Coordinate at(double along);
  }

  private List<Coordinate> corners(Way border, Way foot, int steps) {
    List<Coordinate> corners = new ArrayList<>();
    Coordinate last = border.at(0);
    corners.add(last);
    for (int i = 1; i <= Math.max(1, steps); i++) {
      double from = (double) (i - 1) / Math.max(1, steps);
      double to = (double) i / Math.max(1, steps);
      Coordinate next = border.at(to);
      halve(border, foot, from, last, to, next, 0, corners);
      corners.add(next);
      last = next;
    }
    return corners;
  }

  private void halve(
      Way border,
      Way foot,
      double from,
      Coordinate start,
      double to,
      Coordinate end,
      int depth,
      List<Coordinate> corners) {
    if (depth == DEEPEST || keepsToTheDistance(foot, from, start, to, end)) {
      return;
    }
    double middle = (from + to) / 2;
    Coordinate there = border.at(middle);
    halve(border, foot, from, start, middle, there, depth + 1, corners);
    corners.add(there);
    halve(border, foot, middle, there, to, end, depth + 1, corners);
  }

  private boolean keepsToTheDistance(
      Way foot, double from, Coordinate start, double to, Coordinate end) {
    double step = Antimeridian.shortWay(end.x - start.x);
    for (double along : LOOKED_AT) {
      Coordinate near = foot.at(from + along * (to - from));
      double distance =
          Geodesy.distanceMetres(
              start.x + along * step, start.y + along * (end.y - start.y), near.x, near.y);
      if (Math.abs(distance - metres) > within) {
        return false;
      }
    }
    return true;
  }
}
