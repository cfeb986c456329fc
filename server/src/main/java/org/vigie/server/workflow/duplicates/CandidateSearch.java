package org.vigie.server.workflow.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.duplicate.Likeness;
import org.vigie.geodata.duplicate.Window;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.query.FeaturePage;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureLink;
import org.vigie.geodata.store.FeatureStore;

/** Finds what may be the same as a feature, among what one caller sees. */
final class CandidateSearch {

  /** How many features near in space and time are compared; more are cut, and it is said. */
  static final int MOST_COMPARED = 500;

  /** How many are proposed. */
  static final int MOST_PROPOSED = 10;

  private static final Set<LinkType> SETTLED = Set.of(LinkType.SAME_AS, LinkType.DISTINCT_FROM);

  /** One that may be the same. */
  record Candidate(Feature feature, Likeness likeness) {}

  /**
   * @param isCut whether more lay near than were compared
   */
  record Found(List<Candidate> candidates, boolean isCut) {}

  private final FeatureStore seen;
  private final Layer layer;

  CandidateSearch(FeatureStore seen, Layer layer) {
    this.seen = seen;
    this.layer = layer;
  }

  /**
   * @param id of the feature when it is stored: itself and what was decided about it are left out
   */
  Found of(Feature feature, Optional<FeatureId> id) throws BadInputException {
    Optional<FeatureQuery> query = Window.around(feature, layer);
    if (query.isEmpty() || isMerged(feature)) {
      return new Found(List.of(), false);
    }
    Set<FeatureId> settled = new HashSet<>();
    if (id.isPresent()) {
      settled.add(id.get());
      for (FeatureLink link : seen.links(layer.name(), id.get())) {
        if (SETTLED.contains(link.type())) {
          settled.add(link.from().id());
          settled.add(link.to().id());
        }
      }
    }
    FeaturePage near = seen.page(query.get(), MOST_COMPARED, Optional.empty());
    List<Candidate> candidates = new ArrayList<>();
    for (Feature other : near.features()) {
      if (!settled.contains(other.id()) && !isMerged(other)) {
        Likeness likeness = Likeness.of(feature, other);
        if (likeness.isWorthALook()) {
          candidates.add(new Candidate(other, likeness));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble((Candidate c) -> -c.likeness().score())
            .thenComparing(c -> c.feature().id().toString()));
    return new Found(
        List.copyOf(candidates.subList(0, Math.min(MOST_PROPOSED, candidates.size()))),
        near.next().isPresent());
  }

  private boolean isMerged(Feature feature) {
    return layer
        .workflow()
        .flatMap(Workflow::merged)
        .map(state -> state.equals(layer.workflow().orElseThrow().stateOf(feature.properties())))
        .orElse(false);
  }
}
