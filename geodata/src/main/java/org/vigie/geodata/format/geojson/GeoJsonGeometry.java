package org.vigie.geodata.format.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geodata.format.Limits;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** Geometries in GeoJSON (RFC 7946): longitude, latitude, WGS 84. Heights are dropped. */
public final class GeoJsonGeometry {

  private static final GeometryFactory FACTORY = LonLat.factory();

  private int vertices;

  private GeoJsonGeometry() {}

  /**
   * Reads a geometry object.
   *
   * @throws BadInputException when it is none, or a position is no place on earth
   */
  public static Geometry read(JsonNode node) throws BadInputException {
    return new GeoJsonGeometry().geometry(node, 0);
  }

  private Geometry geometry(JsonNode node, int depth) throws BadInputException {
    String type = node.path("type").asText("");
    JsonNode coordinates = node.path("coordinates");
    return switch (type) {
      case "Point" ->
          coordinates.isEmpty()
              ? FACTORY.createPoint()
              : FACTORY.createPoint(position(coordinates));
      case "MultiPoint" -> FACTORY.createMultiPointFromCoords(positions(coordinates));
      case "LineString" -> line(coordinates);
      case "MultiLineString" -> lines(coordinates);
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" -> polygons(coordinates);
      case "GeometryCollection" -> collection(node.path("geometries"), depth);
      default ->
          throw bad(
              Message.of("there is no geometry type \"{type}\"", type),
              Message.of(
                  "Use Point, LineString, Polygon, their Multi forms or GeometryCollection"));
    };
  }

  private Geometry lines(JsonNode coordinates) throws BadInputException {
    LineString[] lines = new LineString[coordinates.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = line(coordinates.path(i));
    }
    return FACTORY.createMultiLineString(lines);
  }

  private Geometry polygons(JsonNode coordinates) throws BadInputException {
    Polygon[] polygons = new Polygon[coordinates.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = polygon(coordinates.path(i));
    }
    return FACTORY.createMultiPolygon(polygons);
  }

  private Geometry collection(JsonNode members, int depth) throws BadInputException {
    if (depth >= Limits.DEPTH) {
      throw bad(
          Message.of("geometry collections are nested too deeply"),
          Message.of("Take the inner ones out"));
    }
    Geometry[] parts = new Geometry[members.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = geometry(members.path(i), depth + 1);
    }
    return FACTORY.createGeometryCollection(parts);
  }

  private LineString line(JsonNode coordinates) throws BadInputException {
    Coordinate[] line = positions(coordinates);
    if (line.length == 1) {
      throw bad(Message.of("a line has one position only"), Message.of("Give two or more"));
    }
    return FACTORY.createLineString(line);
  }

  private Polygon polygon(JsonNode coordinates) throws BadInputException {
    if (!coordinates.isArray()) {
      throw bad(
          Message.of("the coordinates of a polygon are no array"),
          Message.of("Give an array of rings"));
    }
    if (coordinates.isEmpty()) {
      return FACTORY.createPolygon();
    }
    LinearRing shell = ring(coordinates.path(0));
    LinearRing[] holes = new LinearRing[coordinates.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(coordinates.path(i + 1));
    }
    return FACTORY.createPolygon(shell, holes);
  }

  private LinearRing ring(JsonNode coordinates) throws BadInputException {
    Coordinate[] ring = positions(coordinates);
    if (ring.length < 4 || !ring[0].equals2D(ring[ring.length - 1])) {
      throw bad(
          Message.of("a ring of a polygon is not closed"),
          Message.of("Give at least four positions, the last the same as the first"));
    }
    return FACTORY.createLinearRing(ring);
  }

  private Coordinate[] positions(JsonNode array) throws BadInputException {
    if (!array.isArray()) {
      throw bad(
          Message.of("the coordinates are no array of positions"),
          Message.of("Give [[lon, lat], …]"));
    }
    Coordinate[] positions = new Coordinate[array.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = position(array.path(i));
    }
    return positions;
  }

  private Coordinate position(JsonNode node) throws BadInputException {
    if (++vertices > Limits.VERTICES) {
      throw bad(
          Message.of("it has more than {vertices} vertices", Limits.VERTICES),
          Message.of("Simplify or divide it"));
    }
    if (!node.isArray()
        || node.size() < 2
        || !node.path(0).isNumber()
        || !node.path(1).isNumber()) {
      throw bad(
          Message.of("a position is not two numbers"),
          Message.of("Write [longitude, latitude] in degrees"));
    }
    double lon = node.path(0).asDouble();
    double lat = node.path(1).asDouble();
    Optional<Fault> fault = LonLat.fault(lon, lat);
    if (fault.isPresent()) {
      throw new BadInputException(fault.get());
    }
    return new Coordinate(lon, lat);
  }

  private static BadInputException bad(Message what, Message fix) {
    return new BadInputException(Fault.of("geometry", what, fix));
  }
}
