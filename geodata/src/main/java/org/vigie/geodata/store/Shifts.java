package org.vigie.geodata.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.model.FeatureRef;

/**
 * How far one person has seen what changed ({@link GuardedStore#shifts}): a mark in the log, and
 * since it what was seen one by one. It is moved by that person's word alone and is the same on
 * every machine. Those of others are absent.
 */
public interface Shifts {

  /** Stands for a feature that is gone, where a version is asked for. */
  long GONE = 0;

  /** How many features may be seen one by one before the mark must be moved. */
  int MOST_SEEN = 20_000;

  /**
   * @param position up to where, in the log of everybody: not for its owner's eyes
   * @param takenAt when the owner said so
   */
  record Mark(long position, Instant takenAt) {}

  /**
   * @param version the version that was seen; {@link #GONE} when that it is gone was seen
   */
  record Seen(FeatureRef feature, long version) {}

  /** Empty for whoever has never said so. */
  Optional<Mark> mark();

  /** Everything up to here is seen; what was seen one by one is forgotten. Also backwards. */
  void move(long position);

  /** Versions that were seen one by one since the mark. */
  Map<FeatureRef, Long> seen();

  /** Notes what was seen; beyond {@link #MOST_SEEN} nothing is noted. */
  void see(List<Seen> features);
}
