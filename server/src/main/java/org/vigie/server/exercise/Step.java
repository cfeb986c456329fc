package org.vigie.server.exercise;

import java.time.Instant;
import java.util.Set;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.StaleVersionException;

/**
 * What somebody wrote at a moment of the exercise.
 *
 * @param reason why, as the log keeps it; may be empty
 * @param about features it writes or needs
 */
record Step(Instant at, Author author, String reason, Set<FeatureId> about, Deed deed) {

  /** What is written. */
  @FunctionalInterface
  interface Deed {
    void run(Desk desk) throws BadInputException, StaleVersionException;
  }

  Step(Instant at, String author, String reason, Set<FeatureId> about, Deed deed) {
    this(at, new Author(author), reason, about, deed);
  }
}
