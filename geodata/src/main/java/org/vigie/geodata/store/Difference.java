package org.vigie.geodata.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.FeatureRef;

/**
 * What differs for one caller between a former position of the log and a later one. It is all that
 * may be told: a feature that was hidden from the caller at both is not in it, and one that he saw
 * and does not see any more is only gone, whether it was deleted, marked higher or moved away.
 *
 * @param until as of when, in the log of everybody: not for the caller's eyes
 * @param position the same as far as the caller sees
 * @param entries by layer and id; empty when there are more than were asked for
 * @param crowded layers with changes when they were too many to tell one by one
 */
public record Difference(
    long until, LogPosition position, List<Entry> entries, Set<String> crowded) {

  /** What became of a feature, from the caller's view. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * One feature that differs.
   *
   * @param version of now; of then for a removed one
   * @param before box around where it was, for those that were there
   * @param after box around where it is
   */
  public record Entry(
      FeatureRef feature,
      Kind kind,
      long version,
      Optional<BoundingBox> before,
      Optional<BoundingBox> after) {}

  public Difference {
    entries = List.copyOf(entries);
    crowded = Set.copyOf(crowded);
  }

  public boolean isEmpty() {
    return entries.isEmpty() && crowded.isEmpty();
  }
}
