package org.vigie.geodata.analysis;

/**
 * A surface over a box, regular in WGS 84 degrees: row 0 lies in the north, column 0 in the west.
 * The value of a cell is that of its centre.
 */
public final class Grid {

  private final String name;
  private final String title;
  private final String unit;
  private final double west;
  private final double north;
  private final double degreesPerColumn;
  private final double degreesPerRow;
  private final int columns;
  private final float[] values;

  /**
   * @param unit of the values, UCUM code or plain words such as {@code events/km2 in 90 days}
   * @param west longitude of the western edge; columns run east and may pass 180
   * @param north latitude of the northern edge
   * @param values row by row, NaN where there is none; kept, not copied
   */
  public Grid(
      String name,
      String title,
      String unit,
      double west,
      double north,
      double degreesPerColumn,
      double degreesPerRow,
      int columns,
      float[] values) {
    if (columns < 1 || values.length % columns != 0) {
      throw new IllegalArgumentException(values.length + " values in " + columns + " columns");
    }
    this.name = name;
    this.title = title;
    this.unit = unit;
    this.west = west;
    this.north = north;
    this.degreesPerColumn = degreesPerColumn;
    this.degreesPerRow = degreesPerRow;
    this.columns = columns;
    this.values = values;
  }

  public String name() {
    return name;
  }

  public String title() {
    return title;
  }

  public String unit() {
    return unit;
  }

  public double west() {
    return west;
  }

  public double north() {
    return north;
  }

  public double degreesPerColumn() {
    return degreesPerColumn;
  }

  public double degreesPerRow() {
    return degreesPerRow;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return values.length / columns;
  }

  public float value(int row, int column) {
    return values[row * columns + column];
  }
}
