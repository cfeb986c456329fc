package org.vigie.geodata.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;

/**
 * That features were merged into one, or one was split in two: what it changed, so that it can be
 * undone. Visible to those who see every feature in it.
 *
 * @param undone whether it was taken back since
 */
public record Merge(Draft draft, Author author, Instant at, boolean undone) {

  /** What was done. */
  public enum Kind {
    MERGE,
    SPLIT
  }

  /**
   * What one transaction did.
   *
   * @param layer of all its features
   * @param subject the feature that was kept, or that was split
   * @param parts every feature that was written, the subject among them
   * @param made links that were made
   * @param ended links that were taken back
   */
  public record Draft(
      UUID id,
      Kind kind,
      String layer,
      FeatureId subject,
      List<Part> parts,
      List<UUID> made,
      List<UUID> ended) {

    public Draft {
      parts = List.copyOf(parts);
      made = List.copyOf(made);
      ended = List.copyOf(ended);
    }

    public FeatureRef ref(Part part) {
      return new FeatureRef(layer, part.id());
    }
  }

  /**
   * @param version the version it got
   */
  public record Part(FeatureId id, long version) {}
}
