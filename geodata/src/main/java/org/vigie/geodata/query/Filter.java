package org.vigie.geodata.query;

/**
 * A CQL2 filter (OGC 21-065r2) as a tree. One tree compiles to bound SQL and evaluates in memory.
 */
public sealed interface Filter {

  /** Lets everything pass. */
  Filter ALL = new Constant(true);

  /** A boolean literal. */
  record Constant(boolean value) implements Filter {}
}
