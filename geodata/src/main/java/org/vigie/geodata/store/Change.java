package org.vigie.geodata.store;

import java.time.Instant;
import java.util.Optional;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;

/**
 * One entry of the change log.
 *
 * @param sequence position in the log of the transaction that made the change; all changes of one
 *     transaction share it, and it grows in commit order
 * @param before the version before, empty for an insert
 * @param after the version after, empty for a delete
 * @param reason why, where it was given or what was imported; may be empty
 * @param committedAt when others could first see it
 */
public record Change(
    long sequence,
    Operation operation,
    Optional<Feature> before,
    Optional<Feature> after,
    Author author,
    String reason,
    Instant committedAt) {

  /** What was done. */
  public enum Operation {
    INSERT,
    UPDATE,
    DELETE
  }
}
