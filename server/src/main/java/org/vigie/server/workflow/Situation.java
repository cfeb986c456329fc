package org.vigie.server.workflow;

import java.util.List;
import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.workflow.Offer;
import org.vigie.geodata.workflow.Stay;
import org.vigie.geodata.workflow.Writers;
import org.vigie.server.http.Caller;

/**
 * Where a feature stands in its workflow and what the caller can do about it.
 *
 * @param history versions, oldest first
 */
record Situation(
    Layer layer,
    Workflow workflow,
    Feature feature,
    List<Change> history,
    LinkedReports reports,
    List<Offer> offers,
    Author asker) {

  static Situation of(FeatureStore seen, Layer layer, Feature feature, Caller caller) {
    Workflow workflow = layer.workflow().orElseThrow();
    List<Change> history = seen.history(layer.name(), feature.id());
    LinkedReports reports = LinkedReports.of(seen, feature);
    Writers writers = Writers.of(workflow, history, reports.histories(seen));
    Author asker = caller.access().author();
    return new Situation(
        layer,
        workflow,
        feature,
        history,
        reports,
        Offer.all(workflow, feature, asker, caller.roles(), writers),
        asker);
  }

  String state() {
    return workflow.stateOf(feature.properties());
  }

  List<Stay> stays() {
    return Stay.of(workflow, history);
  }

  /** The state before the last step, when the caller took it and nothing happened since. */
  Optional<String> undoable() {
    if (history.isEmpty()) {
      return Optional.empty();
    }
    Change last = history.get(history.size() - 1);
    boolean own = last.author().equals(asker) && Writers.isStep(workflow, last);
    return own
        ? last.before().map(before -> workflow.stateOf(before.properties()))
        : Optional.empty();
  }

  Optional<Offer> findOffer(String to) {
    return offers.stream().filter(offer -> offer.to().equals(to)).findFirst();
  }
}
