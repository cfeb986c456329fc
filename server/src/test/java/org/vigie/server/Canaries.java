package org.vigie.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.store.Attachments;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;

/**
 * Canaries of every layer, mark, compartment and side of the country, some raised, some deleted.
 */
final class Canaries {

  static final String POC = "POC";

  private final Canary.Maker maker = new Canary.Maker();
  private final Map<UUID, UUID> photographs = new LinkedHashMap<>();
  private final List<Canary> list = new ArrayList<>();
  private final LayerCatalog catalog;
  private final GuardedStore store;

  /** Writes them into the store. */
  Canaries(LayerCatalog catalog, GuardedStore store) throws Exception {
    this.catalog = catalog;
    this.store = store;
    seed();
  }

  List<Canary> list() {
    return list;
  }

  List<Canary> of(Layer layer) {
    return list.stream().filter(c -> c.layer().name().equals(layer.name())).toList();
  }

  /** Id of its photograph; those that were deleted have none. */
  Optional<UUID> photograph(Canary canary) {
    return Optional.ofNullable(photographs.get(canary.feature().id().value()));
  }

  private void seed() throws Exception {
    FeatureStore all = store.as(Access.everything(new Author("canary")));
    for (Layer layer : catalog.list()) {
      for (Classification classification : Classification.values()) {
        for (Set<String> compartments : List.of(Set.<String>of(), Set.of(POC))) {
          for (boolean east : new boolean[] {true, false}) {
            add(all, maker.make(layer, classification, compartments, east));
          }
        }
      }
      raised(all, layer);
      deleted(all, maker.make(layer, Classification.STRICTLY_CONFIDENTIAL, Set.of(), false));
    }
  }

  private void add(FeatureStore all, Canary canary) throws Exception {
    Feature stored = all.write(writing -> writing.insert(canary.feature()));
    list.add(
        new Canary(
            canary.feature().withGeometry(stored.geometry()),
            canary.layer(),
            photographed(stored, canary.words()),
            false));
  }

  /** With words in the name, the picture and the small picture. */
  private Map<String, String> photographed(Feature feature, Map<String, String> words)
      throws Exception {
    Map<String, String> more = new LinkedHashMap<>(words);
    for (String part : List.of("photograph", "picture", "thumbnail")) {
      more.put(part, maker.word());
    }
    UUID id =
        store
            .attachments(Access.everything(new Author("canary")))
            .add(
                FeatureRef.of(feature),
                new Attachments.Picture(
                    more.get("photograph"),
                    "image/jpeg",
                    1,
                    1,
                    more.get("picture").getBytes(StandardCharsets.US_ASCII),
                    more.get("thumbnail").getBytes(StandardCharsets.US_ASCII)))
            .orElseThrow()
            .id();
    photographs.put(feature.id().value(), id);
    return more;
  }

  /** Open to all once, with other words; then edited where the layer can be, and raised. */
  private void raised(FeatureStore all, Layer layer) throws Exception {
    Canary low = maker.make(layer, Classification.UNCLASSIFIED, Set.of(), false);
    Feature first = all.write(writing -> writing.insert(low.feature()));
    Feature high = first.withMarks(Classification.STRICTLY_CONFIDENTIAL, Set.of());
    Map<String, String> words = photographed(first, low.words());
    if (!layer.appendOnly()) {
      String word = maker.word();
      Map<String, Object> properties = new LinkedHashMap<>(high.properties());
      properties.replaceAll(
          (name, value) -> low.words().get(Canary.OPEN).equals(value) ? word : value);
      high = high.withProperties(properties);
      words.put(Canary.OLD, low.words().get(Canary.OPEN));
      words.put(Canary.OPEN, word);
    }
    Feature raised = high;
    all.write(writing -> writing.replace(raised, first.version()));
    list.add(new Canary(raised, layer, words, false));
  }

  private void deleted(FeatureStore all, Canary canary) throws Exception {
    Feature stored = all.write(writing -> writing.insert(canary.feature()));
    if (!canary.layer().appendOnly()) {
      all.write(
          writing -> {
            writing.delete(stored.layer(), stored.id(), stored.version());
            return stored;
          });
    }
    list.add(
        new Canary(canary.feature(), canary.layer(), canary.words(), !canary.layer().appendOnly()));
  }
}
