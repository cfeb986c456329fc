package org.vigie.geodata.store;

import java.util.List;
import org.vigie.geodata.model.BoundingBox;

/**
 * What lies in the tiles of a basemap.
 *
 * @param minZoom first zoom with tiles
 * @param maxZoom last zoom with tiles, at most 22
 * @param bounds degrees, WGS 84; what the file says, or the whole world
 * @param layers of vector tiles, in the order in which they are drawn; none for pictures
 */
public record Ground(Kind kind, int minZoom, int maxZoom, BoundingBox bounds, List<Layer> layers) {

  /** What a tile is. */
  public enum Kind {
    RASTER,
    VECTOR
  }

  /** What is mostly in a layer. */
  public enum Shape {
    POINT,
    LINE,
    AREA
  }

  /**
   * One layer of vector tiles.
   *
   * @param fields names of the attributes that its features have
   */
  public record Layer(String id, Shape geometry, List<String> fields) {
    public Layer {
      fields = List.copyOf(fields);
    }
  }

  public Ground {
    layers = List.copyOf(layers);
  }
}
