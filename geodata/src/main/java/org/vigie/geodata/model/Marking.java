package org.vigie.geodata.model;

import java.util.Set;

/**
 * The marks of a feature.
 *
 * @param compartments codes of need-to-know compartments, all of which one must hold
 */
public record Marking(Classification classification, Set<String> compartments) {

  public Marking {
    compartments = Set.copyOf(compartments);
  }

  public static Marking of(Feature feature) {
    return new Marking(feature.classification(), feature.compartments());
  }

  /** Whether whoever may see what is marked so may also see what is marked like the other. */
  public boolean covers(Marking other) {
    return classification.compareTo(other.classification) >= 0
        && compartments.containsAll(other.compartments);
  }
}
