package org.vigie.server.workflow.duplicates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Schema;
import org.vigie.server.workflow.Shown;

/** A version that the caller had before him when he decided. */
record LookedAt(@Nullable String id, long version) {

  static final Schema SCHEMA =
      Schema.object("id", Schema.string(), "version", Schema.integer()).requiring("id", "version");

  static final LookedAt NOTHING = new LookedAt("", 0);

  /** The feature as it was looked at, which it must still be. */
  Feature current(FeatureStore seen, Layer layer) throws BadInputException {
    Feature feature =
        find(seen, layer)
            .orElseThrow(
                () ->
                    new BadInputException(
                        Fault.of(
                            "id",
                            Message.of("there is no feature {id}", id),
                            "Name a feature that you can see")));
    if (feature.version() != version) {
      throw overtaken(seen, layer, List.of(this));
    }
    return feature;
  }

  private Optional<Feature> find(FeatureStore seen, Layer layer) {
    return FeatureId.find(id == null ? "" : id).flatMap(each -> seen.find(layer.name(), each));
  }

  /** Names those that are not as they were looked at. */
  static ProblemException overtaken(FeatureStore seen, Layer layer, List<LookedAt> all) {
    List<String> changed = new ArrayList<>();
    for (LookedAt each : all) {
      each.find(seen, layer)
          .filter(feature -> feature.version() != each.version)
          .ifPresent(feature -> changed.add(Shown.of(layer, feature).title()));
    }
    return ProblemException.of(
        412,
        "Precondition Failed",
        Message.of(
            "Somebody changed it first: {value}. Look again.",
            changed.isEmpty() ? "one of them is gone" : String.join(", ", changed)));
  }
}
