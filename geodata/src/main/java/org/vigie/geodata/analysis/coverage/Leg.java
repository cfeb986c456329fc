package org.vigie.geodata.analysis.coverage;

import java.util.stream.DoubleStream;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.geo.EqualAreaPlane;
import org.vigie.geodata.geo.Geodesy;

/**
 * Between two positions a track is straight in longitude and latitude (RFC 7946, section 3.1.1),
 * the short way round the globe; on a plane it is made of pieces short enough to be straight there.
 */
final class Leg {

  /** Its middle is then within a metre of the line in degrees, outside the polar regions. */
  private static final double LONGEST_PIECE_METRES = 5_000;

  private Leg() {}

  static double length(Coordinate[] degrees) {
    double length = 0;
    for (int v = 1; v < degrees.length; v++) {
      length += metres(degrees[v - 1], degrees[v]);
    }
    return length;
  }

  static double metres(Coordinate from, Coordinate to) {
    return Geodesy.distanceMetres(from, to);
  }

  /**
   * A track with more positions on the same way.
   *
   * @param part whose position i is at {@code lon[first + i], lat[first + i]} in degrees
   */
  static Track fine(Track part, double[] lon, double[] lat, int first, EqualAreaPlane plane) {
    DoubleStream.Builder x = DoubleStream.builder().add(part.x()[0]);
    DoubleStream.Builder y = DoubleStream.builder().add(part.y()[0]);
    DoubleStream.Builder seconds = DoubleStream.builder().add(part.seconds()[0]);
    for (int i = 1; i < part.size(); i++) {
      double metres = Math.hypot(part.x()[i] - part.x()[i - 1], part.y()[i] - part.y()[i - 1]);
      int pieces = (int) Math.ceil(metres / LONGEST_PIECE_METRES);
      double east = Math.IEEEremainder(lon[first + i] - lon[first + i - 1], 360);
      double north = lat[first + i] - lat[first + i - 1];
      for (int piece = 1; piece < pieces; piece++) {
        double share = (double) piece / pieces;
        Coordinate at =
            plane.toMetres(lon[first + i - 1] + share * east, lat[first + i - 1] + share * north);
        x.add(at.x);
        y.add(at.y);
        seconds.add(part.seconds()[i - 1] + share * (part.seconds()[i] - part.seconds()[i - 1]));
      }
      x.add(part.x()[i]);
      y.add(part.y()[i]);
      seconds.add(part.seconds()[i]);
    }
    return new Track(
        x.build().toArray(), y.build().toArray(), seconds.build().toArray(), part.timed());
  }
}
