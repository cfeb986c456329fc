package org.vigie.geodata.store;

import org.vigie.geodata.model.Author;

/**
 * What was done beside writing features, in the same chain of digests as the writes. Entries can be
 * added and read, never changed.
 */
public interface AuditTrail {

  /**
   * Adds an entry; it is committed when this returns. One flush to the disk, in turn with the
   * writers.
   *
   * @param kind lower-case words joined by hyphens, for example {@code sign-in}; not {@code
   *     revision}
   * @param actor who did it
   * @param subject what was done, to whom or to what; names and marks, never content
   * @throws StoreUnavailableException when it cannot be kept: then do not do what it tells of
   */
  void record(String kind, Author actor, String subject);
}
