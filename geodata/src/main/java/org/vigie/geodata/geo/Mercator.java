package org.vigie.geodata.geo;

/**
 * Places on a grid of 2³² by 2³² over the web mercator square (EPSG:3857), some 9.3 mm at the
 * equator. The grid is finer than the seventh decimal of a degree everywhere, so that a longitude
 * or latitude of at most seven decimals can be had back exactly. West and south are {@link
 * Integer#MIN_VALUE}; latitudes beyond {@link #MAX_LATITUDE} lie on the edge. A place on a border
 * between two cells belongs to the eastern and the southern one, as in tiles.
 */
public final class Mercator {

  /** Latitude in degrees at which the square ends. */
  public static final double MAX_LATITUDE = 85.0511287798066;

  private static final double CELLS = 0x1p32;
  private static final double HALF = 0x1p31;
  private static final double DECIMALS = 1e7;

  private Mercator() {}

  /**
   * @param lon degrees, -180 to 180
   */
  public static int x(double lon) {
    return cell(Math.floor(lon / 360 * CELLS));
  }

  /**
   * @param lat degrees, -90 to 90
   */
  public static int y(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    return cell(Math.ceil(0.25 * Math.log((1 + sine) / (1 - sine)) / Math.PI * CELLS) - 1);
  }

  private static int cell(double value) {
    return (int) Math.max(-HALF, Math.min(HALF - 1, value));
  }

  /** Longitude in degrees of the middle of a cell. */
  public static double lon(int x) {
    return (x + 0.5) / CELLS * 360;
  }

  /** Latitude in degrees of the middle of a cell, to 10⁻¹¹ degrees. Takes some nanoseconds. */
  public static double lat(int y) {
    return Latitudes.of(y);
  }

  /** The number of at most seven decimals next to this one. */
  public static double rounded(double degrees) {
    return Math.rint(degrees * DECIMALS) / DECIMALS;
  }

  /** Distance from the origin along a Morton curve, unsigned: near places have near numbers. */
  public static long morton(int x, int y) {
    return spread(x ^ Integer.MIN_VALUE) | spread(y ^ Integer.MIN_VALUE) << 1;
  }

  private static long spread(int bits) {
    long wide = bits & 0xFFFFFFFFL;
    wide = (wide | wide << 16) & 0x0000FFFF0000FFFFL;
    wide = (wide | wide << 8) & 0x00FF00FF00FF00FFL;
    wide = (wide | wide << 4) & 0x0F0F0F0F0F0F0F0FL;
    wide = (wide | wide << 2) & 0x3333333333333333L;
    return (wide | wide << 1) & 0x5555555555555555L;
  }
}
