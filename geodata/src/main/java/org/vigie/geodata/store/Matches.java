package org.vigie.geodata.store;

import java.util.List;
import java.util.Optional;
import org.vigie.geodata.model.FeatureId;

/**
 * Which features match a query, by id.
 *
 * @param asOf the last write that touched something of what the caller may see, from the same
 *     snapshot
 * @param ids in no order; empty when there are more than were wanted
 */
public record Matches(LogPosition asOf, Optional<List<FeatureId>> ids) {}
