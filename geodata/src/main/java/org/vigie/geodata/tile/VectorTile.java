package org.vigie.geodata.tile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * A tile in the making (Mapbox Vector Tile Specification 2.1). Features are kept in the order they
 * are added; a feature of which nothing lies in the tile is left out, and so is an empty layer.
 */
public final class VectorTile {

  private static final int VERSION = 2;

  private final TileAddress address;
  private final Protobuf tile = new Protobuf();
  private final Set<String> names = new LinkedHashSet<>();

  public VectorTile(TileAddress address) {
    this.address = address;
  }

  /** Begins a layer, whose name no other may have; {@link TileLayer#end} puts it into the tile. */
  public TileLayer layer(String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("there is a layer '" + name + "' already");
    }
    return new TileLayer(name);
  }

  /** The bytes; none when no layer has a feature. */
  public byte[] toByteArray() {
    return tile.toByteArray();
  }

  /** One layer: its features share a dictionary of names and values. */
  public final class TileLayer {

    private final String name;
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();
    private final Protobuf features = new Protobuf();
    private final Protobuf one = new Protobuf();
    private boolean empty = true;

    private TileLayer(String name) {
      this.name = name;
    }

    /**
     * @param geometry WGS 84 longitude/latitude
     * @param attributes texts, whole numbers as Long, other numbers as Double
     */
    public TileLayer add(Geometry geometry, Map<String, Object> attributes) {
      return add(TileGeometry.of(geometry, address), attributes);
    }

    /**
     * The same for a geometry that is projected already.
     *
     * @param geometry in units of the square world, 0 to 1 from the west and from the north
     */
    public TileLayer addProjected(Geometry geometry, Map<String, Object> attributes) {
      return add(TileGeometry.ofProjected(geometry, address), attributes);
    }

    private TileLayer add(Map<Commands.Kind, int[]> drawn, Map<String, Object> attributes) {
      drawn.forEach(
          (kind, commands) -> {
            empty = false;
            features.message(
                2,
                one.clear().packed(2, tags(attributes)).number(3, kind.code).packed(4, commands));
          });
      return this;
    }

    /** Completes the layer. */
    public void end() {
      if (empty) {
        return;
      }
      Protobuf layer = new Protobuf().number(15, VERSION).text(1, name);
      layer.append(features);
      keys.keySet().forEach(key -> layer.text(3, key));
      values.keySet().forEach(value -> layer.message(4, value(value)));
      tile.message(3, layer.number(5, TileAddress.EXTENT));
    }

    private int[] tags(Map<String, Object> attributes) {
      int[] tags = new int[attributes.size() * 2];
      int i = 0;
      for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
        tags[i++] = keys.computeIfAbsent(attribute.getKey(), k -> keys.size());
        tags[i++] = values.computeIfAbsent(attribute.getValue(), v -> values.size());
      }
      return tags;
    }

    private Protobuf value(Object value) {
      if (value instanceof String text) {
        return one.clear().text(1, text);
      }
      if (value instanceof Double real) {
        return one.clear().real(3, real);
      }
      if (value instanceof Long whole) {
        return one.clear().number(6, (whole << 1) ^ (whole >> 63));
      }
      throw new IllegalArgumentException("no value of a tile: " + value.getClass());
    }
  }
}
