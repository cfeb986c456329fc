package org.vigie.geodata.store.postgis;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.LoadedStates;

/** What the stage of a bulk load says about the state that a stored feature keeps. */
final class KeptState {

  private static final String[] NONE = {};

  private final Optional<Workflow> workflow;

  private KeptState(Optional<Workflow> workflow) {
    this.workflow = workflow;
  }

  static KeptState of(Layer layer, LoadedStates states) {
    return new KeptState(
        states == LoadedStates.OF_WORKFLOW ? layer.workflow() : Optional.<Workflow>empty());
  }

  /** The feature in the initial state; what is stored already keeps its own over that. */
  Feature begun(Feature feature) {
    return workflow.map(w -> feature.withProperty(w.property(), w.initial())).orElse(feature);
  }

  /** The property whose stored value is kept; null when the source's counts. */
  @Nullable String property() {
    return workflow.map(Workflow::property).orElse(null);
  }

  /** States that are lost when the load brings the feature under the two-person rule. */
  String[] decided(Feature feature) {
    return workflow
        .map(Workflow::twoPerson)
        .map(
            rule ->
                rule.states().stream()
                    .filter(state -> rule.covers(state, feature.properties()))
                    .toArray(String[]::new))
        .orElse(NONE);
  }

  /** The property that says whether the rule holds; null when it holds for all. */
  @Nullable String decidedBy() {
    return workflow.flatMap(w -> w.twoPerson().by()).orElse(null);
  }
}
