package org.vigie.geodata.store;

import java.time.Instant;
import java.util.UUID;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.Marking;

/**
 * One person's wish that a feature be marked lower. It waits for another person who may see the
 * feature, and is as visible as the feature is.
 *
 * @param from the marks when it was proposed; once they are others the proposal no longer fits
 * @param to the marks that are wished for
 */
public record MarkProposal(
    UUID id,
    FeatureRef feature,
    Marking from,
    Marking to,
    String reason,
    Author proposer,
    Instant proposedAt) {}
