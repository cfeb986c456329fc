package org.vigie.geodata.query.cql2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;

/** Geometry literals in CQL2 JSON. */
final class GeoJsonReader {

  private static final String TYPES =
      "Point, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon or GeometryCollection";

  private final Geometries geometries;

  GeoJsonReader(Geometries geometries) {
    this.geometries = geometries;
  }

  Geometry geometry(JsonPlace place) throws BadInputException {
    JsonPlace type = place.member("type");
    return switch (type.text(TYPES)) {
      case "Point" -> point(place.member("coordinates"));
      case "LineString" -> line(place.member("coordinates"));
      case "Polygon" -> polygon(place.member("coordinates"));
      case "MultiPoint" -> geometries.multiPoint(list(place.member("coordinates"), this::point));
      case "MultiLineString" -> geometries.multiLine(list(place.member("coordinates"), this::line));
      case "MultiPolygon" ->
          geometries.multiPolygon(list(place.member("coordinates"), this::polygon));
      case "GeometryCollection" ->
          geometries.collection(list(place.member("geometries"), this::geometry));
      default -> throw type.unexpected(TYPES);
    };
  }

  List<Double> numbers(JsonPlace place) throws BadInputException {
    List<Double> numbers = new ArrayList<>();
    for (JsonPlace element : place.elements()) {
      JsonNode node = element.node();
      if (!node.isNumber()) {
        throw element.unexpected("a number");
      }
      numbers.add(Literals.number(node.decimalValue(), false).value().doubleValue());
    }
    return numbers;
  }

  private Coordinate position(JsonPlace place) throws BadInputException {
    return geometries.coordinate(numbers(place));
  }

  private Point point(JsonPlace place) throws BadInputException {
    return geometries.point(position(place));
  }

  private LineString line(JsonPlace place) throws BadInputException {
    return geometries.line(list(place, this::position));
  }

  private LinearRing ring(JsonPlace place) throws BadInputException {
    return geometries.ring(list(place, this::position));
  }

  private Polygon polygon(JsonPlace place) throws BadInputException {
    return geometries.polygon(list(place, this::ring));
  }

  private static <T> List<T> list(JsonPlace place, Member<T> member) throws BadInputException {
    List<T> members = new ArrayList<>();
    for (JsonPlace element : place.elements()) {
      members.add(member.read(element));
    }
    if (members.isEmpty()) {
      throw place.fault(Message.of("the list is empty"), Message.of("A geometry needs positions"));
    }
    return members;
  }

  private interface Member<T> {
    T read(JsonPlace place) throws BadInputException;
  }
}
