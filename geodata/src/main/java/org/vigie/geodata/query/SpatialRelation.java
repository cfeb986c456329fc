package org.vigie.geodata.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The spatial relations of CQL2, as the Simple Features standard defines them (OGC 06-103r4). */
public enum SpatialRelation {
  INTERSECTS,
  EQUALS,
  DISJOINT,
  TOUCHES,
  WITHIN,
  OVERLAPS,
  CROSSES,
  CONTAINS;

  /** The function's name in CQL2 text; CQL2 JSON writes it in lower case. */
  public String function() {
    return "S_" + name();
  }

  /**
   * Whether the relation is defined for a geometry collection of mixed dimensions; DE-9IM leaves
   * the others open.
   */
  public boolean takesCollections() {
    return this == INTERSECTS || this == DISJOINT;
  }

  public static Optional<SpatialRelation> find(String function) {
    String word = function.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(r -> r.function().equals(word)).findFirst();
  }
}
