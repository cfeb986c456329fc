package org.vigie.geodata.query.cql2;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes well-known text with every digit of a coordinate, which the writer of JTS rounds to the
 * precision model and writes in a form that CQL2 does not read.
 */
final class Wkt {

  private Wkt() {}

  static void write(Geometry geometry, StringBuilder out) {
    out.append(geometry.getGeometryType().toUpperCase(Locale.ROOT));
    body(geometry, out);
  }

  private static void body(Geometry geometry, StringBuilder out) {
    if (geometry instanceof Polygon polygon) {
      out.append('(');
      positions(polygon.getExteriorRing().getCoordinates(), out);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        out.append(", ");
        positions(polygon.getInteriorRingN(i).getCoordinates(), out);
      }
      out.append(')');
    } else if (geometry instanceof GeometryCollection collection) {
      boolean mixed = collection.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
      String separator = "(";
      for (int i = 0; i < collection.getNumGeometries(); i++) {
        out.append(separator);
        separator = ", ";
        if (mixed) {
          write(collection.getGeometryN(i), out);
        } else {
          body(collection.getGeometryN(i), out);
        }
      }
      out.append(')');
    } else {
      positions(geometry.getCoordinates(), out);
    }
  }

  private static void positions(Coordinate[] positions, StringBuilder out) {
    String separator = "(";
    for (Coordinate position : positions) {
      out.append(separator).append(position.x).append(' ').append(position.y);
      separator = ", ";
    }
    out.append(')');
  }
}
