package org.vigie.server.exercise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Cuts land into areas that neither overlap nor leave gaps: coast and borders are noded together on
 * the final grid of coordinates and every face between them goes to one area.
 */
final class Partition {

  private Partition() {}

  /**
   * @param labels label by cell, sea included
   * @param warp how borders leave the cells they run along
   * @return area by label, in degrees; together they are exactly the islands
   */
  static Map<Integer, Geometry> cut(List<Polygon> islandsKm, Grid grid, int[] labels, Warp warp) {
    List<Geometry> lines = new ArrayList<>();
    Geometry land = Plane.toDegrees(Plane.KM.createMultiPolygon(islandsKm.toArray(Polygon[]::new)));
    for (int i = 0; i < land.getNumGeometries(); i++) {
      lines.add(
          Plane.DEGREES.createLineString(
              ((Polygon) land.getGeometryN(i)).getExteriorRing().getCoordinates()));
    }
    for (Coordinate[] border : new BorderLines(grid, labels).smoothed(warp)) {
      lines.add(Plane.toDegrees(Plane.KM.createLineString(border)));
    }
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(UnaryUnionNG.union(lines, Plane.DEGREES, Plane.DEGREES_TO_A_METRE));
    Map<Integer, List<Geometry>> faces = new TreeMap<>();
    // the coast may touch itself after rounding, which preparing does not mind
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(land.buffer(0));
    for (Object face : (Collection<?>) polygonizer.getPolygons()) {
      Polygon polygon = (Polygon) face;
      Point inside = polygon.getInteriorPoint();
      if (prepared.contains(inside)) {
        int label = labels[grid.cellAt(warp.unbend(Plane.toKm(inside.getCoordinate())))];
        faces.computeIfAbsent(label, k -> new ArrayList<>()).add(polygon);
      }
    }
    Map<Integer, Geometry> areas = new TreeMap<>();
    faces.forEach((label, parts) -> areas.put(label, union(parts)));
    return areas;
  }

  /** Joins areas that share their borders exactly. */
  static Geometry union(Collection<? extends Geometry> parts) {
    List<Geometry> polygons = new ArrayList<>();
    for (Geometry part : parts) {
      for (int n = 0; n < part.getNumGeometries(); n++) {
        polygons.add(part.getGeometryN(n));
      }
    }
    // in one order of parts and corners, whatever order they were found in
    return CoverageUnion.union(polygons.toArray(Geometry[]::new)).norm();
  }
}
