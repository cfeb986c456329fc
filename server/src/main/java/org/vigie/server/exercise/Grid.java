package org.vigie.server.exercise;

import org.locationtech.jts.geom.Coordinate;

/** Square cells over the plane; cell 0 lies in the south-west, rows run north. Lengths in km. */
record Grid(int columns, int rows, double cellKm, double westKm, double southKm) {

  /** Steps to the eight neighbours, the four straight ones first. */
  static final int[][] STEPS = {
    {1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, 1}, {-1, -1}, {1, -1}
  };

  int size() {
    return columns * rows;
  }

  int index(int column, int row) {
    return row * columns + column;
  }

  int column(int cell) {
    return cell % columns;
  }

  int row(int cell) {
    return cell / columns;
  }

  /** Neighbour in the direction of a step, or -1 beyond the edge. */
  int neighbour(int cell, int step) {
    int column = column(cell) + STEPS[step][0];
    int row = row(cell) + STEPS[step][1];
    return column < 0 || row < 0 || column >= columns || row >= rows ? -1 : index(column, row);
  }

  /** Length of a step in km. */
  double length(int step) {
    return step < 4 ? cellKm : cellKm * StrictMath.sqrt(2);
  }

  boolean onEdge(int cell) {
    int column = column(cell);
    int row = row(cell);
    return column == 0 || row == 0 || column == columns - 1 || row == rows - 1;
  }

  double x(int cell) {
    return westKm + (column(cell) + 0.5) * cellKm;
  }

  double y(int cell) {
    return southKm + (row(cell) + 0.5) * cellKm;
  }

  Coordinate centre(int cell) {
    return new Coordinate(x(cell), y(cell));
  }

  Coordinate corner(int column, int row) {
    return new Coordinate(westKm + column * cellKm, southKm + row * cellKm);
  }

  /** The cell a point lies in, the nearest one for a point outside. */
  int cellAt(double x, double y) {
    int column = (int) Math.floor((x - westKm) / cellKm);
    int row = (int) Math.floor((y - southKm) / cellKm);
    return index(Math.min(columns - 1, Math.max(0, column)), Math.min(rows - 1, Math.max(0, row)));
  }

  int cellAt(Coordinate km) {
    return cellAt(km.x, km.y);
  }
}
