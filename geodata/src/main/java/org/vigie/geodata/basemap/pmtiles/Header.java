package org.vigie.geodata.basemap.pmtiles;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vigie.geodata.basemap.GroundSurvey;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** The first 127 bytes, with every part inside the file. */
record Header(
    Part root,
    Part metadata,
    Part leaves,
    Part tiles,
    int packing,
    int minZoom,
    int maxZoom,
    Optional<BoundingBox> bounds) {

  static final int BYTES = 127;
  static final int PLAIN = 1;
  static final int GZIP = 2;

  private static final String[] PACKINGS = {
    "an unknown way", "none", "gzip", "Brotli", "Zstandard"
  };
  private static final int ROOT_AT = 8;
  private static final int PACKING_AT = 97;
  private static final int TILE_PACKING_AT = 98;
  private static final int ZOOMS_AT = 100;
  private static final int BOUNDS_AT = 102;
  private static final double DEGREE = 1e7;

  /**
   * Where something lies.
   *
   * @param offset from the beginning of the file
   */
  record Part(long offset, long length) {

    /** A piece of it; empty when it would reach beyond. */
    Optional<Part> piece(long from, long size) {
      boolean inside = from >= 0 && size >= 0 && from <= length && size <= length - from;
      return inside ? Optional.of(new Part(offset + from, size)) : Optional.empty();
    }
  }

  /**
   * @param head the first 127 bytes, or fewer when the file has fewer
   * @param size of the file, bytes
   */
  static Header read(byte[] head, long size) throws BadInputException {
    if (head.length < BYTES) {
      throw refused(
          Message.of("the file ends within its head"), Message.of("It was cut off: copy it again"));
    }
    ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    if (!new String(head, 0, 7, StandardCharsets.US_ASCII).equals("PMTiles") || head[7] != 3) {
      throw refused(
          Message.of("it is PMTiles of version {value}", head[7]),
          Message.of("Convert it to version 3: pmtiles convert"));
    }
    int tilePacking = head[TILE_PACKING_AT];
    requireKnown(tilePacking, "tiles");
    int packing = head[PACKING_AT];
    requireKnown(packing, "directories");
    return new Header(
        part(bytes, 0, size, "root directory"),
        part(bytes, 1, size, "metadata"),
        part(bytes, 2, size, "leaf directories"),
        part(bytes, 3, size, "tiles"),
        packing,
        head[ZOOMS_AT],
        head[ZOOMS_AT + 1],
        GroundSurvey.box(
            bytes.getInt(BOUNDS_AT) / DEGREE,
            bytes.getInt(BOUNDS_AT + 4) / DEGREE,
            bytes.getInt(BOUNDS_AT + 8) / DEGREE,
            bytes.getInt(BOUNDS_AT + 12) / DEGREE));
  }

  private static void requireKnown(int packing, String what) throws BadInputException {
    if (packing != PLAIN && packing != GZIP && !(what.equals("tiles") && packing == 0)) {
      String word =
          packing >= 0 && packing < PACKINGS.length ? PACKINGS[packing] : "way " + packing;
      throw refused(
          Message.of("its {what} are compressed by {word}", what, word),
          Message.of("Make it anew with gzip, which every browser opens"));
    }
  }

  private static Part part(ByteBuffer bytes, int number, long size, String name)
      throws BadInputException {
    long offset = bytes.getLong(ROOT_AT + number * 16);
    long length = bytes.getLong(ROOT_AT + number * 16 + 8);
    return new Part(0, size)
        .piece(offset, length)
        .orElseThrow(
            () ->
                refused(
                    Message.of(
                        "its {name} should lie at byte {figure} with {figure2} bytes, and the file"
                            + " has {size}",
                        name,
                        Long.toUnsignedString(offset),
                        Long.toUnsignedString(length),
                        size),
                    Message.of("It was cut off or damaged: copy it again")));
  }

  static BadInputException refused(Message what, Message fix) {
    return new BadInputException(Fault.of("pmtiles", what, fix));
  }
}
