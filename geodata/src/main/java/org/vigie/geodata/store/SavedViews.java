package org.vigie.geodata.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Saved views as one caller may see them ({@link GuardedStore#savedViews}): his own, and those that
 * others share with the mission. What is marked above his clearance is absent, also of his own.
 */
public interface SavedViews {

  /** The caller's own in his order, then those that others share. */
  List<SavedView> list();

  Optional<SavedView> find(UUID id);

  /**
   * Saves a view as the last of the caller's.
   *
   * @param most how many the caller may have
   * @return empty when there are that many
   */
  Optional<SavedView> add(SavedView.Content content, int most);

  /**
   * Changes an own view.
   *
   * @param place where it is to stand among the caller's own, from 0; behind the last one for more;
   *     empty to leave it
   * @return empty when the caller has none of this id
   */
  Optional<SavedView> change(UUID id, SavedView.Content content, OptionalInt place);

  /** Whether there was such an own view. */
  boolean remove(UUID id);

  /**
   * Makes what anybody shares his own again; for whoever keeps order in the mission.
   *
   * @return whether the caller sees such a shared view
   */
  boolean withdraw(UUID id);
}
