package org.vigie.geodata.query;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Message;

/** Geometry and box literals as geometries, and whether they are sound. */
public final class GeometryLiterals {

  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

  private GeometryLiterals() {}

  /**
   * The geometry of a literal. A box across the antimeridian becomes two, a box without width or
   * height a line or a point.
   *
   * @throws IllegalArgumentException for any other expression
   */
  public static Geometry geometry(Expression literal) {
    if (literal instanceof Expression.GeometryLiteral geometry) {
      return geometry.value();
    }
    if (literal instanceof Expression.BoxLiteral box) {
      return area(box.box());
    }
    throw new IllegalArgumentException(literal + " is not a geometry literal");
  }

  /** The area of a box: a Polygon, or one MultiPolygon of the parts beside the antimeridian. */
  public static Geometry area(BoundingBox box) {
    return FACTORY.buildGeometry(parts(box));
  }

  /** The boxes an index has to look into. */
  public static List<Geometry> searchBoxes(Expression literal) {
    return literal instanceof Expression.BoxLiteral box
        ? parts(box.box())
        : List.of(geometry(literal));
  }

  private static List<Geometry> parts(BoundingBox box) {
    List<Geometry> parts = new ArrayList<>();
    for (BoundingBox part : box.parts()) {
      parts.add(
          FACTORY.toGeometry(new Envelope(part.west(), part.east(), part.south(), part.north())));
    }
    return parts;
  }

  /** Whether the literal is a collection of mixed dimensions. */
  static boolean isCollection(Expression expression) {
    boolean literal =
        expression instanceof Expression.GeometryLiteral
            || expression instanceof Expression.BoxLiteral;
    return literal && isCollection(geometry(expression));
  }

  static boolean isCollection(Geometry geometry) {
    return geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
  }

  static void check(Expression literal) throws BadInputException {
    if (literal instanceof Expression.BoxLiteral box) {
      try {
        box.box();
      } catch (IllegalArgumentException notOnTheGlobe) {
        throw ExpressionTypes.bad(
            Message.of("BBOX: {notOnTheGlobe}", notOnTheGlobe.getMessage()),
            Message.of(
                "Give west, south, east, north in the coordinate reference system of the filter"));
      }
      return;
    }
    Geometry geometry = geometry(literal);
    for (Coordinate each : geometry.getCoordinates()) {
      if (!(Math.abs(each.x) <= 180 && Math.abs(each.y) <= 90)) {
        throw ExpressionTypes.bad(
            Message.of("the position {x} {y} is not on the globe", each.x, each.y),
            Message.of(
                "Give longitude, then latitude in degrees, or say the coordinate reference"
                    + " system"));
      }
    }
    IsValidOp valid = new IsValidOp(geometry);
    if (geometry.isEmpty() || !valid.isValid()) {
      throw ExpressionTypes.bad(
          geometry.isEmpty()
              ? Message.of("the {geometry} is not valid: it is empty", geometry.getGeometryType())
              : Message.of(
                  "the {geometry} is not valid: {error}",
                  geometry.getGeometryType(),
                  valid.getValidationError()),
          Message.of("Correct its positions"));
    }
  }
}
