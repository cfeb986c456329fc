package org.vigie.geodata.layer;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A fixed grid over the globe whose cells have about the same side everywhere: rows of equal
 * latitude, each cut into a whole number of cells of equal longitude. The same point falls into the
 * same cell for ever, so that asking again never narrows a place down.
 */
final class PlaceGrid {

  /** The longest degree of latitude on the WGS 84 ellipsoid, at the poles, in metres. */
  private static final double LATITUDE_DEGREE_METRES = 111_694;

  /**
   * A degree of longitude at the equator; elsewhere at most this times cos(latitude), and 0.4 %.
   */
  private static final double LONGITUDE_DEGREE_METRES = 111_320;

  private static final double FLATTENING_MARGIN = 1.004;

  private final int rows;
  private final double height;

  /**
   * @param kilometres wanted side of a cell
   */
  PlaceGrid(double kilometres) {
    rows = Math.max(1, (int) Math.round(180 * LATITUDE_DEGREE_METRES / 1_000 / kilometres));
    height = 180.0 / rows;
  }

  /**
   * The cell, WGS 84 degrees, x = longitude. A point on a border belongs to the cell north-east.
   */
  Envelope cell(Coordinate point) {
    int row = clamp((int) Math.floor((point.y + 90) / height), rows);
    double south = -90 + row * height;
    int columns = columns(south);
    double width = 360.0 / columns;
    int column = clamp((int) Math.floor((point.x + 180) / width), columns);
    double west = -180 + column * width;
    return new Envelope(west, west + width, south, south + height);
  }

  /** Metres from the centre of a cell to its farthest corner, rounded up to 100. */
  double radiusMetres(Envelope cell) {
    double nearEquator =
        cell.getMinY() * cell.getMaxY() <= 0
            ? 0
            : Math.min(Math.abs(cell.getMinY()), Math.abs(cell.getMaxY()));
    double halfWidth =
        cell.getWidth()
            / 2
            * LONGITUDE_DEGREE_METRES
            * FLATTENING_MARGIN
            * Math.cos(Math.toRadians(nearEquator));
    double halfHeight = cell.getHeight() / 2 * LATITUDE_DEGREE_METRES;
    return Math.ceil(Math.hypot(halfWidth, halfHeight) / 100) * 100;
  }

  private int columns(double south) {
    double middle = Math.toRadians(south + height / 2);
    return Math.max(1, (int) Math.round(360 * Math.cos(middle) / height));
  }

  private static int clamp(int index, int size) {
    return Math.max(0, Math.min(size - 1, index));
  }
}
