package org.vigie.geodata.store;

import java.util.Optional;
import org.vigie.geodata.model.BoundingBox;

/**
 * How a picture is wanted.
 *
 * @param zoom Web Mercator zoom, 0 (the world in 256 pixels) to 22; decides how much lines and
 *     areas are simplified (half a pixel) and how large cells are (16 pixels)
 * @param maxFeatures with more matches than this the answer is {@link Picture.Cells}
 * @param titles whether points come with their titles
 * @param countedIn a part of the query's box: cells have only what lies in it, because what a tile
 *     shows beyond its borders is counted in the tile beside it; empty for all matches
 */
public record PictureRequest(
    int zoom, int maxFeatures, boolean titles, Optional<BoundingBox> countedIn) {

  public static final int MAX_ZOOM = 22;

  private static final int CELL_PIXELS = 16;

  public PictureRequest {
    if (zoom < 0 || zoom > MAX_ZOOM) {
      throw new IllegalArgumentException("zoom must lie between 0 and " + MAX_ZOOM + ": " + zoom);
    }
    if (maxFeatures < 1) {
      throw new IllegalArgumentException("maxFeatures must be at least 1: " + maxFeatures);
    }
  }

  public PictureRequest(int zoom, int maxFeatures, boolean titles) {
    this(zoom, maxFeatures, titles, Optional.empty());
  }

  public static PictureRequest of(int zoom) {
    return new PictureRequest(zoom, 20_000, false);
  }

  public PictureRequest withTitles() {
    return new PictureRequest(zoom, maxFeatures, true, countedIn);
  }

  public PictureRequest countedIn(BoundingBox box) {
    return new PictureRequest(zoom, maxFeatures, titles, Optional.of(box));
  }

  /** Width of one pixel at the equator in degrees, on tiles of 256 pixels. */
  public double pixelDegrees() {
    return 360.0 / 256 / (1L << zoom);
  }

  /**
   * Side of a cell in degrees. A place lies in the column {@code floor(longitude / side)} and the
   * row {@code floor(latitude / side)}, computed in double precision.
   */
  public double cellDegrees() {
    return pixelDegrees() * CELL_PIXELS;
  }
}
