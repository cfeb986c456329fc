package org.vigie.geodata.tile.event;

import org.vigie.geodata.geo.Mercator;
import org.vigie.geodata.tile.TileAddress;

/**
 * Where the cells of {@link Mercator} lie in one tile, in units of which {@link TileAddress#EXTENT}
 * are its side, from its north-west corner. Exact: the borders of tiles are borders of cells.
 */
final class TileGrid {

  /** How far beyond its borders a tile carries what lies there: 5 of 256 pixels. */
  static final int BUFFER = 80;

  /** Stands for what lies neither in the tile nor in its buffer. */
  static final int OUTSIDE = Integer.MIN_VALUE;

  private static final long WORLD = 1L << 32;

  /** Zoom at which a unit is a cell. */
  private static final int ZOOM_OF_CELLS = 20;

  private final int finer;
  private final long side;
  private final long buffer;
  private final long west;
  private final long north;

  TileGrid(TileAddress address) {
    finer = ZOOM_OF_CELLS - address.zoom();
    side = WORLD >>> address.zoom();
    buffer = side * BUFFER / TileAddress.EXTENT;
    west = address.column() * side;
    north = address.row() * side;
  }

  /** From -{@link #BUFFER} to less than the extent and the buffer, or {@link #OUTSIDE}. */
  int x(int cell) {
    long east = (cell ^ Integer.MIN_VALUE) & 0xFFFFFFFFL;
    long from = (east - west) & (WORLD - 1);
    // the world goes on beyond the antimeridian; a tile that is all of it has all of it inside
    return units(side < WORLD && from >= WORLD - buffer ? from - WORLD : from);
  }

  /** Likewise. */
  int y(int cell) {
    long south = (~cell ^ Integer.MIN_VALUE) & 0xFFFFFFFFL;
    return units(south - north);
  }

  static boolean isInside(int units) {
    return units >= 0 && units < TileAddress.EXTENT;
  }

  private int units(long cells) {
    if (cells < -buffer || cells >= side + buffer) {
      return OUTSIDE;
    }
    return (int) (finer >= 0 ? cells >> finer : cells << -finer);
  }
}
