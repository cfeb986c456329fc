package org.vigie.geodata.analysis.grid;

/**
 * A box of a lattice, row by row from south to north: finds the place of a cell in a table without
 * a search.
 */
final class CellBox {

  private int south = Integer.MAX_VALUE;
  private int north = Integer.MIN_VALUE;
  private int west = Integer.MAX_VALUE;
  private int east = Integer.MIN_VALUE;

  /** Columns lean with the rows in axial coordinates; these stand upright. */
  private static int column(long cell) {
    return HexagonLattice.q(cell) + Math.floorDiv(HexagonLattice.r(cell), 2);
  }

  void include(long cell) {
    south = Math.min(south, HexagonLattice.r(cell));
    north = Math.max(north, HexagonLattice.r(cell));
    west = Math.min(west, column(cell));
    east = Math.max(east, column(cell));
  }

  void includeAll(long[] cells) {
    for (long cell : cells) {
      include(cell);
    }
  }

  /** By some cells on every side. */
  void grow(int cells) {
    south -= cells;
    north += cells;
    west -= cells;
    east += cells;
  }

  int rows() {
    return north - south + 1;
  }

  int columns() {
    return east - west + 1;
  }

  int size() {
    return Math.multiplyExact(rows(), columns());
  }

  long cell(int index) {
    int r = south + index / columns();
    return HexagonLattice.cell(west + index % columns() - Math.floorDiv(r, 2), r);
  }

  /** Place of a cell in a table, -1 outside. */
  int index(long cell) {
    int row = HexagonLattice.r(cell) - south;
    int column = column(cell) - west;
    boolean inside = row >= 0 && row < rows() && column >= 0 && column < columns();
    return inside ? row * columns() + column : -1;
  }

  /** A table in which these cells are marked. */
  boolean[] marked(long[] cells) {
    boolean[] marked = new boolean[size()];
    for (long cell : cells) {
      marked[index(cell)] = true;
    }
    return marked;
  }
}
