package org.vigie.geodata.basemap.pmtiles;

import org.vigie.geodata.tile.TileAddress;

/** The number of a tile: all tiles of the zooms before, then its place on the Hilbert curve. */
final class HilbertId {

  private HilbertId() {}

  static long of(TileAddress tile) {
    return of(tile.zoom(), tile.column(), tile.row());
  }

  /**
   * @param x column from the west
   * @param y row from the north
   */
  static long of(int zoom, long x, long y) {
    long tx = x;
    long ty = y;
    long place = 0;
    for (long side = 1L << zoom >> 1; side > 0; side >>= 1) {
      long rx = (tx & side) > 0 ? 1 : 0;
      long ry = (ty & side) > 0 ? 1 : 0;
      place += side * side * ((3 * rx) ^ ry);
      if (ry == 0) {
        if (rx == 1) {
          tx = side - 1 - tx;
          ty = side - 1 - ty;
        }
        long swap = tx;
        tx = ty;
        ty = swap;
      }
    }
    return ((1L << (2 * zoom)) - 1) / 3 + place;
  }

  /** The first number of a zoom, which is how many tiles there are before it. */
  static long firstOf(int zoom) {
    return ((1L << (2 * zoom)) - 1) / 3;
  }
}
