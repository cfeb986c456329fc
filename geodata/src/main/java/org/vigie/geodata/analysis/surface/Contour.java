package org.vigie.geodata.analysis.surface;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.vigie.geodata.geo.Antimeridian;

/**
 * The area in which a surface on cells is above a level, by marching squares: between the middles
 * of two cells the border lies where the density, taken as linear, passes the level; towards a cell
 * without a density it lies half-way.
 */
final class Contour {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Least distance of a border from the middle of a cell, as a share of the step to the next. */
  private static final double CLEAR = 0.001;

  private final DegreeCells cells;
  private final double[] density;
  private final double level;

  /**
   * @param density of each cell; NaN where there is none
   * @param level not the density of any cell, so that the border runs between cells
   */
  Contour(DegreeCells cells, double[] density, double level) {
    this.cells = cells;
    this.density = density;
    this.level = level;
  }

  /** Polygons in WGS 84 longitude/latitude, cut at the antimeridian; perhaps empty. */
  Geometry area() {
    List<Geometry> pieces = new ArrayList<>();
    int firstColumn = cells.round() ? 0 : -1;
    for (int row = -1; row < cells.rows(); row++) {
      for (int column = firstColumn; column < cells.columns(); column++) {
        addPiece(row, column, pieces);
      }
    }
    if (pieces.isEmpty()) {
      return GEOMETRIES.createPolygon();
    }
    Geometry joined = CoverageUnion.union(pieces.toArray(new Geometry[0]));
    List<Geometry> cut = new ArrayList<>();
    for (int i = 0; i < joined.getNumGeometries(); i++) {
      cut.add(cut((Polygon) joined.getGeometryN(i)));
    }
    List<Polygon> parts = new ArrayList<>();
    for (Geometry each : cut) {
      for (int i = 0; i < each.getNumGeometries(); i++) {
        parts.add((Polygon) each.getGeometryN(i));
      }
    }
    Geometry area =
        parts.size() == 1
            ? parts.get(0)
            : GEOMETRIES.createMultiPolygon(parts.toArray(new Polygon[0]));
    // Round a pole, pieces meet again where the columns begin.
    return cells.round() ? area.buffer(0) : area;
  }

  private static Geometry cut(Polygon polygon) {
    List<Coordinate[]> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      holes.add(turned(polygon.getInteriorRingN(i)));
    }
    return Antimeridian.polygon(turned(polygon.getExteriorRing()), holes);
  }

  private static Coordinate[] turned(LinearRing ring) {
    Coordinate[] corners = new Coordinate[ring.getNumPoints()];
    for (int i = 0; i < corners.length; i++) {
      Coordinate corner = ring.getCoordinateN(i);
      corners[i] = new Coordinate(corner.x > 180 ? corner.x - 360 : corner.x, corner.y);
    }
    return corners;
  }

  /** The part above the level of the square between the middles of four cells. */
  private void addPiece(int row, int column, List<Geometry> pieces) {
    int[] rows = {row, row, row + 1, row + 1};
    int[] columns = {column, column + 1, column + 1, column};
    int above = 0;
    for (int i = 0; i < 4; i++) {
      above += above(rows[i], columns[i]) ? 1 : 0;
    }
    if (above == 0) {
      return;
    }
    // Two opposite corners are two pieces: cells that touch at a corner do not join.
    boolean saddle = above == 2 && above(rows[0], columns[0]) == above(rows[2], columns[2]);
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int next = (i + 1) % 4;
      boolean here = above(rows[i], columns[i]);
      if (here) {
        ring.add(middle(rows[i], columns[i]));
      }
      if (here != above(rows[next], columns[next])) {
        ring.add(border(rows[i], columns[i], rows[next], columns[next]));
      }
      if (saddle && here) {
        int before = (i + 3) % 4;
        ring.add(border(rows[i], columns[i], rows[before], columns[before]));
        close(ring, pieces);
        ring.clear();
      } else if (saddle) {
        ring.clear();
      }
    }
    if (!saddle) {
      close(ring, pieces);
    }
  }

  private static void close(List<Coordinate> ring, List<Geometry> pieces) {
    ring.add(ring.get(0).copy());
    pieces.add(GEOMETRIES.createPolygon(ring.toArray(new Coordinate[0])));
  }

  private boolean above(int row, int column) {
    return value(row, column) > level;
  }

  private double value(int row, int column) {
    int wrapped = cells.round() ? Math.floorMod(column, cells.columns()) : column;
    return row < 0 || row >= cells.rows() || wrapped < 0 || wrapped >= cells.columns()
        ? Double.NaN
        : density[row * cells.columns() + wrapped];
  }

  private Coordinate middle(int row, int column) {
    return new Coordinate(cells.lon(column), cells.lat(row));
  }

  /** Asked from either side it is the same place to the last bit. */
  private Coordinate border(int row1, int column1, int row2, int column2) {
    if (row1 > row2 || column1 > column2) {
      return border(row2, column2, row1, column1);
    }
    double from = value(row1, column1);
    double to = value(row2, column2);
    boolean open = Double.isNaN(from) || Double.isNaN(to);
    double crossing = open ? 0.5 : (level - from) / (to - from);
    // On a plateau a border would fall on the middle of a cell, and pieces on a line.
    double share = Math.max(CLEAR, Math.min(1 - CLEAR, crossing));
    Coordinate a = middle(row1, column1);
    Coordinate b = middle(row2, column2);
    return new Coordinate(
        a.x + share * (b.x - a.x), Math.max(-90, Math.min(90, a.y + share * (b.y - a.y))));
  }
}
