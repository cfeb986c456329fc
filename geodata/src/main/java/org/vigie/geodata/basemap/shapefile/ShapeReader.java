package org.vigie.geodata.basemap.shapefile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** One shape (ESRI Shapefile Technical Description, 1998). Heights and measures are dropped. */
final class ShapeReader {

  private static final int BOX_BYTES = 32;
  private static final int NULL = 0;
  private static final int POINT = 1;
  private static final int LINE = 3;
  private static final int AREA = 5;
  private static final int POINTS = 8;
  private static final int LEAST_RING = 4;

  private final ByteBuffer bytes;
  private final GeometryFactory factory;

  ShapeReader(ByteBuffer bytes, GeometryFactory factory) {
    this.bytes = bytes;
    this.factory = factory;
  }

  /** Fails with any runtime exception when the bytes do not hold together. */
  Optional<Geometry> read() {
    // with heights ten more, with measures twenty
    int type = bytes.getInt();
    return switch (type % 10) {
      case NULL -> Optional.empty();
      case POINT -> Optional.of(factory.createPoint(coordinate()));
      case POINTS -> {
        skipBox();
        yield Optional.of(factory.createMultiPointFromCoords(coordinates(bytes.getInt())));
      }
      case LINE -> Optional.of(lines(parts()));
      case AREA -> areas(parts());
      default -> throw new IllegalArgumentException("shape of type " + type);
    };
  }

  private void skipBox() {
    bytes.position(bytes.position() + BOX_BYTES);
  }

  private List<Coordinate[]> parts() {
    skipBox();
    int count = bytes.getInt();
    int points = bytes.getInt();
    if (count < 0 || count > bytes.remaining() / Integer.BYTES) {
      throw new IllegalArgumentException(count + " parts");
    }
    int[] starts = new int[count + 1];
    for (int i = 0; i < count; i++) {
      starts[i] = bytes.getInt();
    }
    starts[count] = points;
    List<Coordinate[]> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(coordinates(Math.subtractExact(starts[i + 1], starts[i])));
    }
    return parts;
  }

  private Coordinate[] coordinates(int count) {
    if (count < 0 || count > bytes.remaining() / (2 * Double.BYTES)) {
      throw new IllegalArgumentException(count + " points");
    }
    Coordinate[] coordinates = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      coordinates[i] = coordinate();
    }
    return coordinates;
  }

  private Coordinate coordinate() {
    double x = bytes.getDouble();
    double y = bytes.getDouble();
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("no place");
    }
    return new Coordinate(x, y);
  }

  private Geometry lines(List<Coordinate[]> parts) {
    return factory.createMultiLineString(
        parts.stream()
            .filter(part -> part.length > 1)
            .map(factory::createLineString)
            .toArray(LineString[]::new));
  }

  /** Outer rings turn clockwise; a hole belongs to the smallest ring around it. */
  private Optional<Geometry> areas(List<Coordinate[]> parts) {
    List<LinearRing> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (Coordinate[] part : parts) {
      if (part.length >= LEAST_RING) {
        (Orientation.isCCW(part) ? holes : shells).add(factory.createLinearRing(part));
      }
    }
    if (shells.isEmpty()) {
      // written the wrong way round
      shells.addAll(holes);
      holes.clear();
    }
    List<List<LinearRing>> inside = new ArrayList<>();
    shells.forEach(shell -> inside.add(new ArrayList<>()));
    for (LinearRing hole : holes) {
      int around = around(hole, shells);
      if (around >= 0) {
        inside.get(around).add(hole);
      }
    }
    Polygon[] areas = new Polygon[shells.size()];
    for (int i = 0; i < areas.length; i++) {
      areas[i] = factory.createPolygon(shells.get(i), inside.get(i).toArray(LinearRing[]::new));
    }
    return areas.length == 0 ? Optional.empty() : Optional.of(factory.createMultiPolygon(areas));
  }

  private static int around(LinearRing hole, List<LinearRing> shells) {
    int found = -1;
    for (int i = 0; i < shells.size(); i++) {
      LinearRing shell = shells.get(i);
      boolean holds =
          shell.getEnvelopeInternal().covers(hole.getEnvelopeInternal())
              && PointLocation.isInRing(hole.getCoordinateN(0), shell.getCoordinates());
      boolean smaller =
          found < 0 || shells.get(found).getEnvelopeInternal().covers(shell.getEnvelopeInternal());
      if (holds && smaller) {
        found = i;
      }
    }
    return found;
  }
}
