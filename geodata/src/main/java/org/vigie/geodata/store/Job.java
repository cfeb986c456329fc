package org.vigie.geodata.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.model.Classification;

/**
 * A run of a process in the background, as its owner is told of it.
 *
 * @param request the JSON document that asked for it
 * @param percent how far it is, 0 to 100
 * @param message what is being done, or why it is over
 * @param position of the log that it reads; empty until it has begun
 * @param features how many were read, 0 until it is over
 * @param mark highest classification of what was read
 * @param resultBytes size of what it gave, 0 for nothing
 * @param expires when it is forgotten; empty while it is not over
 */
public record Job(
    UUID id,
    String process,
    String request,
    State state,
    int percent,
    String message,
    Optional<LogPosition> position,
    long features,
    Classification mark,
    long resultBytes,
    Instant created,
    Optional<Instant> started,
    Optional<Instant> finished,
    Instant updated,
    Optional<Instant> expires) {

  /** Where a job stands. */
  public enum State {
    ACCEPTED,
    RUNNING,
    SUCCESSFUL,
    FAILED,
    DISMISSED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more will happen to it. */
    public boolean isOver() {
      return this != ACCEPTED && this != RUNNING;
    }
  }
}
