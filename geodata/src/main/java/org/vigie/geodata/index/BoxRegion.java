package org.vigie.geodata.index;

import org.locationtech.jts.geom.Envelope;
import org.vigie.geodata.geo.Mercator;

/** A box of longitudes and latitudes. */
final class BoxRegion implements Region {

  private final Envelope box;
  private final int west;
  private final int east;
  private final int south;
  private final int north;

  BoxRegion(Envelope box) {
    this.box = box;
    west = Mercator.x(box.getMinX());
    east = Mercator.x(box.getMaxX());
    south = Mercator.y(box.getMinY());
    north = Mercator.y(box.getMaxY());
  }

  /** The cells of the border itself, and one beside for rounding, are looked at. */
  @Override
  public int ofCells(int minX, int minY, int maxX, int maxY) {
    if (maxX < west - 1L || minX > east + 1L || maxY < south - 1L || minY > north + 1L) {
      return OUTSIDE;
    }
    return minX > west + 1L && maxX < east - 1L && minY > south + 1L && maxY < north - 1L
        ? INSIDE
        : BORDER;
  }

  @Override
  public int ofCell(int x, int y) {
    return ofCells(x, y, x, y);
  }

  @Override
  public boolean contains(double lon, double lat) {
    return lon >= box.getMinX()
        && lon <= box.getMaxX()
        && lat >= box.getMinY()
        && lat <= box.getMaxY();
  }
}
