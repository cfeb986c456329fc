package org.vigie.server.exercise;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.store.Writing;

/** Where the steps of the chronicle write: one transaction, and the versions they wrote before. */
final class Desk {

  /** Versions by what they are of, from one transaction to the next. */
  static final class Versions {
    private final Map<FeatureId, Feature> byId = new HashMap<>();
  }

  private final FeatureStore store;
  private final Writing writing;
  private final Versions versions;

  Desk(FeatureStore store, Writing writing, Versions versions) {
    this.store = store;
    this.writing = writing;
    this.versions = versions;
  }

  Writing writing() {
    return writing;
  }

  void insert(Feature feature) throws BadInputException {
    versions.byId.put(feature.id(), writing.insert(feature));
  }

  /** Changes what the feature is by now. */
  Feature change(FeatureRef ref, UnaryOperator<Feature> change)
      throws BadInputException, StaleVersionException {
    Feature now = current(ref);
    Feature stored = writing.replace(change.apply(now), now.version());
    versions.byId.put(ref.id(), stored);
    return stored;
  }

  Feature current(FeatureRef ref) {
    return versions.byId.computeIfAbsent(
        ref.id(), id -> store.find(ref.layer(), ref.id()).orElseThrow());
  }
}
