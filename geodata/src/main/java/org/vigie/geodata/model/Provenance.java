package org.vigie.geodata.model;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a feature comes from.
 *
 * @param sourceSystem the system that named it, for example {@code ucdp-ged} or {@code vigie}
 * @param sourceId its name there; with sourceSystem the identity for idempotent re-import
 * @param batch the import it came by, for undo; null when entered by hand
 * @param original every column of the source record as it stood, in order, never interpreted
 */
public record Provenance(
    String sourceSystem,
    @Nullable String sourceId,
    @Nullable UUID batch,
    Map<String, String> original) {

  public static final String OWN = "vigie";

  public static Provenance own() {
    return new Provenance(OWN, null, null, Map.of());
  }

  public Provenance withBatch(UUID newBatch) {
    return new Provenance(sourceSystem, sourceId, newBatch, original);
  }
}
