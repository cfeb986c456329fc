package org.vigie.geodata.index;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Point in area by counting the edges that a ray to the east crosses, in plain double precision as
 * PostGIS does it. The edges lie in horizontal bands, so that few are looked at. Where rounding
 * could turn the side of an edge on which a point lies, the side is computed exactly as well.
 */
final class Crossings {

  private static final int FEWEST_BANDS = 256;
  private static final int MOST_BANDS = 8_192;

  /** Some units in the last place of each product, more than the computation can lose. */
  private static final double ROUNDING = 8 * Math.ulp(1.0);

  private final double south;
  private final double bandsPerDegree;
  private final Edge[][] bands;
  private final List<Edge> all = new ArrayList<>();

  private record Edge(Coordinate a, Coordinate b) {}

  /**
   * @param area a valid polygon, or several
   */
  Crossings(Geometry area) {
    Envelope box = area.getEnvelopeInternal();
    south = box.getMinY();
    int number = Math.max(FEWEST_BANDS, Math.min(MOST_BANDS, area.getNumPoints()));
    bandsPerDegree = number / Math.max(box.getHeight(), Double.MIN_NORMAL);
    List<List<Edge>> filled = new ArrayList<>();
    for (int band = 0; band < number; band++) {
      filled.add(new ArrayList<>());
    }
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      add(polygon.getExteriorRing(), filled);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        add(polygon.getInteriorRingN(hole), filled);
      }
    }
    bands = filled.stream().map(edges -> edges.toArray(Edge[]::new)).toArray(Edge[][]::new);
  }

  private void add(LinearRing ring, List<List<Edge>> filled) {
    CoordinateSequence corners = ring.getCoordinateSequence();
    for (int i = 1; i < corners.size(); i++) {
      Edge edge = new Edge(corners.getCoordinate(i - 1), corners.getCoordinate(i));
      all.add(edge);
      int first = band(Math.min(edge.a.y, edge.b.y), filled.size());
      int last = band(Math.max(edge.a.y, edge.b.y), filled.size());
      for (int band = first; band <= last; band++) {
        filled.get(band).add(edge);
      }
    }
  }

  private int band(double y, int number) {
    return (int) Math.max(0, Math.min(number - 1, (y - south) * bandsPerDegree));
  }

  /** Takes the ends of an edge. */
  interface EdgeConsumer {
    void take(Coordinate a, Coordinate b);
  }

  void forEachEdge(EdgeConsumer consumer) {
    all.forEach(edge -> consumer.take(edge.a, edge.b));
  }

  /**
   * Whether the point is in the area or on its border.
   *
   * @throws UndecidedException when rounding decides
   */
  boolean contains(double x, double y) {
    boolean inside = false;
    for (Edge edge : bands[band(y, bands.length)]) {
      Coordinate a = edge.a;
      Coordinate b = edge.b;
      if (y < Math.min(a.y, b.y) || y > Math.max(a.y, b.y)) {
        continue;
      }
      double side = side(a, b, x, y);
      if (side == 0 && x >= Math.min(a.x, b.x) && x <= Math.max(a.x, b.x)) {
        return true;
      }
      boolean rises = a.y <= y && y < b.y;
      boolean falls = b.y <= y && y < a.y;
      if ((rises && side < 0) || (falls && side > 0)) {
        inside = !inside;
      }
    }
    return inside;
  }

  /** Negative when the point lies to the left of the edge, 0 on its line. */
  private static double side(Coordinate a, Coordinate b, double x, double y) {
    double one = (x - a.x) * (b.y - a.y);
    double other = (b.x - a.x) * (y - a.y);
    double side = one - other;
    if (Math.abs(side) <= ROUNDING * (Math.abs(one) + Math.abs(other))) {
      int exactly = -Orientation.index(a, b, new Coordinate(x, y));
      if (exactly != Math.signum(side)) {
        throw new UndecidedException();
      }
    }
    return side;
  }
}
