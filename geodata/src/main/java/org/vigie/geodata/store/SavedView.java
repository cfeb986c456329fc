package org.vigie.geodata.store;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.vigie.geodata.model.Classification;

/**
 * A view of the map that somebody keeps under a name.
 *
 * @param owner who made it and may change it
 * @param place order among the owner's, from 0; there may be gaps
 */
public record SavedView(
    UUID id, String owner, Content content, int place, Instant created, Instant changed) {

  /**
   * What its owner says.
   *
   * @param address fragment of the page's address, beginning with {@code #v1/}
   * @param shared whether everybody in the mission is offered it who is cleared for its marks
   * @param starts whether the map opens with it for its owner
   * @param classification of the name, the note and what the address asks for
   * @param compartments that one must hold, every one, to learn of it
   */
  public record Content(
      String name,
      String note,
      String address,
      boolean shared,
      boolean starts,
      Classification classification,
      Set<String> compartments) {

    public Content {
      compartments = Set.copyOf(compartments);
    }
  }
}
