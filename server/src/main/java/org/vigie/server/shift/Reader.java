package org.vigie.server.shift;

import java.util.Map;
import java.util.Set;
import org.vigie.geodata.model.FeatureRef;

/**
 * Whoever asks what changed.
 *
 * @param singly versions that he said to have seen by themselves
 */
record Reader(String name, Map<FeatureRef, Long> singly) {

  /** Whether he needs no telling: he said so, or nobody else had a hand in it. */
  boolean hasSeen(FeatureRef feature, long version, Set<String> authors) {
    Long seen = singly.get(feature);
    return (seen != null && seen == version) || authors.equals(Set.of(name));
  }
}
