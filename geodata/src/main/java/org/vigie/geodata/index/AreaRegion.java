package org.vigie.geodata.index;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
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

  /** An edge comes near to it. */
  private static final byte MARKED = 2;

  private final Crossings crossings;
  private final long minX;
  private final long minY;
  private final long maxX;
  private final long maxY;
  private final double cellsPerX;
  private final double cellsPerY;
  private final double[] west = new double[SIDE];
  private final double[] east = new double[SIDE];
  private final double[] south = new double[SIDE];
  private final double[] north = new double[SIDE];
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
    for (int i = 0; i < SIDE; i++) {
      west[i] = lon(minX + Math.floor(i / cellsPerX)) - MARGIN;
      east[i] = lon(minX + Math.ceil((i + 1) / cellsPerX)) + MARGIN;
      south[i] = southOf(minY + Math.floor(i / cellsPerY)) - MARGIN;
      north[i] = northOf(minY + Math.ceil((i + 1) / cellsPerY)) + MARGIN;
    }
    crossings.forEachEdge(this::mark);
    fill();
  }

  /** Marks the cells that an edge comes near to. */
  private void mark(Coordinate a, Coordinate b) {
    Coordinate low = a.y <= b.y ? a : b;
    Coordinate high = a.y <= b.y ? b : a;
    for (int row = firstReaching(north, low.y); row < SIDE && south[row] <= high.y; row++) {
      boolean level = low.y == high.y;
      double one = level ? low.x : at(low, high, Math.max(low.y, south[row]));
      double other = level ? high.x : at(low, high, Math.min(high.y, north[row]));
      double from = Math.min(one, other) - MARGIN;
      double to = Math.max(one, other) + MARGIN;
      for (int column = firstReaching(east, from); column < SIDE && west[column] <= to; column++) {
        grid[row * SIDE + column] = MARKED;
      }
    }
  }

  /** The longitude at which an edge has a latitude. */
  private static double at(Coordinate low, Coordinate high, double lat) {
    return low.x + (high.x - low.x) * ((lat - low.y) / (high.y - low.y));
  }

  /** The first cell whose end, ascending, is not before a degree. */
  private static int firstReaching(double[] ends, double degree) {
    int from = 0;
    int to = SIDE;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (ends[middle] < degree) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** What no edge comes near to lies inside or outside as its neighbour does, or its middle. */
  private void fill() {
    for (int row = 0; row < SIDE; row++) {
      int whole = BORDER;
      for (int column = 0; column < SIDE; column++) {
        int cell = row * SIDE + column;
        if (grid[cell] == MARKED) {
          whole = BORDER;
        } else if (whole == BORDER) {
          double lon = (west[column] + east[column]) / 2;
          whole = crossings.contains(lon, (south[row] + north[row]) / 2) ? INSIDE : OUTSIDE;
        }
        grid[cell] = (byte) whole;
      }
    }
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
