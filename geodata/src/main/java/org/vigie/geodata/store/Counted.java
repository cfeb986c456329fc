package org.vigie.geodata.store;

/**
 * How many features match a query.
 *
 * @param asOf the last write that touched something of what the caller may see, when it was so
 */
public record Counted(LogPosition asOf, long count) {}
