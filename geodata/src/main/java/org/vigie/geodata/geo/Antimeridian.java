package org.vigie.geodata.geo;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * Makes polygons whose rings step over the 180th meridian, or round a pole, drawable: cut there, as
 * RFC 7946, section 3.1.9 asks. Longitude, latitude in degrees.
 */
public final class Antimeridian {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private Antimeridian() {}

  /**
   * The area inside a closed ring whose steps are all shorter than 180 degrees of longitude.
   *
   * @param ring closed, longitudes between -180 and 180; a step of more than 180 degrees means the
   *     short way over the antimeridian
   * @return a valid Polygon or MultiPolygon with longitudes between -180 and 180
   */
  public static Geometry polygon(Coordinate[] ring) {
    return polygon(ring, List.of());
  }

  /**
   * The same without the areas inside other rings.
   *
   * @param holes inside the ring, written as it is
   */
  public static Geometry polygon(Coordinate[] ring, List<Coordinate[]> holes) {
    LinearRing shell = GEOMETRIES.createLinearRing(unroll(ring));
    Envelope extent = shell.getEnvelopeInternal();
    if (extent.getMinX() >= -180 && extent.getMaxX() <= 180) {
      return GEOMETRIES.createPolygon(
          shell, holes.stream().map(GEOMETRIES::createLinearRing).toArray(LinearRing[]::new));
    }
    Geometry result = cut(GEOMETRIES.createPolygon(shell));
    for (Coordinate[] hole : holes) {
      result = result.difference(polygon(hole));
    }
    return result;
  }

  /** A difference of longitudes, the way round that is no longer than 180 degrees. */
  static double shortWay(double degrees) {
    return degrees - 360 * Math.rint(degrees / 360);
  }

  /** Polygons whose longitudes go on past 180 degrees, with longitudes between -180 and 180. */
  static Geometry cut(Geometry unrolled) {
    Envelope extent = unrolled.getEnvelopeInternal();
    if (extent.getMinX() >= -180 && extent.getMaxX() <= 180) {
      return unrolled;
    }
    Geometry valid = GeometryFixer.fix(unrolled);
    int first = (int) Math.floor((extent.getMinX() + 180) / 360);
    int last = (int) Math.floor((extent.getMaxX() + 180) / 360);
    Geometry result = GEOMETRIES.createPolygon();
    for (int turn = first; turn <= last; turn++) {
      Geometry strip =
          GEOMETRIES.toGeometry(new Envelope(360.0 * turn - 180, 360.0 * turn + 180, -90, 90));
      Geometry part = valid.intersection(strip);
      result =
          result.union(AffineTransformation.translationInstance(-360.0 * turn, 0).transform(part));
    }
    return result;
  }

  /** Longitudes that go on past 180, so that the ring is one piece; a pole is closed over. */
  private static Coordinate[] unroll(Coordinate[] ring) {
    Coordinate[] unrolled = new Coordinate[ring.length];
    unrolled[0] = ring[0].copy();
    for (int i = 1; i < ring.length; i++) {
      double step = shortWay(ring[i].x - ring[i - 1].x);
      unrolled[i] = new Coordinate(unrolled[i - 1].x + step, ring[i].y);
    }
    Coordinate start = unrolled[0];
    Coordinate end = unrolled[ring.length - 1];
    if (Math.abs(end.x - start.x) < 180) {
      unrolled[ring.length - 1] = start.copy();
      return unrolled;
    }
    double pole = start.y > 0 ? 90 : -90;
    Coordinate[] closed = Arrays.copyOf(unrolled, ring.length + 3);
    closed[ring.length] = new Coordinate(end.x, pole);
    closed[ring.length + 1] = new Coordinate(start.x, pole);
    closed[ring.length + 2] = start.copy();
    return closed;
  }
}
