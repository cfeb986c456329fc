package org.vigie.geodata.basemap.cut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.store.Ground;

/** The layers of what is cut: each of one shape, areas at the bottom and points on top. */
final class CutLayers {

  private static final int MOST_LAYERS = 50;
  private static final int MOST_FIELDS = 30;
  private static final int MOST_TEXT = 200;

  private record Key(String source, Ground.Shape shape) {}

  private static final class Found {
    private final int number;
    private final Set<String> fields = new LinkedHashSet<>();

    Found(int number) {
      this.number = number;
    }
  }

  private final Map<Key, Found> layers = new LinkedHashMap<>();

  static Ground.Shape shape(Geometry geometry) {
    return switch (geometry.getDimension()) {
      case 0 -> Ground.Shape.POINT;
      case 1 -> Ground.Shape.LINE;
      default -> Ground.Shape.AREA;
    };
  }

  /** The number of the layer that these stand in; -1 when there are too many layers. */
  int number(String source, Ground.Shape shape) {
    Key key = new Key(source, shape);
    if (!layers.containsKey(key) && layers.size() >= MOST_LAYERS) {
      return -1;
    }
    return layers.computeIfAbsent(key, k -> new Found(layers.size())).number;
  }

  /**
   * What of the attributes is kept: the first thirty fields of a layer, texts of 200 characters.
   */
  Map<String, Object> kept(String source, Ground.Shape shape, Map<String, Object> attributes) {
    Found layer = layers.get(new Key(source, shape));
    Map<String, Object> kept = new LinkedHashMap<>();
    attributes.forEach(
        (name, value) -> {
          if (layer != null && (layer.fields.size() < MOST_FIELDS || layer.fields.contains(name))) {
            layer.fields.add(name);
            kept.put(
                name,
                value instanceof String text && text.length() > MOST_TEXT
                    ? text.substring(0, MOST_TEXT)
                    : value);
          }
        });
    return kept;
  }

  /** Names by number: that of the source, with the shape when the source has several. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Key key : layers.keySet()) {
      long shapes = layers.keySet().stream().filter(k -> k.source().equals(key.source())).count();
      names.add(shapes == 1 ? key.source() : key.source() + " " + word(key.shape()));
    }
    return names;
  }

  /** Numbers in the order in which the layers are drawn. */
  List<Integer> order() {
    List<Integer> order = new ArrayList<>();
    for (Ground.Shape shape : List.of(Ground.Shape.AREA, Ground.Shape.LINE, Ground.Shape.POINT)) {
      layers.forEach(
          (key, found) -> {
            if (key.shape() == shape) {
              order.add(found.number);
            }
          });
    }
    return order;
  }

  List<Ground.Layer> ground() {
    List<String> names = names();
    List<Ground.Layer> all = new ArrayList<>();
    layers.forEach(
        (key, found) ->
            all.add(
                new Ground.Layer(names.get(found.number), key.shape(), List.copyOf(found.fields))));
    return order().stream().map(all::get).toList();
  }

  private static String word(Ground.Shape shape) {
    return switch (shape) {
      case POINT -> "points";
      case LINE -> "lines";
      case AREA -> "areas";
    };
  }
}
