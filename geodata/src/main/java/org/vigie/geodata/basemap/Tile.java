package org.vigie.geodata.basemap;

import java.util.Optional;
import org.vigie.geodata.basemap.packed.Gzip;
import org.vigie.geodata.model.BadInputException;

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
   * @return empty when it is no tile, whatever the archive calls it
   * @throws BadInputException when it is compressed and broken, or opens to more than a tile has
   */
  public static Optional<Tile> of(byte[] stored) throws BadInputException {
    boolean gzip = Gzip.isGzip(stored);
    byte[] open = gzip ? Gzip.open(stored, MOST_BYTES, "a tile") : stored;
    return TileKind.of(open).map(kind -> new Tile(stored, kind, gzip));
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
