package org.vigie.geodata.store;

import org.vigie.geodata.access.Access;

/** The truth behind its one door: nothing is read or written except as somebody. */
public interface GuardedStore extends AutoCloseable {

  /**
   * The store as one caller may see and change it. Cheap: make one for each request.
   *
   * <p>What the caller may not see is absent from every read, and a write to it answers as if it
   * were not there.
   */
  FeatureStore as(Access access);

  /** Where to note what is done beside writing features, and to verify what was noted. */
  AuditTrail auditTrail();

  /** Photographs as one caller may see them. */
  Attachments attachments(Access access);

  /** Whether the database answers. */
  boolean isReachable();

  @Override
  void close();
}
