package org.vigie.geodata.index;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.vigie.geodata.geo.Mercator;

/**
 * A polygon or several. A grid over its box tells beforehand which cells lie inside or outside as a
 * whole; only points of the cells that the border crosses are tested themselves.
 */
final class AreaRegion implements Region {

  private static final int SIDE_LOG = 6;
  private static final int SIDE = 1 << SIDE_LOG;

  /** The most cells that are looked at to answer for many. */
  private static final int MANY = 64;

  /** Degrees; more than a cell of {@link Mercator}, so that rounding never moves one across. */
  private static final double MARGIN = 2e-7;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Crossings crossings;
  private final long minX;
  private final long minY;
  private final long maxX;
  private final long maxY;
  private final double cellsPerX;
  private final double cellsPerY;
  private final byte[] grid = new byte[SIDE * SIDE];

  AreaRegion(Geometry area) {
    crossings = new Crossings(area);
    Envelope box = area.getEnvelopeInternal();
    minX = Mercator.x(box.getMinX()) - 1L;
    minY = Mercator.y(box.getMinY()) - 1L;
    maxX = Mercator.x(box.getMaxX()) + 1L;
    maxY = Mercator.y(box.getMaxY()) + 1L;
    cellsPerX = (double) SIDE / (maxX - minX + 1);
    cellsPerY = (double) SIDE / (maxY - minY + 1);
    classify(PreparedGeometryFactory.prepare(area), 0, 0, SIDE);
  }

  /** Divides a square of the grid until the border no longer crosses it. */
  private void classify(PreparedGeometry prepared, int column, int row, int side) {
    Geometry square = GEOMETRIES.toGeometry(square(column, row, side));
    int whole =
        prepared.containsProperly(square) ? INSIDE : prepared.intersects(square) ? BORDER : OUTSIDE;
    if (whole != BORDER || side == 1) {
      for (int y = row; y < row + side; y++) {
        java.util.Arrays.fill(grid, y * SIDE + column, y * SIDE + column + side, (byte) whole);
      }
      return;
    }
    int half = side / 2;
    classify(prepared, column, row, half);
    classify(prepared, column + half, row, half);
    classify(prepared, column, row + half, half);
    classify(prepared, column + half, row + half, half);
  }

  private Envelope square(int column, int row, int side) {
    return new Envelope(
        lon(minX + Math.floor(column / cellsPerX)) - MARGIN,
        lon(minX + Math.ceil((column + side) / cellsPerX)) + MARGIN,
        southOf(minY + Math.floor(row / cellsPerY)) - MARGIN,
        northOf(minY + Math.ceil((row + side) / cellsPerY)) + MARGIN);
  }

  private static double lon(double x) {
    return x / 0x1p32 * 360;
  }

  /** What lies beyond the square to the south stands on its edge. */
  private static double southOf(double y) {
    return y <= -0x1p31 + 2 ? -91 : lat(y);
  }

  /** What lies beyond the square to the north stands on its edge. */
  private static double northOf(double y) {
    return y >= 0x1p31 - 2 ? 91 : lat(y);
  }

  private static double lat(double y) {
    return Math.toDegrees(Math.atan(Math.sinh(y / 0x1p32 * 2 * Math.PI)));
  }

  @Override
  public int ofCells(int fromX, int fromY, int toX, int toY) {
    if (toX < minX || fromX > maxX || toY < minY || fromY > maxY) {
      return OUTSIDE;
    }
    if (fromX < minX || toX > maxX || fromY < minY || toY > maxY) {
      return BORDER;
    }
    int left = column(fromX);
    int right = column(toX);
    int bottom = row(fromY);
    int top = row(toY);
    if ((right - left + 1) * (top - bottom + 1) > MANY) {
      return BORDER;
    }
    int whole = grid[bottom * SIDE + left];
    for (int y = bottom; y <= top; y++) {
      for (int x = left; x <= right; x++) {
        if (grid[y * SIDE + x] != whole) {
          return BORDER;
        }
      }
    }
    return whole;
  }

  @Override
  public int ofCell(int x, int y) {
    return x < minX || x > maxX || y < minY || y > maxY ? OUTSIDE : grid[row(y) * SIDE + column(x)];
  }

  private int column(int x) {
    return (int) ((x - minX) * cellsPerX);
  }

  private int row(int y) {
    return (int) ((y - minY) * cellsPerY);
  }

  /**
   * {@inheritDoc}
   *
   * @throws UndecidedException when the point is so near the border that PostGIS, which computes in
   *     double precision, may see it on the other side
   */
  @Override
  public boolean contains(double lon, double lat) {
    return crossings.contains(lon, lat);
  }
}
