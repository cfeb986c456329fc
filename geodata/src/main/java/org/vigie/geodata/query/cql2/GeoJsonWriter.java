package org.vigie.geodata.query.cql2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** GeoJSON of a literal as it was given: ring order and duplicate positions are kept. */
final class GeoJsonWriter {

  private GeoJsonWriter() {}

  static ObjectNode node(Geometry geometry) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("type", geometry.getGeometryType());
    if (isMixed(geometry)) {
      ArrayNode members = node.putArray("geometries");
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        members.add(node(geometry.getGeometryN(i)));
      }
    } else {
      node.set("coordinates", coordinates(geometry));
    }
    return node;
  }

  private static boolean isMixed(Geometry geometry) {
    return geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
  }

  private static ArrayNode coordinates(Geometry geometry) {
    if (geometry instanceof Point point) {
      return position(point.getCoordinate());
    }
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    if (geometry instanceof Polygon polygon) {
      array.add(positions(polygon.getExteriorRing().getCoordinates()));
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        array.add(positions(polygon.getInteriorRingN(i).getCoordinates()));
      }
      return array;
    }
    if (geometry instanceof GeometryCollection collection) {
      for (int i = 0; i < collection.getNumGeometries(); i++) {
        array.add(coordinates(collection.getGeometryN(i)));
      }
      return array;
    }
    return positions(geometry.getCoordinates());
  }

  private static ArrayNode positions(Coordinate[] positions) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Coordinate position : positions) {
      array.add(position(position));
    }
    return array;
  }

  private static ArrayNode position(Coordinate position) {
    return JsonNodeFactory.instance.arrayNode().add(position.x).add(position.y);
  }
}
