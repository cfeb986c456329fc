package org.vigie.geodata.tile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/**
 * Brings geometries from longitude and latitude into one tile: projected, cut to the buffer,
 * rounded to the grid, valid there.
 */
final class TileGeometry {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final PrecisionModel WHOLE = new PrecisionModel(1);

  /**
   * Half the side of the square that stands for an area too small to be seen: one of 512 pixels.
   */
  private static final int LEAST_HALF = TileAddress.EXTENT / 512;

  private static final Envelope VISIBLE =
      new Envelope(
          -TileAddress.BUFFER,
          TileAddress.EXTENT + TileAddress.BUFFER,
          -TileAddress.BUFFER,
          TileAddress.EXTENT + TileAddress.BUFFER);

  private final TileAddress tile;
  private final Map<Commands.Kind, Commands> parts = new EnumMap<>(Commands.Kind.class);
  private final List<int[]> points = new ArrayList<>();

  private TileGeometry(TileAddress tile) {
    this.tile = tile;
  }

  /**
   * What of a geometry lies in the tile, by kind, because a feature of a tile has one kind. None is
   * empty.
   *
   * @param geometry WGS 84 longitude/latitude
   */
  static Map<Commands.Kind, int[]> of(Geometry geometry, TileAddress tile) {
    if (geometry instanceof Point point && !point.isEmpty()) {
      return ofPoint(tile.x(point.getX()), tile.y(point.getY()), tile.world());
    }
    return new TileGeometry(tile).drawn(geometry, tile::x, tile::y);
  }

  /**
   * The same for a geometry that is projected already.
   *
   * @param geometry in units of the square world, 0 to 1 from the west and from the north
   */
  static Map<Commands.Kind, int[]> ofProjected(Geometry geometry, TileAddress tile) {
    double side = 1L << tile.zoom();
    return new TileGeometry(tile)
        .drawn(
            geometry,
            x -> (x * side - tile.column()) * TileAddress.EXTENT,
            y -> (y * side - tile.row()) * TileAddress.EXTENT);
  }

  private Map<Commands.Kind, int[]> drawn(
      Geometry geometry, DoubleUnaryOperator toX, DoubleUnaryOperator toY) {
    Geometry projected = projected(geometry, toX, toY);
    // the buffer of the first and the last column shows the other side of the antimeridian
    for (int turn = -1; turn <= 1; turn++) {
      addTurned(projected, turn * tile.world());
    }
    Map<Commands.Kind, int[]> commands = new EnumMap<>(Commands.Kind.class);
    if (!points.isEmpty()) {
      commands(Commands.Kind.POINT).points(points.toArray(int[][]::new));
    }
    parts.forEach(
        (kind, drawn) -> {
          if (!drawn.isEmpty()) {
            commands.put(kind, drawn.toArray());
          }
        });
    return commands;
  }

  /** Most of what is drawn are points: they are not taken through copies and boxes. */
  private static Map<Commands.Kind, int[]> ofPoint(double x, double y, double world) {
    List<int[]> places = new ArrayList<>(1);
    for (int turn = -1; turn <= 1; turn++) {
      Coordinate there = new Coordinate(x + turn * world, y);
      if (VISIBLE.covers(there)) {
        places.add(whole(there));
      }
    }
    if (places.isEmpty()) {
      return Map.of();
    }
    Commands commands = new Commands();
    commands.points(places.toArray(int[][]::new));
    return Map.of(Commands.Kind.POINT, commands.toArray());
  }

  private static Geometry projected(
      Geometry geometry, DoubleUnaryOperator toX, DoubleUnaryOperator toY) {
    Geometry copy = geometry.copy();
    copy.apply(
        new Each() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            sequence.setOrdinate(i, 0, toX.applyAsDouble(sequence.getX(i)));
            sequence.setOrdinate(i, 1, toY.applyAsDouble(sequence.getY(i)));
          }
        });
    return copy;
  }

  private void addTurned(Geometry projected, double shift) {
    Envelope box = projected.getEnvelopeInternal();
    Envelope shifted =
        new Envelope(box.getMinX() + shift, box.getMaxX() + shift, box.getMinY(), box.getMaxY());
    if (!shifted.intersects(VISIBLE)) {
      return;
    }
    Geometry there = projected;
    if (shift != 0) {
      there = projected.copy();
      there.apply(
          new Each() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
              sequence.setOrdinate(i, 0, sequence.getX(i) + shift);
            }
          });
    }
    for (int i = 0; i < there.getNumGeometries(); i++) {
      add(there.getGeometryN(i));
    }
  }

  private void add(Geometry part) {
    if (part instanceof Point point) {
      if (VISIBLE.covers(point.getX(), point.getY())) {
        points.add(whole(point.getCoordinate()));
      }
    } else if (part instanceof LineString line) {
      CoordinateSequence path = line.getCoordinateSequence();
      double[] xs = new double[path.size()];
      double[] ys = new double[path.size()];
      for (int i = 0; i < xs.length; i++) {
        xs[i] = path.getX(i);
        ys[i] = path.getY(i);
      }
      LineClip.clip(xs, ys).forEach(commands(Commands.Kind.LINE)::line);
    } else if (part instanceof Polygon polygon) {
      addArea(polygon);
    } else {
      for (int i = 0; i < part.getNumGeometries(); i++) {
        add(part.getGeometryN(i));
      }
    }
  }

  private void addArea(Polygon polygon) {
    Commands area = commands(Commands.Kind.AREA);
    Geometry valid = polygon.isValid() ? polygon : GeometryFixer.fix(polygon);
    // Snap-rounding: the only way to whole numbers that leaves an area valid (Hobby 1999).
    Geometry inside =
        OverlayNG.overlay(valid, FACTORY.toGeometry(VISIBLE), OverlayNG.INTERSECTION, WHOLE);
    boolean drawn = false;
    for (int i = 0; i < inside.getNumGeometries(); i++) {
      if (inside.getGeometryN(i) instanceof Polygon piece && !piece.isEmpty()) {
        area.polygon(piece);
        drawn = true;
      }
    }
    Coordinate centre = polygon.getEnvelopeInternal().centre();
    if (!drawn && VISIBLE.covers(centre)) {
      int[] at = whole(centre);
      area.polygon(
          (Polygon)
              FACTORY.toGeometry(
                  new Envelope(
                      at[0] - LEAST_HALF,
                      at[0] + LEAST_HALF,
                      at[1] - LEAST_HALF,
                      at[1] + LEAST_HALF)));
    }
  }

  private Commands commands(Commands.Kind kind) {
    return parts.computeIfAbsent(kind, k -> new Commands());
  }

  private static int[] whole(Coordinate coordinate) {
    return new int[] {(int) Math.round(coordinate.x), (int) Math.round(coordinate.y)};
  }

  /** Visits every coordinate and changes it in place. */
  private abstract static class Each implements CoordinateSequenceFilter {

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
