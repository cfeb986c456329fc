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

  /** What a load did to features already known by identity. */
  public record Counts(long inserted, long updated, long unchanged) {}

  /** What taking a load back did: {@code kept} were edited since and stay. */
  public record Undo(long removed, long restored, long kept) {}
}
