package org.vigie.geodata.analysis.risk;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.vigie.geodata.geo.EqualAreaPlane;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Figure;
import org.vigie.geodata.model.Message;

/**
 * The squares of a study: those whose middle lies in its area, else in the convex hull of the
 * events or within one square of it; and always those with an event. How much empty land is among
 * them decides the accuracy index, so the rule is told.
 */
final class StudySquares {

  static final int MOST = 10_000;

  private static final int MOST_IN_BOX = 1_000_000;
  private static final double LONGEST_EDGE_DEGREES = 0.1;
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final EqualAreaPlane plane;
  private final Optional<Geometry> area;
  private final double[] x;
  private final double[] y;

  /**
   * @param area Polygon or MultiPolygon in degrees
   * @param x metres east of each event on the plane, y metres north
   */
  StudySquares(EqualAreaPlane plane, Optional<Geometry> area, double[] x, double[] y) {
    this.plane = plane;
    this.area = area;
    this.x = x;
    this.y = y;
  }

  String rule() {
    return area.isPresent()
        ? "squares whose middle lies in the area of the selection, and every square with an event"
        : "squares whose middle lies in the convex hull of the events or next to it";
  }

  /**
   * Squares of a side in metres, from south to north and west to east.
   *
   * @throws BadInputException when there are more than a number that can be worked with
   */
  SquareCells of(double side, int most) throws BadInputException {
    Geometry hull = places().convexHull().buffer(side);
    Envelope box = box(hull, side);
    double size = (box.getWidth() / side + 1) * (box.getHeight() / side + 1);
    if (size > MOST_IN_BOX) {
      throw tooMany(side, size, MOST_IN_BOX);
    }
    PointOnGeometryLocator locator = new IndexedPointInAreaLocator(area.orElse(hull));
    Set<Long> occupied = new LinkedHashSet<>();
    for (int i = 0; i < x.length; i++) {
      occupied.add(key((int) Math.floor(x[i] / side), (int) Math.floor(y[i] / side)));
    }
    IntStream.Builder columns = IntStream.builder();
    IntStream.Builder rows = IntStream.builder();
    int count = 0;
    for (int row = (int) Math.floor(box.getMinY() / side); row * side <= box.getMaxY(); row++) {
      for (int column = (int) Math.floor(box.getMinX() / side);
          column * side <= box.getMaxX();
          column++) {
        if (occupied.contains(key(column, row))
            || locator.locate(middle(column, row, side)) != Location.EXTERIOR) {
          columns.add(column);
          rows.add(row);
          count++;
        }
      }
    }
    if (count > most) {
      throw tooMany(side, count, most);
    }
    return new SquareCells(side, columns.build().toArray(), rows.build().toArray());
  }

  private Coordinate middle(int column, int row, double side) {
    double east = (column + 0.5) * side;
    double north = (row + 0.5) * side;
    return area.isPresent() ? plane.toDegrees(east, north) : new Coordinate(east, north);
  }

  private Envelope box(Geometry hull, double side) {
    Envelope box = new Envelope(hull.getEnvelopeInternal());
    if (area.isPresent()) {
      for (Coordinate corner :
          Densifier.densify(area.get(), LONGEST_EDGE_DEGREES).getCoordinates()) {
        box.expandToInclude(plane.toMetres(corner.x, corner.y));
      }
      box.expandBy(side);
    }
    return box;
  }

  private Geometry places() {
    Coordinate[] places = new Coordinate[x.length];
    for (int i = 0; i < x.length; i++) {
      places[i] = new Coordinate(x[i], y[i]);
    }
    return GEOMETRIES.createMultiPointFromCoords(places);
  }

  private static BadInputException tooMany(double side, double count, int most) {
    return new BadInputException(
        Fault.of(
            "cellM",
            Message.of(
                "squares of {side} m are too many for so wide an area: {count}",
                Figure.whole(side),
                Figure.whole(count)),
            Message.of(
                "Use squares of at least {side} m or choose a smaller area",
                Figure.whole(Math.ceil(side * Math.sqrt(count / most) / 100) * 100))));
  }

  private static long key(int column, int row) {
    return ((long) column << 32) ^ (row & 0xFFFF_FFFFL);
  }
}
