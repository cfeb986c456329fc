package org.vigie.geodata.analysis.surface;

import org.locationtech.jts.geom.Envelope;

/**
 * Cells regular in WGS 84 degrees: row 0 lies in the north, column 0 in the west. Longitudes run
 * east past 180; over a pole the columns go once round.
 *
 * @param west western edge in degrees, from -180 to 180
 * @param north northern edge in degrees
 * @param round whether the last column borders on the first
 */
record DegreeCells(
    double west,
    double north,
    double degreesPerColumn,
    double degreesPerRow,
    int columns,
    int rows,
    boolean round) {

  private static final double METRES_PER_DEGREE = 111_320;
  private static final double LEAST_METRES_PER_DEGREE = 110_574;
  private static final double ECCENTRICITY_SQUARED = 0.006_694_379_990_141_317;
  private static final double MINOR = 6_356_752.314_245_179;

  /** Nearer to a pole a degree of longitude is taken for no shorter than here. */
  private static final double MOST_LATITUDE = 89.9;

  /**
   * Cells about as wide as high in the middle of a box.
   *
   * @param box degrees, its eastern end perhaps past 180; as wide as 360 it goes round
   * @param metres side of a cell
   */
  static DegreeCells over(Envelope box, double metres) {
    boolean round = box.getWidth() >= 360;
    double middle = Math.min(MOST_LATITUDE, Math.abs(box.centre().y));
    double perRow = metres / METRES_PER_DEGREE;
    double perColumn = perRow / Math.cos(Math.toRadians(middle));
    int rows = Math.max(1, (int) Math.ceil(box.getHeight() / perRow - 1e-9));
    int columns = Math.max(1, (int) Math.ceil(box.getWidth() / perColumn - 1e-9));
    // The cells fill the box exactly, so that a pole is an edge and a round closes.
    return new DegreeCells(
        box.getMinX(),
        box.getMaxY(),
        (round ? 360 : box.getWidth()) / columns,
        box.getHeight() / rows,
        columns,
        rows,
        round);
  }

  /** How many cells of a side there would be. */
  static double count(Envelope box, double metres) {
    double middle = Math.min(MOST_LATITUDE, Math.abs(box.centre().y));
    return Math.ceil(box.getHeight() * METRES_PER_DEGREE / metres)
        * Math.ceil(box.getWidth() * METRES_PER_DEGREE * Math.cos(Math.toRadians(middle)) / metres);
  }

  int size() {
    return rows * columns;
  }

  /** Longitude of the middle of a column, from {@link #west} on. */
  double lon(int column) {
    return west + (column + 0.5) * degreesPerColumn;
  }

  /** Latitude of the middle of a row. */
  double lat(int row) {
    return north - (row + 0.5) * degreesPerRow;
  }

  /** The column of a longitude as a fraction: the middle of column c is c. */
  double column(double lon) {
    double east = lon - west;
    double fromMiddle = east - columns * degreesPerColumn / 2;
    return (east - 360 * Math.rint(fromMiddle / 360)) / degreesPerColumn - 0.5;
  }

  /** The row of a latitude as a fraction: the middle of row r is r. */
  double row(double lat) {
    return (north - lat) / degreesPerRow - 0.5;
  }

  /** The cell a place lies in, or the nearest at the border. */
  int index(double lon, double lat) {
    int row = (int) Math.max(0, Math.min(rows - 1.0, Math.rint(row(lat))));
    double rounded = Math.rint(column(lon));
    int column =
        round
            ? Math.floorMod((int) rounded, columns)
            : (int) Math.max(0, Math.min(columns - 1.0, rounded));
    return row * columns + column;
  }

  /** The northernmost row that may be within metres of a parallel. */
  int firstRow(double lat, double metres) {
    return (int) Math.max(0, Math.floor(row(lat + metres / LEAST_METRES_PER_DEGREE)));
  }

  /** The southernmost row that may be within metres of a parallel. */
  int lastRow(double lat, double metres) {
    return (int) Math.min(rows - 1.0, Math.ceil(row(lat - metres / LEAST_METRES_PER_DEGREE)));
  }

  /** Degrees of longitude between two columns, the short way. */
  double degreesBetween(int columns) {
    double degrees = Math.abs(columns) * degreesPerColumn;
    return round && degrees > 180 ? 360 - degrees : degrees;
  }

  /** Area of a cell of a row on the ellipsoid, exactly, in square metres. */
  double area(int row) {
    double top = Math.min(90, north - row * degreesPerRow);
    double bottom = Math.max(-90, north - (row + 1) * degreesPerRow);
    return MINOR
        * MINOR
        * Math.toRadians(degreesPerColumn)
        * (zone(Math.toRadians(top)) - zone(Math.toRadians(bottom)));
  }

  /** Snyder, "Map projections: a working manual" (USGS 1987), equation 3-12, by 2(1 - e²). */
  private static double zone(double phi) {
    double e = Math.sqrt(ECCENTRICITY_SQUARED);
    double sine = Math.sin(phi);
    return sine / (2 * (1 - ECCENTRICITY_SQUARED * sine * sine))
        + Math.log((1 + e * sine) / (1 - e * sine)) / (4 * e);
  }
}
