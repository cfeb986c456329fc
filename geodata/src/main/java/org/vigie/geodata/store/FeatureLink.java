package org.vigie.geodata.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;

/**
 * That somebody linked one feature to another. It is visible to those who see both ends.
 *
 * @param author who made the link
 * @param since when others could first see it
 * @param ended who took it back and when; empty while it holds
 */
public record FeatureLink(
    UUID id,
    LinkType type,
    FeatureRef from,
    FeatureRef to,
    Author author,
    Instant since,
    Optional<End> ended) {

  /** Who took a link back and when others could first see that. */
  public record End(Author author, Instant at) {}

  /** The end that is not this one. */
  public FeatureRef other(FeatureRef one) {
    return from.equals(one) ? to : from;
  }

  /** Whether it held at a moment. */
  public boolean heldAt(Instant instant) {
    return !since.isAfter(instant) && ended.map(end -> end.at().isAfter(instant)).orElse(true);
  }
}
