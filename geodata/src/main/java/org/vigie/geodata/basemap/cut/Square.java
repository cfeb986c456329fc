package org.vigie.geodata.basemap.cut;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.tile.TileAddress;

/** The square world: web mercator, 0 to 1 from the west and from the north. */
final class Square {

  private static final TileAddress WORLD = new TileAddress(0, 0, 0);

  private Square() {}

  /**
   * @param geometry WGS 84 longitude/latitude; latitudes beyond the square go to its edge
   */
  static Geometry of(Geometry geometry) {
    Geometry projected = geometry.copy();
    projected.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            sequence.setOrdinate(i, 0, WORLD.x(sequence.getX(i)) / TileAddress.EXTENT);
            sequence.setOrdinate(i, 1, WORLD.y(sequence.getY(i)) / TileAddress.EXTENT);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return projected;
  }

  /**
   * A tile with what lies near it.
   *
   * @param buffer tile units
   */
  static Envelope of(TileAddress tile, int buffer) {
    double side = 1.0 / (1L << tile.zoom());
    double around = side * buffer / TileAddress.EXTENT;
    return new Envelope(
        new Coordinate(tile.column() * side - around, tile.row() * side - around),
        new Coordinate((tile.column() + 1) * side + around, (tile.row() + 1) * side + around));
  }
}
