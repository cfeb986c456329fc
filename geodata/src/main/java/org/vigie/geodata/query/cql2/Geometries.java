package org.vigie.geodata.query.cql2;

import java.util.List;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.query.Expression;

/**
 * Geometry literals from their coordinates, carried into WGS 84 longitude/latitude by the transform
 * of the request's filter-crs. Heights are dropped: features have none. What is wrong is told by an
 * {@link IllegalArgumentException} whose message the reader completes with the place.
 */
final class Geometries {

  private static final int SRID_WGS84 = 4326;

  /** Points along each side of a box that does not stay a box in longitude and latitude. */
  private static final int POINTS_PER_SIDE = 16;

  private final GeometryFactory factory = new GeometryFactory(new PrecisionModel(), SRID_WGS84);
  private final UnaryOperator<Geometry> toWgs84;

  Geometries(UnaryOperator<Geometry> toWgs84) {
    this.toWgs84 = toWgs84;
  }

  Expression.GeometryLiteral literal(Geometry geometry) {
    return new Expression.GeometryLiteral(toWgs84.apply(geometry));
  }

  Coordinate coordinate(List<Double> numbers) {
    if (numbers.size() < 2 || numbers.size() > 3) {
      throw new IllegalArgumentException("a position has two or three numbers");
    }
    return new CoordinateXY(numbers.get(0), numbers.get(1));
  }

  Point point(Coordinate position) {
    return factory.createPoint(position);
  }

  LineString line(List<Coordinate> positions) {
    if (positions.size() < 2) {
      throw new IllegalArgumentException("a line needs at least two positions");
    }
    return factory.createLineString(positions.toArray(Coordinate[]::new));
  }

  LinearRing ring(List<Coordinate> positions) {
    if (positions.size() < 4 || !positions.get(0).equals2D(positions.get(positions.size() - 1))) {
      throw new IllegalArgumentException(
          "a ring needs at least four positions, the last equal to the first");
    }
    return factory.createLinearRing(positions.toArray(Coordinate[]::new));
  }

  Polygon polygon(List<LinearRing> rings) {
    if (rings.isEmpty()) {
      throw new IllegalArgumentException("a polygon needs a ring");
    }
    return factory.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  Geometry multiPoint(List<Point> points) {
    return factory.createMultiPoint(points.toArray(Point[]::new));
  }

  Geometry multiLine(List<LineString> lines) {
    return factory.createMultiLineString(lines.toArray(LineString[]::new));
  }

  Geometry multiPolygon(List<Polygon> polygons) {
    return factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  Geometry collection(List<Geometry> members) {
    return factory.createGeometryCollection(members.toArray(Geometry[]::new));
  }

  /** A box, or the polygon that the box becomes in longitude and latitude. */
  Expression box(List<Double> numbers) {
    if (numbers.size() != 4 && numbers.size() != 6) {
      throw new IllegalArgumentException("a box has four numbers, or six with heights");
    }
    int upper = numbers.size() / 2;
    double x1 = numbers.get(0);
    double y1 = numbers.get(1);
    double x2 = numbers.get(upper);
    double y2 = numbers.get(upper + 1);
    Coordinate lowLeft = moved(x1, y1);
    Coordinate lowRight = moved(x2, y1);
    Coordinate topRight = moved(x2, y2);
    Coordinate topLeft = moved(x1, y2);
    boolean upright =
        near(lowLeft.y, lowRight.y)
            && near(topLeft.y, topRight.y)
            && near(lowLeft.x, topLeft.x)
            && near(lowRight.x, topRight.x);
    // A coordinate system whose first axis is the latitude turns the box on its diagonal.
    boolean turned =
        near(lowLeft.x, lowRight.x)
            && near(topLeft.x, topRight.x)
            && near(lowLeft.y, topLeft.y)
            && near(lowRight.y, topRight.y);
    if (upright || turned) {
      return new Expression.BoxLiteral(lowLeft.x, lowLeft.y, topRight.x, topRight.y);
    }
    if (x1 > x2) {
      throw new IllegalArgumentException(
          "a box in this coordinate reference system needs its lower left corner first");
    }
    return literal(outline(x1, y1, x2, y2));
  }

  private Coordinate moved(double x, double y) {
    return toWgs84.apply(factory.createPoint(new CoordinateXY(x, y))).getCoordinate();
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) < 1e-9;
  }

  private Polygon outline(double x1, double y1, double x2, double y2) {
    Coordinate[] ring = new Coordinate[4 * POINTS_PER_SIDE + 1];
    for (int i = 0; i < POINTS_PER_SIDE; i++) {
      double along = (double) i / POINTS_PER_SIDE;
      double x = x1 + along * (x2 - x1);
      double y = y1 + along * (y2 - y1);
      ring[i] = new CoordinateXY(x, y1);
      ring[POINTS_PER_SIDE + i] = new CoordinateXY(x2, y);
      ring[2 * POINTS_PER_SIDE + i] = new CoordinateXY(x2 + x1 - x, y2);
      ring[3 * POINTS_PER_SIDE + i] = new CoordinateXY(x1, y2 + y1 - y);
    }
    ring[4 * POINTS_PER_SIDE] = new CoordinateXY(x1, y1);
    return factory.createPolygon(ring);
  }
}
