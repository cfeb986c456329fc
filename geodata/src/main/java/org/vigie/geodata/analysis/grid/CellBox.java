package org.vigie.geodata.analysis.grid;

import java.util.stream.IntStream;

/**
 * A box of a lattice, row by row from south to north: finds the place of a cell in a table without
 * a search.
 */
final class CellBox {

  /** Cells that one thread looks at at a time. */
  private static final int CHUNK = 1 << 14;

  private int south = Integer.MAX_VALUE;
  private int north = Integer.MIN_VALUE;
  private int west = Integer.MAX_VALUE;
  private int east = Integer.MIN_VALUE;

  /** Columns lean with the rows in axial coordinates; these stand upright. */
  private static int column(long cell) {
    return HexagonLattice.q(cell) + (HexagonLattice.r(cell) >> 1);
  }

  void include(long cell) {
    south = Math.min(south, HexagonLattice.r(cell));
    north = Math.max(north, HexagonLattice.r(cell));
    west = Math.min(west, column(cell));
    east = Math.max(east, column(cell));
  }

  /** By chunks side by side; least and greatest do not depend on the order. */
  void includeAll(long[] cells) {
    IntStream.range(0, (cells.length + CHUNK - 1) / CHUNK)
        .parallel()
        .mapToObj(
            chunk -> {
              CellBox part = new CellBox();
              int end = Math.min(cells.length, (chunk + 1) * CHUNK);
              for (int i = chunk * CHUNK; i < end; i++) {
                part.include(cells[i]);
              }
              return part;
            })
        .toList()
        .forEach(this::include);
  }

  private void include(CellBox other) {
    south = Math.min(south, other.south);
    north = Math.max(north, other.north);
    west = Math.min(west, other.west);
    east = Math.max(east, other.east);
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
