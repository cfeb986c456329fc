package org.vigie.geodata.store;

import java.util.List;
import java.util.Optional;

/**
 * Snapshots as one caller may see them ({@link GuardedStore#snapshots}): those whose
 * classification, compartments, layers and window are all his to see. The others are absent.
 */
public interface Snapshots {

  /** Keeps one under a new reference, as the caller. */
  Snapshot add(Snapshot.Draft draft);

  /** The newest first, without those that were withdrawn. */
  List<Snapshot> list(int limit);

  /** Also one that was withdrawn. */
  Optional<Snapshot> find(String ref);

  /** Withdraws one that the caller sees; it stays, and says by whom and when. */
  void withdraw(Snapshot snapshot);
}
