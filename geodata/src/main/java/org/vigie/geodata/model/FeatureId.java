package org.vigie.geodata.model;

import java.util.Optional;
import java.util.UUID;

/** The server's name of a feature: a random UUID, so that ids reveal neither order nor number. */
public record FeatureId(UUID value) implements Comparable<FeatureId> {

  public static FeatureId random() {
    return new FeatureId(UUID.randomUUID());
  }

  /**
   * Reads the canonical 36-character form; empty for anything else, so callers can answer "absent".
   */
  public static Optional<FeatureId> find(String text) {
    if (text.length() != 36) {
      return Optional.empty();
    }
    try {
      return Optional.of(new FeatureId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAUuid) {
      return Optional.empty();
    }
  }

  /** As texts are compared, and as PostgreSQL does it. */
  @Override
  public int compareTo(FeatureId other) {
    int high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
