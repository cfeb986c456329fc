package org.vigie.geodata.store;

import java.util.List;
import java.util.Map;
import org.vigie.geodata.model.FeatureId;

/**
 * Titles of features.
 *
 * @param asOf the last write that touched something of what the caller may see, from the same
 *     snapshot
 * @param byId of those that have one and are seen
 */
public record Titles(LogPosition asOf, Map<FeatureId, String> byId) {

  /** In the order of these features; the empty string for those without. */
  public List<String> of(List<FeatureId> ids) {
    return ids.stream().map(id -> byId.getOrDefault(id, "")).toList();
  }
}
