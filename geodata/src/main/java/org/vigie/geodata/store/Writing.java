package org.vigie.geodata.store;

import java.util.List;
import java.util.UUID;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.model.Marking;

/**
 * An open write transaction. Geometries are stored in two dimensions and times to the microsecond.
 * After an exception the transaction is lost: let it go up, nothing more can be written.
 */
public interface Writing {

  /** Stores a new feature and returns it as stored (version 1). */
  Feature insert(Feature feature) throws BadInputException;

  /**
   * Replaces the current version.
   *
   * @param expectedVersion the version the caller edited
   * @throws StaleVersionException when another version is current, or the feature is gone
   */
  Feature replace(Feature feature, long expectedVersion)
      throws BadInputException, StaleVersionException;

  /** Deletes the current version; its links end with it. */
  void delete(String layer, FeatureId id, long expectedVersion) throws StaleVersionException;

  /**
   * Links two features, both of which the caller must see. What holds in one direction only, as
   * "follows", cannot be said in both; a report speaks of one incident at a time.
   *
   * @return name of the link, for {@link #unlink}
   */
  UUID link(LinkType type, FeatureRef from, FeatureRef to) throws BadInputException;

  /** Takes a link back; the log keeps that it held. */
  void unlink(UUID link) throws BadInputException;

  /**
   * Wishes lower marks for a feature; nothing changes before somebody else grants it.
   *
   * @return name of the proposal
   */
  UUID propose(FeatureRef feature, Marking from, Marking to, String reason)
      throws BadInputException;

  /**
   * Grants or refuses a proposal. Only in the transaction that grants it, and not by whoever
   * proposed it, may the feature be replaced by one with the lower marks.
   *
   * @return whether it was still waiting
   */
  boolean settle(UUID proposal, boolean granted);

  /**
   * The links of a feature that hold and whose ends the caller sees, oldest first; nobody else
   * changes them before this transaction ends.
   */
  List<FeatureLink> holdLinks(FeatureRef of);

  /** Notes what a merge or a split did, all of it in this transaction, so that it can be undone. */
  void note(Merge.Draft merge) throws BadInputException;

  /**
   * Notes that a merge or a split was undone.
   *
   * @return false when somebody had done so before
   */
  boolean noteUndone(UUID merge);

  /** Says in the log why all this is done; the last reason given counts. */
  void because(String reason);
}
