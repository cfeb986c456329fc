package org.vigie.geodata.store;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Marking;

/**
 * Jobs as those see them who run them: several processes may take from one queue. A job whose
 * runner has been silent for {@link #SILENCE} is anybody's again.
 */
public interface JobQueue {

  Duration SILENCE = Duration.ofSeconds(15);

  /**
   * A job to be run.
   *
   * @param access as whom it reads; changes nothing
   * @param position of the log that an earlier attempt began to read, and this one must read
   */
  record Taken(
      UUID id, String process, String request, Access access, Optional<LogPosition> position) {}

  /**
   * What was read for a result: whoever may not see all of it may not see the result.
   *
   * @param layers names of the layers
   * @param features how many
   */
  record Reading(Marking marking, Set<String> layers, long features) {}

  /** How a job ended and what it gave. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record End(Job.State state, String message, byte[] result, Reading reading) {}

  /**
   * How much is kept of jobs that are over.
   *
   * @param time from their end on
   * @param most of one owner; the oldest go first
   * @param mostBytes of the results of one owner, likewise
   */
  record Keep(Duration time, int most, long mostBytes) {}

  /** The oldest job that waits, of an owner with the fewest that run. */
  Optional<Taken> take(UUID runner);

  /** Notes what a job reads, before it reads. */
  void begin(UUID id, LogPosition position);

  /**
   * Notes how far a job is.
   *
   * @return whether this runner is to go on with it
   */
  boolean goOn(UUID id, UUID runner, int percent, String message);

  /** Ends a job of this runner; nothing happens when it was dismissed meanwhile. */
  void end(UUID id, UUID runner, End end, Keep keep);

  /** Puts a job back to be run again, by whomever. */
  void giveBack(UUID id, UUID runner, String message);

  /**
   * Ends jobs that were lost with their runner too often.
   *
   * @param attempts how many are enough
   * @return how many jobs that were
   */
  int endLost(int attempts, End end, Keep keep);

  /** Forgets what has expired. */
  void forgetExpired();
}
