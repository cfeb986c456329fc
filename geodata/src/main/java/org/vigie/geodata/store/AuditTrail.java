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

  /** The digest of the last entry in hexadecimal, to be noted elsewhere; empty when none is. */
  String head();

  /**
   * Recomputes everything from what lies in the tables: chain, log, and the features against the
   * log. Reads it all, on one snapshot and in bounded memory, and keeps no writer waiting.
   *
   * @param expected a head noted earlier, in hexadecimal, without which a cut at the end cannot be
   *     seen; empty for none
   */
  AuditReport verify(String expected);

  /**
   * Recomputes a range of entries and the rows they cover; trusts the digest before the range.
   *
   * @param from number of the first entry, at least 1
   * @param to number of the last
   */
  AuditReport verify(long from, long to, String expected);
}
