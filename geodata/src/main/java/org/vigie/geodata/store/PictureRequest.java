package org.vigie.geodata.store;

/**
 * How a picture is wanted.
 *
 * @param zoom Web Mercator zoom, 0 (the world in 256 pixels) to 22; decides how much lines and
 *     areas are simplified (half a pixel) and how large cells are (16 pixels)
 * @param maxFeatures with more matches than this the answer is {@link Picture.Cells}
 * @param titles whether points come with their titles
 */
public record PictureRequest(int zoom, int maxFeatures, boolean titles) {

  public static final int MAX_ZOOM = 22;

  public PictureRequest {
    if (zoom < 0 || zoom > MAX_ZOOM) {
      throw new IllegalArgumentException("zoom must lie between 0 and " + MAX_ZOOM + ": " + zoom);
    }
    if (maxFeatures < 1) {
      throw new IllegalArgumentException("maxFeatures must be at least 1: " + maxFeatures);
    }
  }

  public static PictureRequest of(int zoom) {
    return new PictureRequest(zoom, 20_000, false);
  }

  /** Width of one pixel at the equator in degrees, on tiles of 256 pixels. */
  public double pixelDegrees() {
    return 360.0 / 256 / (1L << zoom);
  }
}
