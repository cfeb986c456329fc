package org.vigie.geodata.basemap.cut;

import java.util.BitSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.vigie.geodata.tile.TileAddress;

/** How much of the world is covered, in tiles of zoom 12 (8 MB of memory at most). */
final class Coverage {

  private static final int ZOOM = 12;
  private static final int SIDE = 1 << ZOOM;

  /** Last zoom that is ever cut; a map draws these tiles larger beyond it. */
  static final int LAST_ZOOM = 14;

  /** Tiles of the last zoom that are cut at most. */
  private static final long MOST_TILES = 400_000;

  private final BitSet covered = new BitSet();

  /**
   * @param geometry in units of the square world
   */
  void add(Geometry geometry) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof LineString line) {
        for (int k = 1; k < line.getNumPoints(); k++) {
          add(new Envelope(line.getCoordinateN(k - 1), line.getCoordinateN(k)));
        }
      } else {
        add(part.getEnvelopeInternal());
      }
    }
  }

  private void add(Envelope box) {
    for (int row = cell(box.getMinY()); row <= cell(box.getMaxY()); row++) {
      covered.set(row * SIDE + cell(box.getMinX()), row * SIDE + cell(box.getMaxX()) + 1);
    }
  }

  private static int cell(double place) {
    return (int) Math.max(0, Math.min(SIDE - 1, Math.floor(place * SIDE)));
  }

  /** The last zoom whose tiles are not too many: near {@link #LAST_ZOOM} for a country. */
  int lastZoom() {
    double tiles = covered.cardinality() * Math.pow(4, LAST_ZOOM - ZOOM);
    int zoom = Math.min(LAST_ZOOM, TileAddress.MAX_ZOOM);
    while (tiles > MOST_TILES && zoom > 0) {
      tiles /= 4;
      zoom--;
    }
    return zoom;
  }
}
