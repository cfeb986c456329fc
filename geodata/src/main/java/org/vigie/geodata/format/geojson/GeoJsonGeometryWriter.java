package org.vigie.geodata.format.geojson;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geodata.geo.Ordinates;

/**
 * Geometries as GeoJSON (RFC 7946): longitude, latitude with seven decimals, exterior rings
 * counter-clockwise and holes clockwise. Geometries are never cut, so one that touches the
 * antimeridian leaves as it is stored.
 */
public final class GeoJsonGeometryWriter {

  private GeoJsonGeometryWriter() {}

  /** Writes a geometry object. */
  public static void write(JsonGenerator out, Geometry geometry) throws IOException {
    out.writeStartObject();
    out.writeStringField("type", geometry.getGeometryType());
    if (geometry.getGeometryType().equals("GeometryCollection")) {
      out.writeArrayFieldStart("geometries");
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        write(out, geometry.getGeometryN(i));
      }
      out.writeEndArray();
    } else {
      out.writeFieldName("coordinates");
      coordinates(out, geometry);
    }
    out.writeEndObject();
  }

  private static void coordinates(JsonGenerator out, Geometry geometry) throws IOException {
    if (geometry instanceof GeometryCollection parts) {
      out.writeStartArray();
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        coordinates(out, parts.getGeometryN(i));
      }
      out.writeEndArray();
    } else if (geometry instanceof Polygon polygon) {
      out.writeStartArray();
      if (!polygon.isEmpty()) {
        ring(out, polygon.getExteriorRing(), true);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          ring(out, polygon.getInteriorRingN(i), false);
        }
      }
      out.writeEndArray();
    } else if (geometry instanceof Point point) {
      if (point.isEmpty()) {
        out.writeStartArray();
        out.writeEndArray();
      } else {
        position(out, point.getCoordinate());
      }
    } else {
      positions(out, geometry.getCoordinates());
    }
  }

  private static void ring(JsonGenerator out, LinearRing ring, boolean counterClockwise)
      throws IOException {
    Coordinate[] positions = ring.getCoordinates();
    boolean right = positions.length < 4 || Orientation.isCCW(positions) == counterClockwise;
    positions(out, right ? positions : ring.reverse().getCoordinates());
  }

  private static void positions(JsonGenerator out, Coordinate[] positions) throws IOException {
    out.writeStartArray();
    for (Coordinate position : positions) {
      position(out, position);
    }
    out.writeEndArray();
  }

  private static void position(JsonGenerator out, Coordinate position) throws IOException {
    out.writeStartArray();
    out.writeNumber(Ordinates.format(position.x));
    out.writeNumber(Ordinates.format(position.y));
    out.writeEndArray();
  }
}
