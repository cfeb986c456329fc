package org.vigie.geodata.index;

import java.util.UUID;
import org.vigie.geodata.geo.Mercator;

/**
 * At most 65 280 rows of one layer along the Morton curve, column by column. Immutable: what is
 * deleted or replaced is marked beside it ({@link Part}).
 */
final class Segment {

  /**
   * A zone less than 16 bits could number: so an array of longs stays below half a megabyte, beyond
   * which the garbage collector gives each a whole region of the heap and wastes half of it.
   */
  static final int MAX_ROWS = 255 * Zones.ROWS;

  /** A row without a place. */
  static final byte NOWHERE = 0;

  static final byte POINT = 1;

  /** A row whose line or area only the database knows. */
  static final byte SHAPE = 2;

  private final int size;
  private final Places places;
  private final Ids ids;
  private final Times times;
  private final PackedInts[] codes;

  Segment(Places places, Ids ids, long[] starts, long[] ends, PackedInts[] codes) {
    this.size = starts.length;
    this.places = places;
    this.ids = ids;
    this.times = new Times(starts, ends);
    this.codes = codes;
  }

  int size() {
    return size;
  }

  int zoneCount() {
    return places.zones().count();
  }

  Zones zones() {
    return places.zones();
  }

  Times times() {
    return times;
  }

  /** Cell from west to east, see {@link Mercator}. */
  int x(int row) {
    return places.x(row);
  }

  /** Cell from south to north, see {@link Mercator}. */
  int y(int row) {
    return places.y(row);
  }

  /** Exact longitude of a point, degrees. */
  double lon(int row) {
    return places.lon(row);
  }

  /** Exact latitude of a point, degrees. */
  double lat(int row) {
    return places.lat(row);
  }

  byte kind(int row) {
    return places.kind(row);
  }

  boolean hasShapes() {
    return places.hasShapes();
  }

  boolean hasOnlyPoints() {
    return places.hasOnlyPoints();
  }

  long idHigh(int row) {
    return ids.high(row);
  }

  long idLow(int row) {
    return ids.low(row);
  }

  /** The row of an id; -1 when it is not here. */
  int find(UUID id) {
    return ids.find(id);
  }

  /** Microseconds since 1970, or {@link PackedTimes#UNKNOWN}. */
  long start(int row) {
    return times.start(row);
  }

  /** Exclusive end, likewise. */
  long end(int row) {
    return times.end(row);
  }

  int code(int column, int row) {
    return (int) codes[column].get(row);
  }

  PackedInts codes(int column) {
    return codes[column];
  }

  /** What the columns take, without the few bytes of the objects around them. */
  long bytes() {
    long bytes = places.bytes() + ids.bytes() + times.bytes();
    for (PackedInts each : codes) {
      bytes += each.bytes();
    }
    return bytes;
  }
}
