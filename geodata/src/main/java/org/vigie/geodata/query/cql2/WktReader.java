package org.vigie.geodata.query.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.query.Expression;

/** Geometry literals in CQL2 text: well-known text and BBOX. */
final class WktReader {

  private final TokenReader tokens;
  private final Geometries geometries;

  WktReader(TokenReader tokens, Geometries geometries) {
    this.tokens = tokens;
    this.geometries = geometries;
  }

  /** Whether the name begins a geometry; it must be followed by "(" or by "Z (". */
  static boolean isGeometry(String upperName) {
    return switch (upperName) {
      case "POINT",
          "LINESTRING",
          "POLYGON",
          "MULTIPOINT",
          "MULTILINESTRING",
          "MULTIPOLYGON",
          "GEOMETRYCOLLECTION" ->
          true;
      default -> false;
    };
  }

  Geometry geometry(int depth) throws BadInputException {
    if (depth > Cql2Limits.MAX_DEPTH) {
      throw Cql2Limits.tooDeep("in a geometry collection");
    }
    Token name = tokens.take();
    tokens.takeWord("Z");
    return switch (name.upper()) {
      case "POINT" -> point();
      case "LINESTRING" -> line();
      case "POLYGON" -> polygon();
      case "MULTIPOINT" -> geometries.multiPoint(list(this::memberPoint));
      case "MULTILINESTRING" -> geometries.multiLine(list(this::line));
      case "MULTIPOLYGON" -> geometries.multiPolygon(list(this::polygon));
      case "GEOMETRYCOLLECTION" -> geometries.collection(list(() -> geometry(depth + 1)));
      default -> throw tokens.unexpected(name, "a geometry such as POINT(22.1 4.3)");
    };
  }

  Expression box() throws BadInputException {
    tokens.take();
    return geometries.box(list(this::number));
  }

  private Point point() throws BadInputException {
    tokens.expectSign("(");
    Coordinate position = position();
    tokens.expectSign(")");
    return geometries.point(position);
  }

  /** Simple Features allows the points of a multipoint without parentheses too. */
  private Point memberPoint() throws BadInputException {
    return tokens.peek().isSign("(") ? point() : geometries.point(position());
  }

  private LineString line() throws BadInputException {
    return geometries.line(list(this::position));
  }

  private LinearRing ring() throws BadInputException {
    return geometries.ring(list(this::position));
  }

  private Polygon polygon() throws BadInputException {
    return geometries.polygon(list(this::ring));
  }

  private Coordinate position() throws BadInputException {
    List<Double> numbers = new ArrayList<>();
    do {
      numbers.add(number());
    } while (numbers.size() < 3 && !tokens.peek().isSign(",") && !tokens.peek().isSign(")"));
    return geometries.coordinate(numbers);
  }

  private double number() throws BadInputException {
    boolean negative = tokens.takeSign("-");
    if (!negative) {
      tokens.takeSign("+");
    }
    Token token = tokens.take();
    if (token.kind() != Token.Kind.NUMBER) {
      throw tokens.unexpected(token, "a number");
    }
    double value = Literals.number(token.text().toLowerCase(Locale.ROOT)).value().doubleValue();
    return negative ? -value : value;
  }

  private <T> List<T> list(Member<T> member) throws BadInputException {
    tokens.expectSign("(");
    List<T> members = new ArrayList<>();
    do {
      members.add(member.read());
    } while (tokens.takeSign(","));
    tokens.expectSign(")");
    return members;
  }

  private interface Member<T> {
    T read() throws BadInputException;
  }
}
