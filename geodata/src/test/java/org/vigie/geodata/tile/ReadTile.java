package org.vigie.geodata.tile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads vector tiles as strictly as the specification is written, for tests. */
public final class ReadTile {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /**
   * One layer.
   *
   * @param features in the order of the tile
   */
  public record ReadLayer(String name, int version, int extent, List<ReadFeature> features) {}

  /**
   * One feature.
   *
   * @param geometry in tile units, y downwards
   */
  public record ReadFeature(int kind, Geometry geometry, Map<String, Object> attributes) {}

  private ReadTile() {}

  /** The layers by name. */
  public static Map<String, ReadLayer> of(byte[] bytes) {
    Map<String, ReadLayer> layers = new LinkedHashMap<>();
    for (Field field : fields(ByteBuffer.wrap(bytes))) {
      check(field.number == 3, "only layers stand in a tile");
      ReadLayer layer = layer(field.block());
      check(layers.put(layer.name(), layer) == null, "two layers " + layer.name());
    }
    return layers;
  }

  private static ReadLayer layer(ByteBuffer block) {
    String name = "";
    int version = 1;
    int extent = 4096;
    List<String> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<ByteBuffer> features = new ArrayList<>();
    for (Field field : fields(block)) {
      switch (field.number) {
        case 1 -> name = field.text();
        case 2 -> features.add(field.block());
        case 3 -> keys.add(field.text());
        case 4 -> values.add(value(field.block()));
        case 5 -> extent = (int) field.value;
        case 15 -> version = (int) field.value;
        default -> throw new AssertionError("field " + field.number + " of a layer");
      }
    }
    check(!name.isEmpty(), "a layer has a name");
    check(!features.isEmpty(), "a layer has a feature");
    check(keys.stream().distinct().count() == keys.size(), "keys are told once");
    check(values.stream().distinct().count() == values.size(), "values are told once");
    List<ReadFeature> read = features.stream().map(f -> feature(f, keys, values)).toList();
    return new ReadLayer(name, version, extent, read);
  }

  private static Object value(ByteBuffer block) {
    List<Field> fields = fields(block);
    check(fields.size() == 1, "a value has one type");
    Field field = fields.get(0);
    return switch (field.number) {
      case 1 -> field.text();
      case 3 -> Double.longBitsToDouble(field.value);
      case 6 -> (field.value >>> 1) ^ -(field.value & 1);
      default -> throw new AssertionError("value of type " + field.number);
    };
  }

  private static ReadFeature feature(ByteBuffer block, List<String> keys, List<Object> values) {
    List<Integer> tags = List.of();
    List<Integer> commands = List.of();
    int kind = 0;
    for (Field field : fields(block)) {
      switch (field.number) {
        case 2 -> tags = field.integers();
        case 3 -> kind = (int) field.value;
        case 4 -> commands = field.integers();
        default -> throw new AssertionError("field " + field.number + " of a feature");
      }
    }
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (int i = 0; i < tags.size(); i += 2) {
      attributes.put(keys.get(tags.get(i)), values.get(tags.get(i + 1)));
    }
    return new ReadFeature(kind, new Pen(commands).draw(kind), attributes);
  }

  private static List<Field> fields(ByteBuffer buffer) {
    List<Field> fields = new ArrayList<>();
    while (buffer.hasRemaining()) {
      long key = varint(buffer);
      int number = (int) (key >>> 3);
      switch ((int) (key & 7)) {
        case 0 -> fields.add(new Field(number, varint(buffer), ByteBuffer.allocate(0)));
        case 1 ->
            fields.add(
                new Field(
                    number,
                    buffer.order(ByteOrder.LITTLE_ENDIAN).getLong(),
                    ByteBuffer.allocate(0)));
        case 2 -> {
          int length = (int) varint(buffer);
          fields.add(new Field(number, 0, buffer.slice(buffer.position(), length)));
          buffer.position(buffer.position() + length);
        }
        default -> throw new AssertionError("wire type " + (key & 7));
      }
    }
    return fields;
  }

  private static long varint(ByteBuffer buffer) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = buffer.get();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new AssertionError("a number without end");
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  private record Field(int number, long value, ByteBuffer block) {

    String text() {
      return StandardCharsets.UTF_8.decode(block.duplicate()).toString();
    }

    List<Integer> integers() {
      List<Integer> integers = new ArrayList<>();
      ByteBuffer rest = block.duplicate();
      while (rest.hasRemaining()) {
        integers.add((int) varint(rest));
      }
      return integers;
    }
  }

  /** Follows the drawing commands. */
  private static final class Pen {

    private final List<Integer> commands;
    private final List<List<Coordinate>> paths = new ArrayList<>();
    private int next;
    private int x;
    private int y;

    Pen(List<Integer> commands) {
      this.commands = commands;
    }

    Geometry draw(int kind) {
      check(!commands.isEmpty(), "no geometry is empty");
      boolean closed = false;
      while (next < commands.size()) {
        int command = commands.get(next++);
        int count = command >>> 3;
        check(count > 0, "a command is repeated at least once");
        switch (command & 7) {
          case 1 -> {
            check(kind == 1 || count == 1, "lines and rings start once");
            for (int i = 0; i < count; i++) {
              paths.add(new ArrayList<>(List.of(go())));
            }
          }
          case 2 -> {
            check(kind != 1, "points have no lines");
            for (int i = 0; i < count; i++) {
              Coordinate before = last().get(last().size() - 1);
              Coordinate point = go();
              check(!point.equals2D(before), "no step stands still");
              last().add(point);
            }
          }
          case 7 -> {
            check(kind == 3 && count == 1, "rings alone are closed");
            last().add(last().get(0).copy());
            closed = true;
          }
          default -> throw new AssertionError("command " + (command & 7));
        }
      }
      check(closed == (kind == 3), "rings are closed");
      return switch (kind) {
        case 1 ->
            FACTORY.createMultiPointFromCoords(
                paths.stream().map(p -> p.get(0)).toArray(Coordinate[]::new));
        case 2 ->
            FACTORY.createMultiLineString(
                paths.stream()
                    .map(p -> FACTORY.createLineString(p.toArray(Coordinate[]::new)))
                    .toArray(LineString[]::new));
        default -> areas();
      };
    }

    private Geometry areas() {
      List<Polygon> polygons = new ArrayList<>();
      LinearRing outer = null;
      List<LinearRing> holes = new ArrayList<>();
      for (List<Coordinate> path : paths) {
        Coordinate[] corners = path.toArray(Coordinate[]::new);
        if (Orientation.isCCW(corners)) {
          if (outer != null) {
            polygons.add(FACTORY.createPolygon(outer, holes.toArray(LinearRing[]::new)));
          }
          outer = FACTORY.createLinearRing(corners);
          holes.clear();
        } else {
          check(outer != null, "a hole needs a ring around it");
          holes.add(FACTORY.createLinearRing(corners));
        }
      }
      polygons.add(FACTORY.createPolygon(outer, holes.toArray(LinearRing[]::new)));
      return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private List<Coordinate> last() {
      return paths.get(paths.size() - 1);
    }

    private Coordinate go() {
      x += zigzag(commands.get(next++));
      y += zigzag(commands.get(next++));
      return new Coordinate(x, y);
    }

    private static int zigzag(int value) {
      return (value >>> 1) ^ -(value & 1);
    }
  }
}
