package org.vigie.geodata.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs in the background of one caller ({@link GuardedStore#jobs}). Those of others are absent, and
 * so is an own one that read something the caller may not see any more.
 */
public interface Jobs {

  /**
   * Keeps a job to be run with the caller's rights of now, whatever becomes of this process.
   *
   * @param request a JSON document
   * @param most how many of the caller's may wait and run at a time
   * @return empty when there are that many
   */
  Optional<Job> add(UUID id, String process, String request, int most);

  /** The newest first. */
  List<Job> list();

  Optional<Job> find(UUID id);

  /** What a job gave: its outputs, or why it failed; empty while it has given nothing. */
  Optional<byte[]> result(UUID id);

  /**
   * Stops a job that is not over and keeps it as dismissed; forgets one that is over.
   *
   * @return what it was; empty when there is none
   */
  Optional<Job> dismiss(UUID id);
}
