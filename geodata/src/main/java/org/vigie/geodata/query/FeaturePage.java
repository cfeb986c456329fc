package org.vigie.geodata.query;

import java.util.List;
import java.util.Optional;
import org.vigie.geodata.model.Feature;

/**
 * One page of a query's answer.
 *
 * @param numberMatched exact number of features that match, over all pages
 * @param next opaque keyset cursor of the following page; empty on the last
 */
public record FeaturePage(List<Feature> features, long numberMatched, Optional<String> next) {}
