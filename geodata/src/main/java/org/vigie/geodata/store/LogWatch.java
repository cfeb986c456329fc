package org.vigie.geodata.store;

import java.time.Instant;

/**
 * Tells how far the change log reaches, in commit order and soon after each commit, whatever
 * process made it. What was changed is then read as somebody: {@link FeatureStore#forEachChange},
 * {@link FeatureStore#difference}.
 */
public interface LogWatch {

  /** Whoever wants to know. Called on one thread that all share: hand on what takes long. */
  interface Follower {

    /**
     * Everything up to here is committed and can be read. Commits that came together are told once.
     * Also called with an unchanged position when the log can be read again after {@link #lost}.
     */
    void reached(LogPosition position);

    /** The log cannot be read: what is known may be behind from now on. Told once. */
    void lost(Instant since);
  }

  /** Ends when it is closed; a call that is under way may still end after that. */
  interface Following extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Follows from a position on; the first call comes at once when the log is further than that.
   *
   * @param afterSequence what the follower knows already; 0 for nothing
   */
  Following follow(long afterSequence, Follower follower);
}
