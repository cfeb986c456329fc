package org.vigie.server.workflow.duplicates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.server.workflow.duplicates.CandidateSearch.Candidate;
import org.vigie.server.workflow.duplicates.CandidateSearch.Found;

/** Likely duplicates of what an import brought, within it and against the rest, part by part. */
final class ImportedPairs {

  /** How many of the import one request compares. */
  static final int PART = 200;

  /** Two that may be the same; each pair of a part comes once. */
  record Pair(Feature one, Candidate other) {}

  /**
   * @param compared how many of the import were looked at
   * @param isCut whether more lay near one of them than were compared
   * @param next where the following part starts; empty after the last
   */
  record Part(int compared, List<Pair> pairs, boolean isCut, Optional<FeatureId> next) {}

  private final FeatureStore seen;
  private final Layer layer;

  ImportedPairs(FeatureStore seen, Layer layer) {
    this.seen = seen;
    this.layer = layer;
  }

  Part read(Batch batch, Optional<FeatureId> after) throws BadInputException {
    List<FeatureId> part = seen.features(batch, after, PART + 1);
    List<FeatureId> now = part.subList(0, Math.min(PART, part.size()));
    CandidateSearch search = new CandidateSearch(seen, layer);
    List<Pair> pairs = new ArrayList<>();
    Set<Set<String>> told = new HashSet<>();
    boolean isCut = false;
    for (FeatureId id : now) {
      Optional<Feature> current = seen.find(layer.name(), id);
      if (current.isEmpty()) {
        continue;
      }
      Feature feature = current.get();
      Found found = search.of(feature, Optional.of(feature.id()));
      isCut |= found.isCut();
      for (Candidate other : found.candidates()) {
        if (told.add(Set.of(feature.id().toString(), other.feature().id().toString()))) {
          pairs.add(new Pair(feature, other));
        }
      }
    }
    Optional<FeatureId> next =
        part.size() > PART ? Optional.of(now.get(now.size() - 1)) : Optional.empty();
    return new Part(now.size(), pairs, isCut, next);
  }
}
