package org.vigie.geodata.transfer;

import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.LoadedStates;

/**
 * What is to be imported, and into what.
 *
 * @param mapping what the user declared about the file
 * @param states whether the file may say where its features stand in the workflow
 */
public record ImportPlan(ByteSource source, Layer layer, Mapping mapping, LoadedStates states) {

  /** States are those of the workflow. */
  public ImportPlan(ByteSource source, Layer layer, Mapping mapping) {
    this(source, layer, mapping, LoadedStates.OF_WORKFLOW);
  }

  /** Whether the feature says a state that is left to the workflow all the same. */
  boolean leavesState(Feature feature) {
    return states == LoadedStates.OF_WORKFLOW
        && layer
            .workflow()
            .filter(w -> !w.stateOf(feature.properties()).equals(w.initial()))
            .isPresent();
  }
}
