package org.vigie.geodata.store;

import java.time.Instant;

/**
 * A committed position of the change log.
 *
 * @param sequence number of the last committed write transaction; grows in commit order
 * @param committedAt when it was committed; strictly later than that of any lower sequence
 */
public record LogPosition(long sequence, Instant committedAt) {

  /** Before the first write. */
  public static final LogPosition EMPTY = new LogPosition(0, Instant.EPOCH);
}
