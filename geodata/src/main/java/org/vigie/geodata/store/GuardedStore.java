package org.vigie.geodata.store;

import java.util.Optional;
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

  /**
   * The same for one answer: whatever is read through it is no older than this position, and may be
   * older than the moment it is read at. For whoever asked for the {@link #head} when the question
   * came, so that the answer need not ask again.
   */
  FeatureStore as(Access access, LogPosition atLeast);

  /**
   * The last write of all, no older than the call. It moves with writes that a caller may not see,
   * so it goes into no answer.
   */
  LogPosition head();

  /** Where to note what is done beside writing features, and to verify what was noted. */
  AuditTrail auditTrail();

  /** Photographs as one caller may see them. */
  Attachments attachments(Access access);

  /** Runs in the background of one caller. */
  Jobs jobs(Access access);

  /** The same for whoever runs them. */
  JobQueue jobQueue();

  /** Views of the map under a name, as one caller may see them. */
  SavedViews savedViews(Access access);

  /** How far one person has seen what changed. */
  Shifts shifts(Access access);

  /** Frozen views of the map as one caller may see them. */
  Snapshots snapshots(Access access);

  /** What is known of the mission's basemaps, as one caller may see them. */
  Basemaps basemaps(Access access);

  /**
   * Counts that the layer file releases to everybody who signs in; empty for a layer that releases
   * none. The same for every caller, except that one who is limited to an area gets no cells. Cost:
   * reads the log of the layer, some seconds for a million changes.
   */
  Optional<ReleasedCounts> findReleased(Access access, String layer);

  /** How far the change log reaches; tells positions and nothing of what was changed. */
  LogWatch logWatch();

  /**
   * Random bytes of this database, the same for every process on it and other ones after a restore:
   * with them positions of the log are sealed before they leave the server.
   */
  byte[] sealingKey();

  /** Everything, for a copy that the process itself keeps. */
  CopySource copySource();

  /** Whether the database answers. */
  boolean isReachable();

  @Override
  void close();
}
