package org.vigie.server.collections;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.geo.Antimeridian;
import org.vigie.geodata.geo.Crs;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.FeatureQuery;

/**
 * A box in any offered CRS as a selection in WGS 84: a geographic box stays a box, the sides of a
 * projected one become curves and are followed by many short pieces.
 */
final class BoxSelection {

  /** Keeps the deviation of a piece from the curve below a metre for boxes up to a UTM zone. */
  private static final int PIECES_PER_SIDE = 64;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private BoxSelection() {}

  /**
   * @param numbers lower corner, upper corner; with heights six numbers, which are not used
   */
  static FeatureQuery apply(FeatureQuery query, double[] numbers, Crs crs)
      throws BadInputException {
    int half = numbers.length / 2;
    double x1 = numbers[0];
    double y1 = numbers[1];
    double x2 = numbers[half];
    double y2 = numbers[half + 1];
    if (crs.isGeographic()) {
      return query.withBbox(crs.isLatitudeFirst() ? box(y1, x1, y2, x2) : box(x1, y1, x2, y2));
    }
    if (x1 > x2 || y1 > y2) {
      throw wrong(Message.of("the first corner is not the lower one"));
    }
    return query.withArea(outline(x1, y1, x2, y2, crs));
  }

  private static BoundingBox box(double west, double south, double east, double north)
      throws BadInputException {
    try {
      return new BoundingBox(west, south, east, north);
    } catch (IllegalArgumentException outside) {
      throw wrong(Message.of(String.valueOf(outside.getMessage())));
    }
  }

  private static Geometry outline(double x1, double y1, double x2, double y2, Crs crs)
      throws BadInputException {
    Coordinate[] ring = new Coordinate[4 * PIECES_PER_SIDE + 1];
    for (int i = 0; i < PIECES_PER_SIDE; i++) {
      double along = (double) i / PIECES_PER_SIDE;
      double dx = along * (x2 - x1);
      double dy = along * (y2 - y1);
      ring[i] = new Coordinate(x1 + dx, y1);
      ring[PIECES_PER_SIDE + i] = new Coordinate(x2, y1 + dy);
      ring[2 * PIECES_PER_SIDE + i] = new Coordinate(x2 - dx, y2);
      ring[3 * PIECES_PER_SIDE + i] = new Coordinate(x1, y2 - dy);
    }
    ring[4 * PIECES_PER_SIDE] = ring[0].copy();
    Geometry carried = crs.toWgs84(GEOMETRIES.createLineString(ring));
    return Antimeridian.polygon(carried.getCoordinates());
  }

  private static BadInputException wrong(Message what) {
    return new BadInputException(
        Fault.of("bbox", what, "Give lower corner, upper corner in the axis order of bbox-crs"));
  }
}
