package org.vigie.geodata.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Lengths, areas and places on the WGS 84 ellipsoid, after C. F. F. Karney, "Algorithms for
 * geodesics", J. Geodesy 87 (2013), accurate to some ten nanometres. Coordinates are longitude (x)
 * before latitude (y), in degrees; lengths are metres, azimuths degrees clockwise from north.
 */
public final class Geodesy {

  /**
   * Longest edge in degrees that is measured as one geodesic. GeoJSON edges are straight in
   * longitude and latitude (RFC 7946, section 3.1.1): a longer one would be replaced by the
   * geodesic between its ends, which bows towards the pole.
   */
  private static final double LONGEST_EDGE_DEGREES = 0.1;

  private Geodesy() {}

  /** Length of the shortest path between two places, in metres; about one microsecond. */
  public static double distanceMetres(double lon1, double lat1, double lon2, double lat2) {
    return Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE).s12;
  }

  public static double distanceMetres(Coordinate from, Coordinate to) {
    return distanceMetres(from.x, from.y, to.x, to.y);
  }

  /** Direction at the first place of the geodesic to the other, clockwise from north, 0 to 360. */
  public static double azimuthDegrees(LonLat from, LonLat to) {
    double azimuth =
        Geodesic.WGS84.Inverse(from.lat(), from.lon(), to.lat(), to.lon(), GeodesicMask.AZIMUTH)
            .azi1;
    return azimuth < 0 ? azimuth + 360 : azimuth;
  }

  /** The place reached from another along a geodesic; longitude between -180 and 180. */
  public static Coordinate destination(double lon, double lat, double azimuth, double metres) {
    GeodesicData end = Geodesic.WGS84.Direct(lat, lon, azimuth, metres);
    return new Coordinate(end.lon2, end.lat2);
  }

  /**
   * Area of all polygons of a geometry, holes left out, in square metres; 0 for points and lines.
   * Rings may run in either direction.
   */
  public static double areaSquareMetres(Geometry geometry) {
    double total = 0;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon && !polygon.isEmpty()) {
        total += polygonArea(polygon);
      } else if (part instanceof GeometryCollection) {
        total += areaSquareMetres(part);
      }
    }
    return total;
  }

  private static double polygonArea(Polygon polygon) {
    if (polygon.getEnvelopeInternal().getWidth() > 180) {
      // A ring that is known only by its border has an inside smaller than half the earth.
      GeometryFactory geometries = polygon.getFactory();
      return areaSquareMetres(
              polygon.intersection(geometries.toGeometry(new Envelope(-180, 0, -90, 90))))
          + areaSquareMetres(
              polygon.intersection(geometries.toGeometry(new Envelope(0, 180, -90, 90))));
    }
    double area = ringArea(polygon.getExteriorRing());
    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
      area -= ringArea(polygon.getInteriorRingN(hole));
    }
    return area;
  }

  private static double ringArea(LinearRing ring) {
    PolygonArea sum = new PolygonArea(Geodesic.WGS84, false);
    Coordinate[] corners = Densifier.densify(ring, LONGEST_EDGE_DEGREES).getCoordinates();
    for (int i = 0; i < corners.length - 1; i++) {
      sum.AddPoint(corners[i].y, corners[i].x);
    }
    return Math.abs(sum.Compute(false, true).area);
  }
}
