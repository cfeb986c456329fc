package org.vigie.geodata.index;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.vigie.geodata.geo.Mercator;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;

/**
 * Rows gathered for new segments, in plain arrays. When enough are together they are put in the
 * order of the Morton curve and cut into segments.
 */
final class Rows {

  private final LayerColumns columns;
  private int size;
  private double[] lon;
  private double[] lat;
  private byte[] kinds;
  private long[] idHigh;
  private long[] idLow;
  private long[] start;
  private long[] end;
  private final char[][] codes;

  Rows(LayerColumns columns, int capacity) {
    this.columns = columns;
    lon = new double[capacity];
    lat = new double[capacity];
    kinds = new byte[capacity];
    idHigh = new long[capacity];
    idLow = new long[capacity];
    start = new long[capacity];
    end = new long[capacity];
    codes = new char[columns.count()][capacity];
  }

  int size() {
    return size;
  }

  void add(Feature feature) {
    int row = next();
    idHigh[row] = feature.id().value().getMostSignificantBits();
    idLow[row] = feature.id().value().getLeastSignificantBits();
    Geometry geometry = feature.geometry();
    kinds[row] = kind(geometry);
    lon[row] = geometry instanceof Point point ? point.getX() : 0;
    lat[row] = geometry instanceof Point point ? point.getY() : 0;
    TimeSpan time = feature.validTime();
    start[row] = micros(time == null ? null : time.start());
    end[row] = micros(time == null ? null : time.end());
    for (int column = 0; column < codes.length; column++) {
      codes[column][row] = (char) columns.dictionary(column).code(columns.value(feature, column));
    }
  }

  void add(Segment segment, int from) {
    int row = next();
    idHigh[row] = segment.idHigh(from);
    idLow[row] = segment.idLow(from);
    kinds[row] = segment.kind(from);
    lon[row] = segment.lon(from);
    lat[row] = segment.lat(from);
    start[row] = segment.start(from);
    end[row] = segment.end(from);
    for (int column = 0; column < codes.length; column++) {
      codes[column][row] = (char) segment.code(column, from);
    }
  }

  private static byte kind(@Nullable Geometry geometry) {
    if (geometry == null) {
      return Segment.NOWHERE;
    }
    return geometry instanceof Point ? Segment.POINT : Segment.SHAPE;
  }

  /** Microseconds since 1970, as the database keeps them. */
  static long micros(@Nullable Instant instant) {
    return instant == null
        ? PackedTimes.UNKNOWN
        : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private int next() {
    if (size == lon.length) {
      int more = Math.max(16, size + (size >> 1));
      lon = Arrays.copyOf(lon, more);
      lat = Arrays.copyOf(lat, more);
      kinds = Arrays.copyOf(kinds, more);
      idHigh = Arrays.copyOf(idHigh, more);
      idLow = Arrays.copyOf(idLow, more);
      start = Arrays.copyOf(start, more);
      end = Arrays.copyOf(end, more);
      for (int column = 0; column < codes.length; column++) {
        codes[column] = Arrays.copyOf(codes[column], more);
      }
    }
    return size++;
  }

  /** Segments of all rows; the rows are given up for it. */
  List<Segment> toSegments() {
    int[] order = mortonOrder();
    List<Segment> segments = new ArrayList<>();
    for (int from = 0; from < size; from += Segment.MAX_ROWS) {
      segments.add(
          segment(Arrays.copyOfRange(order, from, Math.min(size, from + Segment.MAX_ROWS))));
    }
    size = 0;
    return segments;
  }

  /** Precise to some metres, which is enough for neighbours; what has no point comes last. */
  private int[] mortonOrder() {
    int indexBits = 32 - Integer.numberOfLeadingZeros(Math.max(1, size - 1));
    long[] keys = new long[size];
    for (int row = 0; row < size; row++) {
      long place =
          kinds[row] == Segment.POINT
              ? Mercator.morton(Mercator.x(lon[row]), Mercator.y(lat[row])) >>> (indexBits + 1)
              : -1L >>> (indexBits + 1);
      keys[row] = place << indexBits | row;
    }
    Arrays.sort(keys);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = (int) (keys[i] & ((1L << indexBits) - 1));
    }
    return order;
  }

  private Segment segment(int[] order) {
    int rows = order.length;
    double[] segmentLon = new double[rows];
    double[] segmentLat = new double[rows];
    byte[] segmentKinds = new byte[rows];
    long[] high = new long[rows];
    long[] low = new long[rows];
    long[] starts = new long[rows];
    long[] ends = new long[rows];
    for (int i = 0; i < rows; i++) {
      int row = order[i];
      segmentLon[i] = lon[row];
      segmentLat[i] = lat[row];
      segmentKinds[i] = kinds[row];
      high[i] = idHigh[row];
      low[i] = idLow[row];
      starts[i] = start[row];
      ends[i] = end[row];
    }
    PackedInts[] packed = new PackedInts[codes.length];
    for (int column = 0; column < codes.length; column++) {
      packed[column] = packed(codes[column], order);
    }
    return new Segment(
        new Places(segmentLon, segmentLat, segmentKinds), new Ids(high, low), starts, ends, packed);
  }

  private static PackedInts packed(char[] codes, int[] order) {
    int greatest = 0;
    for (int row : order) {
      greatest = Math.max(greatest, codes[row]);
    }
    PackedInts packed = new PackedInts(order.length, greatest);
    if (greatest > 0) {
      for (int i = 0; i < order.length; i++) {
        packed.put(i, codes[order[i]]);
      }
    }
    return packed;
  }
}
