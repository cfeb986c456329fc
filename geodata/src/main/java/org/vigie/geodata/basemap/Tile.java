package org.vigie.geodata.basemap;

import java.util.Optional;
import org.vigie.geodata.basemap.packed.Gzip;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;

/**
 * A tile that may be sent: its bytes are what its kind says.
 *
 * @param bytes as they are stored
 * @param gzip whether they are compressed by gzip
 */
@SuppressWarnings("ArrayRecordComponent")
public record Tile(byte[] bytes, TileKind kind, boolean gzip) {

  /** Largest tile, stored or opened: a hundred times what a good one has. */
  public static final int MOST_BYTES = 8 << 20;

  /**
   * Looks at what an archive holds.
   *
   * @return empty for no bytes, by which some writers say that nothing lies there
   * @throws BadInputException when it is no tile, whatever the archive calls it; or compressed and
   *     broken, or opens to more than a tile has
   */
  public static Optional<Tile> of(byte[] stored) throws BadInputException {
    boolean gzip = Gzip.isGzip(stored);
    byte[] open = gzip ? Gzip.open(stored, MOST_BYTES, "a tile") : stored;
    if (open.length == 0) {
      return Optional.empty();
    }
    TileKind kind = TileKind.of(open).orElseThrow(Tile::none);
    return Optional.of(new Tile(stored, kind, gzip));
  }

  private static BadInputException none() {
    return new BadInputException(
        Fault.of(
            "tiles",
            "what lies in it as a tile is neither PNG, JPEG, WebP nor a vector tile, by its bytes",
            "Export it again as one of these, vector tiles plain or compressed by gzip"));
  }

  /** The bytes, not compressed. */
  public byte[] open() {
    try {
      return gzip ? Gzip.open(bytes, MOST_BYTES, "a tile") : bytes;
    } catch (BadInputException openedBefore) {
      throw new IllegalStateException(openedBefore);
    }
  }
}
