package org.vigie.geodata.analysis.coverage;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.vigie.geodata.geo.EqualAreaPlane;

/** Areas in degrees drawn on a plane in metres, joined again where the antimeridian cuts them. */
final class PolygonsOnPlane {

  /** Edges are straight in degrees: one this long bows by some metres in the plane. */
  private static final double LONGEST_EDGE_DEGREES = 0.1;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private PolygonsOnPlane() {}

  /** Empty when the geometry holds no polygon. */
  static Geometry of(Geometry degrees, EqualAreaPlane plane) {
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < degrees.getNumGeometries(); i++) {
      if (degrees.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        Polygon fine = (Polygon) Densifier.densify(polygon, LONGEST_EDGE_DEGREES);
        LinearRing[] holes = new LinearRing[fine.getNumInteriorRing()];
        for (int hole = 0; hole < holes.length; hole++) {
          holes[hole] = ring(fine.getInteriorRingN(hole), plane);
        }
        parts.add(
            GeometryFixer.fix(
                GEOMETRIES.createPolygon(ring(fine.getExteriorRing(), plane), holes)));
      }
    }
    return parts.isEmpty() ? GEOMETRIES.createPolygon() : OverlayNGRobust.union(parts);
  }

  private static LinearRing ring(LinearRing degrees, EqualAreaPlane plane) {
    Coordinate[] corners = degrees.getCoordinates();
    Coordinate[] metres = new Coordinate[corners.length];
    for (int i = 0; i < corners.length - 1; i++) {
      metres[i] = plane.toMetres(corners[i].x, corners[i].y);
    }
    metres[corners.length - 1] = metres[0].copy();
    return GEOMETRIES.createLinearRing(metres);
  }
}
