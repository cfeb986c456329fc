package org.vigie.server.workflow.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.duplicate.Likeness;
import org.vigie.geodata.duplicate.Window;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.server.workflow.duplicates.CandidateSearch.Candidate;

/** Finds the open incidents near a report in space and time, among what one caller sees. */
final class IncidentSearch {

  /** How many are proposed. */
  private static final int MOST_PROPOSED = 3;

  /** Lower than for duplicates: a report has neither a type nor parties to agree on. */
  private static final double WORTH_PROPOSING = 0.55;

  private final FeatureStore seen;
  private final Layer incidents;
  private final Workflow workflow;

  IncidentSearch(FeatureStore seen, Layer incidents) {
    this.seen = seen;
    this.incidents = incidents;
    this.workflow = incidents.workflow().orElseThrow();
  }

  /** The likeliest first; none for a report that is linked or was corrected. */
  List<Candidate> of(Feature report) throws BadInputException {
    Optional<FeatureQuery> near = Window.around(report, incidents);
    if (near.isEmpty() || isSettled(report)) {
      return List.of();
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Feature incident :
        seen.page(near.get(), CandidateSearch.MOST_COMPARED, Optional.empty()).features()) {
      Likeness likeness = Likeness.of(report, incident);
      if (isOpen(incident) && likeness.score() >= WORTH_PROPOSING) {
        candidates.add(new Candidate(incident, likeness));
      }
    }
    candidates.sort(
        Comparator.comparingDouble((Candidate c) -> -c.likeness().score())
            .thenComparing(c -> c.feature().id().toString()));
    return candidates.subList(0, Math.min(MOST_PROPOSED, candidates.size()));
  }

  private boolean isSettled(Feature report) {
    FeatureRef own = FeatureRef.of(report);
    return seen.links(own.layer(), own.id()).stream()
        .anyMatch(
            link ->
                (link.type() == LinkType.REPORTED_BY && link.from().equals(own))
                    || (link.type() == LinkType.CORRECTS && link.to().equals(own)));
  }

  /** Whether somebody should still take it to another state. */
  private boolean isOpen(Feature incident) {
    return workflow.targets().containsKey(workflow.stateOf(incident.properties()));
  }
}
