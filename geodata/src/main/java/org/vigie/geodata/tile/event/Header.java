package org.vigie.geodata.tile.event;

import java.util.List;

/**
 * What stands before the columns of a tile.
 *
 * @param cell side of a cell in units of {@link TileGrid}
 * @param total features in the tile itself
 * @param unit seconds
 * @param base seconds since 1970-01-01T00:00Z
 * @param longest longest duration, units
 * @param untimed records without a start
 * @param categories the dictionary, in its order
 */
record Header(
    Kind kind,
    int cell,
    int records,
    long total,
    int unit,
    long base,
    long longest,
    int untimed,
    List<String> categories) {

  private static final int VERSION = 1;

  /** What a record is. */
  enum Kind {
    /** An event. */
    RAW(0),
    /** Events of one step, cell, category and severity. */
    COUNTED(1);

    private final int number;

    Kind(int number) {
      this.number = number;
    }
  }

  Bytes begin() {
    Bytes bytes =
        new Bytes()
            .u8(VERSION)
            .u8(kind.number)
            .u16(cell)
            .u32(records)
            .u32(total)
            .u32(unit)
            .f64((double) base)
            .u32(longest)
            .u32(untimed)
            .u32(categories.size());
    categories.forEach(bytes::text);
    return bytes;
  }
}
