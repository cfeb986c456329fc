package org.vigie.geodata.tile;

import java.util.Optional;
import org.vigie.geodata.model.BoundingBox;

/**
 * One tile of WebMercatorQuad: rows count from the north, columns from the antimeridian eastwards.
 *
 * <p>Tile units run from (0, 0) in the north-west corner to ({@link #EXTENT}, {@link #EXTENT}) in
 * the south-east. A point on a border belongs to the tile that it is the west or north border of.
 */
public record TileAddress(int zoom, int row, int column) {

  /** Side of a tile in its units (MVT 2.1, section 4.1). */
  public static final int EXTENT = 4096;

  /** How far beyond its borders a tile shows what lies there: 8 of 256 pixels. */
  public static final int BUFFER = 128;

  /** The last zoom of the grid here; a pixel is then four centimetres wide. */
  public static final int MAX_ZOOM = 22;

  /** The square world ends at this latitude, where y equals x at the antimeridian. */
  public static final double MAX_LATITUDE = Math.toDegrees(Math.atan(Math.sinh(Math.PI)));

  public TileAddress {
    if (!exists(zoom, row, column)) {
      throw new IllegalArgumentException("no tile " + zoom + "/" + row + "/" + column);
    }
  }

  /** Empty when the grid has no such tile. */
  public static Optional<TileAddress> find(int zoom, int row, int column) {
    return exists(zoom, row, column)
        ? Optional.of(new TileAddress(zoom, row, column))
        : Optional.empty();
  }

  private static boolean exists(int zoom, int row, int column) {
    if (zoom < 0 || zoom > MAX_ZOOM) {
      return false;
    }
    int side = 1 << zoom;
    return row >= 0 && row < side && column >= 0 && column < side;
  }

  /**
   * What lies in the tile, its south and east borders left out. The first and last row reach to the
   * poles: what lies beyond the square is drawn nowhere else.
   */
  public BoundingBox bounds() {
    double south = row == lastRow() ? -90 : Math.nextUp(latitude(EXTENT));
    double east = column == lastRow() ? 180 : Math.nextDown(longitude(EXTENT));
    return new BoundingBox(longitude(0), south, east, row == 0 ? 90 : latitude(0));
  }

  /** The same with the buffer around; crosses the antimeridian where the tile touches it. */
  public BoundingBox buffered() {
    return around(BUFFER);
  }

  /**
   * The tile and what lies near; crosses the antimeridian where the tile touches it.
   *
   * @param buffer how near, tile units
   */
  public BoundingBox around(int buffer) {
    double west = longitude(-buffer);
    double east = longitude(EXTENT + buffer);
    double south = row == lastRow() ? -90 : latitude(EXTENT + buffer);
    double north = row == 0 ? 90 : latitude(-buffer);
    if (east - west >= 360) {
      return new BoundingBox(-180, south, 180, north);
    }
    return new BoundingBox(
        west < -180 ? west + 360 : west, south, east > 180 ? east - 360 : east, north);
  }

  /** Tile units of a longitude in degrees east; not limited to the tile. */
  public double x(double longitude) {
    return ((longitude + 180) / 360 * (1 << zoom) - column) * EXTENT;
  }

  /** Tile units of a latitude in degrees north, limited to the square world. */
  public double y(double latitude) {
    double within = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude));
    double sine = Math.sin(Math.toRadians(within));
    double fraction = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    return (fraction * (1 << zoom) - row) * EXTENT;
  }

  /** Width of the world in tile units. */
  double world() {
    return (double) EXTENT * (1 << zoom);
  }

  private int lastRow() {
    return (1 << zoom) - 1;
  }

  private double longitude(double x) {
    return (column + x / EXTENT) / (1 << zoom) * 360 - 180;
  }

  private double latitude(double y) {
    double fraction = Math.max(0, Math.min(1, (row + y / EXTENT) / (1 << zoom)));
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * fraction))));
  }
}
