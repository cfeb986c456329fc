package org.vigie.server.selection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.server.http.Json;

/**
 * Reads polygons: a GeoJSON Polygon or MultiPolygon, or a Feature with one, in WGS 84
 * longitude/latitude (RFC 7946).
 */
final class GeoJsonArea {

  static final int MAX_VERTICES = 10_000;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory(new PrecisionModel(), 4326);

  private final String field;
  private int vertices;

  private GeoJsonArea(String field) {
    this.field = field;
  }

  /**
   * @param field name of the member, for faults
   * @throws BadInputException when it is no polygon, crosses itself, leaves the globe or has more
   *     than {@link #MAX_VERTICES} vertices; says where
   */
  static Geometry read(JsonNode node, String field) throws BadInputException {
    GeoJsonArea reader = new GeoJsonArea(field);
    JsonNode geometry = "Feature".equals(node.path("type").asText()) ? node.path("geometry") : node;
    return reader.valid(reader.geometry(geometry));
  }

  /**
   * Parts, each its outer ring and then its holes.
   *
   * @param parts rings are closed
   */
  static Geometry read(List<List<List<double[]>>> parts, String field) throws BadInputException {
    GeoJsonArea reader = new GeoJsonArea(field);
    return reader.valid(
        parts.size() == 1
            ? reader.polygon(Json.MAPPER.valueToTree(parts.get(0)))
            : reader.parts(Json.MAPPER.valueToTree(parts)));
  }

  private Geometry valid(Geometry area) throws BadInputException {
    TopologyValidationError error = new IsValidOp(area).getValidationError();
    if (error != null) {
      Coordinate at = error.getCoordinate();
      throw wrong(
          at == null
              ? Message.of(
                  "the area is not a simple shape: {error}", Message.of(error.getMessage()))
              : Message.of(
                  "the area is not a simple shape: {error} near {x}, {y}",
                  Message.of(error.getMessage()),
                  at.x,
                  at.y),
          Message.of("Draw it without crossing its own border"));
    }
    return area;
  }

  private Geometry geometry(JsonNode geometry) throws BadInputException {
    String type = geometry.path("type").asText();
    JsonNode coordinates = geometry.path("coordinates");
    return switch (type) {
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" -> parts(coordinates);
      default ->
          throw wrong(
              type.isEmpty() ? Message.of("has no geometry type") : Message.of("is a {type}", type),
              Message.of("Send a GeoJSON Polygon or MultiPolygon"));
    };
  }

  private Geometry parts(JsonNode node) throws BadInputException {
    List<Polygon> parts = new ArrayList<>();
    for (JsonNode part : elements(node, "polygons")) {
      parts.add(polygon(part));
    }
    return GEOMETRIES.createMultiPolygon(parts.toArray(new Polygon[0]));
  }

  private Polygon polygon(JsonNode node) throws BadInputException {
    List<LinearRing> rings = new ArrayList<>();
    for (JsonNode ring : elements(node, "rings")) {
      rings.add(ring(ring));
    }
    return GEOMETRIES.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0]));
  }

  private LinearRing ring(JsonNode node) throws BadInputException {
    List<Coordinate> corners = new ArrayList<>();
    for (JsonNode position : elements(node, "positions")) {
      corners.add(position(position));
    }
    if (corners.size() < 4 || !corners.get(0).equals2D(corners.get(corners.size() - 1))) {
      throw wrong(
          Message.of(
              "a ring has {count} positions or does not end where it starts", corners.size()),
          Message.of("A ring has at least four positions, the last equal to the first"));
    }
    return GEOMETRIES.createLinearRing(corners.toArray(new Coordinate[0]));
  }

  private Coordinate position(JsonNode node) throws BadInputException {
    if (++vertices > MAX_VERTICES) {
      throw wrong(
          Message.of("has more than {maxVertices} vertices", MAX_VERTICES),
          Message.of("Simplify the area before asking"));
    }
    if (!node.isArray() || node.size() < 2 || !node.get(0).isNumber() || !node.get(1).isNumber()) {
      throw wrong(
          Message.of("{node} is not a position", shown(node)),
          Message.of("Send [longitude, latitude]"));
    }
    double lon = node.get(0).doubleValue();
    double lat = node.get(1).doubleValue();
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw wrong(
          Message.of("{node} is not on the globe", shown(node)),
          Message.of(
              "Send longitudes from -180 to 180 before latitudes from -90 to 90; cut an area that"
                  + " crosses the antimeridian into a MultiPolygon"));
    }
    return new CoordinateXY(lon, lat);
  }

  private JsonNode elements(JsonNode node, String what) throws BadInputException {
    if (!node.isArray() || node.isEmpty()) {
      throw wrong(
          Message.of("has no {what}", what),
          Message.of("Send a GeoJSON Polygon or MultiPolygon with coordinates"));
    }
    return node;
  }

  private static String shown(JsonNode node) {
    String text = node.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private BadInputException wrong(Message what, Message fix) {
    return new BadInputException(Fault.of(field, what, fix));
  }
}
