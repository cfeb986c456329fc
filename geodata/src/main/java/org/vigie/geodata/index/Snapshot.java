package org.vigie.geodata.index;

import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.store.LogPosition;

/**
 * All that is kept, at one position of the log. Immutable: whoever reads it sees one state.
 *
 * @param position the last write that is in it
 */
record Snapshot(LogPosition position, Map<String, LayerRows> layers, Positions positions) {

  Snapshot {
    layers = Map.copyOf(layers);
  }

  Optional<LayerRows> find(String layer) {
    return Optional.ofNullable(layers.get(layer));
  }

  long count() {
    return layers.values().stream().mapToLong(LayerRows::count).sum();
  }

  long bytes() {
    return layers.values().stream().mapToLong(LayerRows::bytes).sum();
  }
}
