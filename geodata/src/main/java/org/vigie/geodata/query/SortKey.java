package org.vigie.geodata.query;

/** One sort key; the feature id is always the last, so that order is total. */
public record SortKey(String property, boolean descending) {}
