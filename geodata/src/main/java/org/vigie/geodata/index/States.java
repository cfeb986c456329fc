package org.vigie.geodata.index;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where an answer takes its state from; empty when there is none soon.
 *
 * @param first one that is new enough for the question
 * @param newest one no older than the moment it is asked for, when the first was too old after all
 */
record States(Supplier<Optional<Snapshot>> first, Supplier<Optional<Snapshot>> newest) {

  /** This one and no other. */
  static States of(Snapshot state) {
    return new States(() -> Optional.of(state), () -> Optional.of(state));
  }
}
