package org.vigie.geodata.analysis.density;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * The area drawn around the places of a cluster, all in metres of a local projection. Every place
 * lies inside or on the border.
 */
enum HullShape {
  /** Follows the places; edges up to the given share between the shortest and longest possible. */
  CONCAVE(20_000) {
    @Override
    Geometry around(Geometry places, double eps, double ratio) {
      return ConcaveHull.concaveHullByLengthRatio(places, ratio);
    }
  },

  /** A rubber band around the places. */
  CONVEX(1_000_000) {
    @Override
    Geometry around(Geometry places, double eps, double ratio) {
      return places.convexHull();
    }
  },

  /** Circles of half eps around the places, joined; may have several parts. */
  BUFFER(4_000) {
    @Override
    Geometry around(Geometry places, double eps, double ratio) {
      List<Geometry> circles = new ArrayList<>();
      for (int i = 0; i < places.getNumGeometries(); i++) {
        circles.add(places.getGeometryN(i).buffer(eps / 2, 8));
      }
      // Pairwise in a tree: one buffer of them all would node every circle with every other.
      Geometry joined = UnaryUnionOp.union(circles);
      // Few corners, so that an adviser can take the outline over and move them.
      return TopologyPreservingSimplifier.simplify(joined, eps / 120);
    }
  };

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Smallest side of the squares that places are thinned to, as a share of eps. */
  private static final double FINEST = 1 / 40.0;

  private final int mostPlaces;

  /**
   * @param mostPlaces more than so many are thinned first, since they would take seconds
   */
  HullShape(int mostPlaces) {
    this.mostPlaces = mostPlaces;
  }

  abstract Geometry around(Geometry places, double eps, double ratio);

  /** The word in requests. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The hull of distinct places.
   *
   * @param margin metres by which a hull narrower than a hundredth of eps (one place, places in a
   *     line) is widened, so that the map always has an area
   */
  Hull draw(List<Coordinate> places, double eps, double ratio, double margin) {
    Geometry hull =
        places.size() > mostPlaces
            ? thinned(places, eps, ratio)
            : around(points(places), eps, ratio);
    double width = hull.getArea() > 0 ? new MinimumDiameter(hull).getLength() : 0;
    return width < eps / 100 ? new Hull(hull.buffer(margin, 16), margin) : new Hull(hull, 0);
  }

  /**
   * A hull and what it was widened by.
   *
   * @param widenedMetres 0 when the hull was wide enough by itself
   */
  record Hull(Geometry geometry, double widenedMetres) {

    /** Share of places inside or within a centimetre of the border. */
    double share(List<Coordinate> places) {
      PointOnGeometryLocator area = new IndexedPointInAreaLocator(geometry);
      long in =
          places.stream()
              .filter(
                  c ->
                      area.locate(c) != Location.EXTERIOR
                          || geometry.isWithinDistance(GEOMETRIES.createPoint(c), 0.01))
              .count();
      return (double) in / places.size();
    }
  }

  /** One place a square, and the hull widened so that all the others are in it too. */
  private Geometry thinned(List<Coordinate> places, double eps, double ratio) {
    double side = eps * FINEST;
    List<Coordinate> kept = onePerSquare(places, side);
    while (kept.size() > mostPlaces) {
      side *= 2;
      kept = onePerSquare(places, side);
    }
    return around(points(kept), eps, ratio).buffer(side * Math.sqrt(2), 4);
  }

  private static List<Coordinate> onePerSquare(List<Coordinate> places, double side) {
    Set<Coordinate> squares = new HashSet<>();
    return places.stream()
        .filter(c -> squares.add(new Coordinate(Math.floor(c.x / side), Math.floor(c.y / side))))
        .toList();
  }

  private static Geometry points(List<Coordinate> places) {
    return GEOMETRIES.createMultiPointFromCoords(places.toArray(new Coordinate[0]));
  }
}
