package org.vigie.geodata.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.vigie.geodata.access.Access;

/** The layers of this mission, in the order of the layer tree. Immutable. */
public final class LayerCatalog {

  private final Map<String, Layer> byName = new LinkedHashMap<>();

  public LayerCatalog(List<Layer> layers) {
    for (Layer layer : layers) {
      if (byName.put(layer.name(), layer) != null) {
        throw new IllegalArgumentException("layer " + layer.name() + " is declared twice");
      }
    }
  }

  public List<Layer> list() {
    return List.copyOf(byName.values());
  }

  /** The layers that a caller may read, each without the properties that are not for the caller. */
  public LayerCatalog readableFor(Access access) {
    return new LayerCatalog(
        list().stream()
            .filter(layer -> access.mayRead(layer.name()))
            .map(layer -> layer.visibleTo(access))
            .toList());
  }

  public Optional<Layer> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Layer get(String name) {
    return find(name).orElseThrow(() -> new NoSuchElementException("no layer " + name));
  }
}
