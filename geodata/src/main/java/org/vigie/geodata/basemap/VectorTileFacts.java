package org.vigie.geodata.basemap;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.geodata.store.Ground;

/**
 * What vector tiles (MVT 2.1) hold, gathered over some of them: layers, their shapes and fields.
 */
final class VectorTileFacts {

  private static final int TILE_LAYERS = 3;
  private static final int LAYER_NAME = 1;
  private static final int LAYER_FEATURES = 2;
  private static final int LAYER_KEYS = 3;
  private static final int FEATURE_TYPE = 3;
  private static final int MOST_LAYERS = 100;
  private static final int MOST_FIELDS = 100;

  private static final class Facts {
    private final Map<Ground.Shape, Integer> shapes = new EnumMap<>(Ground.Shape.class);
    private final Set<String> fields = new LinkedHashSet<>();
  }

  private final Map<String, Facts> layers = new LinkedHashMap<>();

  /** Whether these bytes are layers and nothing else. No bytes are no tile. */
  static boolean isVectorTile(byte[] bytes) {
    WireReader tile = new WireReader(bytes);
    int layers = 0;
    while (tile.next()) {
      if (tile.field() != TILE_LAYERS || !tile.isBlock()) {
        return false;
      }
      layers++;
    }
    return layers > 0 && !tile.isBroken();
  }

  /** Takes in a tile, not compressed. */
  void add(byte[] bytes) {
    WireReader tile = new WireReader(bytes);
    while (tile.next()) {
      if (tile.field() == TILE_LAYERS && tile.isBlock()) {
        addLayer(tile);
      }
    }
  }

  private void addLayer(WireReader tile) {
    String name = "";
    Facts facts = new Facts();
    WireReader layer = tile.block();
    while (layer.next()) {
      if (layer.field() == LAYER_NAME && layer.isBlock()) {
        name = layer.text();
      } else if (layer.field() == LAYER_KEYS && layer.isBlock()) {
        facts.fields.add(layer.text());
      } else if (layer.field() == LAYER_FEATURES && layer.isBlock()) {
        addFeature(layer.block(), facts);
      }
    }
    if (layers.size() >= MOST_LAYERS && !layers.containsKey(name)) {
      return;
    }
    Facts known = layers.computeIfAbsent(name, n -> new Facts());
    facts.shapes.forEach((shape, count) -> known.shapes.merge(shape, count, Integer::sum));
    facts.fields.stream()
        .limit(Math.max(0, MOST_FIELDS - known.fields.size()))
        .forEach(known.fields::add);
  }

  private static void addFeature(WireReader feature, Facts facts) {
    while (feature.next()) {
      if (feature.field() == FEATURE_TYPE && !feature.isBlock()) {
        switch ((int) feature.number()) {
          case 1 -> facts.shapes.merge(Ground.Shape.POINT, 1, Integer::sum);
          case 2 -> facts.shapes.merge(Ground.Shape.LINE, 1, Integer::sum);
          case 3 -> facts.shapes.merge(Ground.Shape.AREA, 1, Integer::sum);
          default -> {
            // unknown by the standard's own word
          }
        }
      }
    }
  }

  /**
   * The layers: first those that the file declares, in its order, then others that were seen.
   *
   * @param declared fields by name of the layer
   */
  List<Ground.Layer> layers(Map<String, List<String>> declared) {
    Map<String, Ground.Layer> all = new LinkedHashMap<>();
    declared.forEach(
        (name, fields) -> all.put(name, new Ground.Layer(name, shape(name), shortened(fields))));
    layers.forEach(
        (name, facts) ->
            all.putIfAbsent(name, new Ground.Layer(name, shape(name), List.copyOf(facts.fields))));
    return all.values().stream().limit(MOST_LAYERS).toList();
  }

  private static List<String> shortened(List<String> fields) {
    return fields.stream().limit(MOST_FIELDS).toList();
  }

  private Ground.Shape shape(String name) {
    Facts facts = layers.get(name);
    return facts == null
        ? Ground.Shape.LINE
        : facts.shapes.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(Ground.Shape.LINE);
  }
}
