package org.vigie.geodata.basemap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.vigie.geodata.store.Ground;

/** What a tile may be. Known by its bytes: what an archive says of itself is not believed. */
public enum TileKind {
  PNG("image/png"),
  JPEG("image/jpeg"),
  WEBP("image/webp"),
  MVT("application/vnd.mapbox-vector-tile");

  private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] JPEG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

  private final String mediaType;

  TileKind(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  public Ground.Kind ground() {
    return this == MVT ? Ground.Kind.VECTOR : Ground.Kind.RASTER;
  }

  /** What these bytes are, which are not compressed; empty for everything else. */
  public static Optional<TileKind> of(byte[] tile) {
    if (starts(tile, PNG_HEAD)) {
      return Optional.of(PNG);
    }
    if (starts(tile, JPEG_HEAD)) {
      return Optional.of(JPEG);
    }
    if (tile.length > 12 && text(tile, 0).equals("RIFF") && text(tile, 8).equals("WEBP")) {
      return Optional.of(WEBP);
    }
    return VectorTileFacts.isVectorTile(tile) ? Optional.of(MVT) : Optional.empty();
  }

  private static boolean starts(byte[] tile, byte[] head) {
    return tile.length > head.length && Arrays.equals(tile, 0, head.length, head, 0, head.length);
  }

  private static String text(byte[] tile, int from) {
    return new String(tile, from, 4, StandardCharsets.US_ASCII);
  }
}
