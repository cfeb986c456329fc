package org.vigie.geodata.basemap.cut;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.vigie.geodata.basemap.packed.Gzip;
import org.vigie.geodata.basemap.sqlite.FeatureSpool.Item;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.geodata.tile.VectorTile;

/**
 * One tile of what lies there. Before the last zoom what would not be seen is left out: bends of a
 * third of a pixel, lines and areas of less than a pixel, points within 24 pixels of another.
 */
final class DrawnTile {

  static final double PIXEL = TileAddress.EXTENT / 256.0;

  private static final double BEND = PIXEL / 3;
  private static final double APART = 24 * PIXEL;

  /** Compressed; a tile with more is drawn again with half of its features. */
  private static final int MOST_BYTES = 700_000;

  private static final int LEAST_FEATURES = 50;

  private final TileAddress address;
  private final boolean last;
  private final double unit;
  private final CutLayers layers;

  DrawnTile(TileAddress address, boolean last, CutLayers layers) {
    this.address = address;
    this.last = last;
    this.unit = 1.0 / (1L << address.zoom()) / TileAddress.EXTENT;
    this.layers = layers;
  }

  /** Extent in units of the square world below which nothing but points is drawn. */
  static double least(TileAddress address, boolean last) {
    return last ? 0 : PIXEL / TileAddress.EXTENT / (1L << address.zoom());
  }

  /** Compressed by gzip; empty when nothing is to be seen. */
  byte[] draw(List<Item> items) {
    List<Item> shown = new ArrayList<>(items);
    while (true) {
      byte[] tile = bytes(shown);
      if (tile.length == 0) {
        return tile;
      }
      byte[] packed = Gzip.of(tile);
      if (packed.length <= MOST_BYTES || shown.size() <= LEAST_FEATURES) {
        return packed;
      }
      shown.sort((a, b) -> Double.compare(extent(b.geometry()), extent(a.geometry())));
      shown = new ArrayList<>(shown.subList(0, shown.size() / 2));
    }
  }

  private byte[] bytes(List<Item> items) {
    VectorTile tile = new VectorTile(address);
    List<String> names = layers.names();
    for (int number : layers.order()) {
      VectorTile.TileLayer layer = tile.layer(names.get(number));
      Set<Long> taken = new HashSet<>();
      for (Item item : items) {
        if (item.layer() == number && isSeen(item.geometry(), taken)) {
          layer.addProjected(simpler(item.geometry()), item.attributes());
        }
      }
      layer.end();
    }
    return tile.toByteArray();
  }

  private boolean isSeen(Geometry geometry, Set<Long> taken) {
    if (last) {
      return true;
    }
    if (geometry.getDimension() > 0) {
      return extent(geometry) >= PIXEL * unit;
    }
    Coordinate at = geometry.getCoordinate();
    long column = (long) Math.floor(at.x / (APART * unit));
    long row = (long) Math.floor(at.y / (APART * unit));
    return taken.add(row << 32 | column);
  }

  private Geometry simpler(Geometry geometry) {
    if (last || geometry.getDimension() == 0) {
      return geometry;
    }
    DouglasPeuckerSimplifier simplifier = new DouglasPeuckerSimplifier(geometry);
    simplifier.setDistanceTolerance(BEND * unit);
    // the tile makes its areas valid on its own grid
    simplifier.setEnsureValid(false);
    Geometry simple = simplifier.getResultGeometry();
    return simple.isEmpty() ? geometry : simple;
  }

  private static double extent(Geometry geometry) {
    Envelope box = geometry.getEnvelopeInternal();
    return Math.max(box.getWidth(), box.getHeight());
  }
}
