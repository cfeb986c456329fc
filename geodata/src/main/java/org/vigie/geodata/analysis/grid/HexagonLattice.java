package org.vigie.geodata.analysis.grid;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.geo.EqualAreaPlane;

/**
 * Regular hexagons, corners north and south, over an equal-area plane: each has the same area on
 * the ground. A cell is a long that holds its two axial coordinates, {@code q} to the east and
 * {@code r} to the north-east (A. B. Patel, "Hexagonal grids", 2013); cells in rising order run by
 * rows from south to north and in each from west to east.
 */
public final class HexagonLattice {

  /** Area of a hexagon over the square of its side. */
  private static final double AREA = 1.5 * Math.sqrt(3);

  /** Places that one thread bins at a time; the division does not depend on the threads. */
  private static final int CHUNK = 1 << 14;

  private static final double ROOT_3 = Math.sqrt(3);

  /** Corners from the eastern end of the northern side on, in half widths and half sides. */
  private static final int[] EAST = {1, 0, -1, -1, 0, 1};

  private static final int[] NORTH = {1, 2, 1, -1, -2, -1};

  private final EqualAreaPlane plane;
  private final double side;

  /**
   * @param side length of a side in metres, greater than 0
   */
  public HexagonLattice(EqualAreaPlane plane, double side) {
    if (!(side > 0)) {
      throw new IllegalArgumentException("a side of " + side + " m");
    }
    this.plane = plane;
    this.side = side;
  }

  public EqualAreaPlane plane() {
    return plane;
  }

  /** Length of a side in metres. */
  public double side() {
    return side;
  }

  /** Area of every cell on the ground, in square kilometres. */
  public double areaKm2() {
    return area(side) / 1e6;
  }

  /** Area of a hexagon in the square of the unit of its side. */
  public static double area(double side) {
    return AREA * side * side;
  }

  /** Metres between the centres of two cells that share a side. */
  public double pitch() {
    return ROOT_3 * side;
  }

  public static long cell(int q, int r) {
    return ((long) r << 32) + q;
  }

  public static int q(long cell) {
    return (int) cell;
  }

  public static int r(long cell) {
    return (int) ((cell - (int) cell) >> 32);
  }

  /** The cell of a place, metres of the plane; a place on a border belongs to one of its cells. */
  public long at(double x, double y) {
    double r = y / (1.5 * side);
    double q = x / (ROOT_3 * side) - r / 2;
    double s = -q - r;
    double roundQ = Math.rint(q);
    double roundR = Math.rint(r);
    double roundS = Math.rint(s);
    double offQ = Math.abs(roundQ - q);
    double offR = Math.abs(roundR - r);
    double offS = Math.abs(roundS - s);
    // the three must add up to 0: the one that was rounded furthest follows from the others
    if (offQ > offR && offQ > offS) {
      roundQ = -roundR - roundS;
    } else if (offR > offS) {
      roundR = -roundQ - roundS;
    }
    return cell((int) roundQ, (int) roundR);
  }

  /** The cell of each place in degrees; about 0.1 microseconds each, divided among the cores. */
  public long[] at(double[] lon, double[] lat) {
    long[] cells = new long[lon.length];
    IntStream.range(0, (lon.length + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(
            chunk -> {
              double[] xy = new double[2];
              int end = Math.min(lon.length, (chunk + 1) * CHUNK);
              for (int i = chunk * CHUNK; i < end; i++) {
                plane.toMetres(lon[i], lat[i], xy, 0);
                cells[i] = at(xy[0], xy[1]);
              }
            });
    return cells;
  }

  /** Centre of a cell in metres of the plane. */
  public Coordinate centre(long cell) {
    return new Coordinate(ROOT_3 * side * (q(cell) + r(cell) / 2.0), 1.5 * side * r(cell));
  }

  /** Centre of a cell, longitude and latitude in degrees. */
  public Coordinate centreDegrees(long cell) {
    Coordinate centre = centre(cell);
    return plane.toDegrees(centre.x, centre.y);
  }

  /** The cell in degrees, counter-clockwise, cut at the antimeridian. */
  public Geometry polygon(long cell) {
    return plane.polygon(ring(cell));
  }

  /** The closed border of a cell in metres of the plane. */
  public Coordinate[] ring(long cell) {
    // corners as multiples of half a side, so that cells that touch share them to the last digit
    long east = 2L * q(cell) + r(cell);
    long north = 3L * r(cell);
    Coordinate[] ring = new Coordinate[7];
    for (int corner = 0; corner < 6; corner++) {
      ring[corner] =
          new Coordinate(
              (east + EAST[corner]) * ROOT_3 / 2 * side, (north + NORTH[corner]) / 2.0 * side);
    }
    ring[6] = ring[0];
    return ring;
  }

  /**
   * Steps from any cell to the cells within some rings around it, without itself: add one to a cell
   * to have a neighbour. Six for one ring, {@code 3k(k + 1)} for k.
   */
  public static long[] stepsWithinRings(int rings) {
    return IntStream.rangeClosed(-rings, rings)
        .boxed()
        .flatMap(
            r ->
                IntStream.rangeClosed(Math.max(-rings, -r - rings), Math.min(rings, rings - r))
                    .filter(q -> q != 0 || r != 0)
                    .mapToObj(q -> cell(q, r)))
        .mapToLong(Long::longValue)
        .toArray();
  }

  /** The same to the cells whose centre lies within a distance in metres. */
  public long[] stepsWithin(double metres) {
    double reach = metres * (1 + 1e-12);
    int rings = (int) (reach / (1.5 * side));
    return Arrays.stream(stepsWithinRings(rings))
        .filter(step -> centre(step).distance(new Coordinate(0, 0)) <= reach)
        .toArray();
  }
}
