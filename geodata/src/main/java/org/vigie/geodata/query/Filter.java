package org.vigie.geodata.query;

import java.util.List;

/**
 * A CQL2 filter (OGC 21-065r2) as a tree. One tree compiles to bound SQL and evaluates in memory,
 * with the same three-valued logic: a condition on an unknown value is neither true nor false, and
 * only what is true passes.
 *
 * <p>A tree that came out of {@code cql2} is well formed but not yet meaningful; {@link
 * Queryables#check} says whether its names and types fit a layer.
 */
public sealed interface Filter {

  /** Lets everything pass. */
  Filter ALL = new Constant(true);

  /** A boolean literal. */
  record Constant(boolean value) implements Filter {}

  /** True when every part is. */
  record And(List<Filter> parts) implements Filter {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** True when any part is. */
  record Or(List<Filter> parts) implements Filter {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** True when the part is false; unknown stays unknown. */
  record Not(Filter part) implements Filter {}

  /** Text is compared by code point, instants on the time line, false before true. */
  record Comparison(ComparisonOperator operator, Expression left, Expression right)
      implements Filter {}

  /**
   * Pattern match: {@code %} stands for any characters, {@code _} for one, a backslash takes the
   * next character as it is.
   */
  record Like(Expression value, Expression pattern) implements Filter {}

  /** Both ends included. */
  record Between(Expression value, Expression low, Expression high) implements Filter {}

  /** True when the value equals one of the list. */
  record In(Expression value, List<Expression> list) implements Filter {
    public In {
      list = List.copyOf(list);
    }
  }

  /** The only condition that is never unknown. */
  record IsNull(Expression operand) implements Filter {}

  /** A relation of two geometries (DE-9IM). */
  record Spatial(SpatialRelation relation, Expression left, Expression right) implements Filter {}

  /** A relation of two instants or closed intervals (OWL-Time). */
  record Temporal(TemporalRelation relation, Expression left, Expression right) implements Filter {}

  /** A relation of two arrays, taken as sets. */
  record Arrays(ArrayRelation relation, Expression left, Expression right) implements Filter {}

  /** A function whose boolean result is the condition. */
  record Truth(Expression.Call call) implements Filter {}

  /** Both conditions; leaves out one that lets everything pass. */
  static Filter both(Filter one, Filter other) {
    if (one.equals(ALL)) {
      return other;
    }
    return other.equals(ALL) ? one : new And(List.of(one, other));
  }
}
