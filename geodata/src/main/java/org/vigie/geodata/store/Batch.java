package org.vigie.geodata.store;

import java.time.Instant;
import java.util.UUID;
import org.vigie.geodata.model.Author;

/** A committed bulk load. */
public record Batch(
    UUID id,
    String layer,
    String title,
    Author author,
    Instant committedAt,
    Counts counts,
    boolean undone) {

  /**
   * What a load did, by feature added.
   *
   * @param inserted new
   * @param updated known by identity, and the load brought something new
   * @param unchanged known by identity, and the load brought nothing new
   * @param repeated left out because the same identity came again later in the same load
   */
  public record Counts(long inserted, long updated, long unchanged, long repeated) {}

  /** What taking a load back did: {@code kept} are no longer as it left them, and stay. */
  public record Undo(long removed, long restored, long kept) {}
}
