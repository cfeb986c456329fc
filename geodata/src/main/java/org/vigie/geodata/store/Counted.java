package org.vigie.geodata.store;

import java.util.List;
import java.util.Optional;
import org.vigie.geodata.model.FeatureId;

/**
 * How many features match a query, and perhaps which of them a page begins with.
 *
 * @param asOf the last write that touched something of what the caller may see, when it was so
 * @param first ids of the features of a page in its order, and of the one after it if there is one;
 *     empty when that is not known
 */
public record Counted(LogPosition asOf, long count, Optional<List<FeatureId>> first) {}
