package org.vigie.geodata.query;

import java.util.ArrayList;
import java.util.List;

/** The direct operands of a node, in order. */
public final class Operands {

  private Operands() {}

  /** Expressions of a condition; none for a connective, whose parts are filters. */
  public static List<Expression> of(Filter filter) {
    if (filter instanceof Filter.Comparison comparison) {
      return List.of(comparison.left(), comparison.right());
    }
    if (filter instanceof Filter.Like like) {
      return List.of(like.value(), like.pattern());
    }
    if (filter instanceof Filter.Between between) {
      return List.of(between.value(), between.low(), between.high());
    }
    if (filter instanceof Filter.In in) {
      List<Expression> all = new ArrayList<>();
      all.add(in.value());
      all.add(new Expression.ArrayLiteral(in.list()));
      return all;
    }
    if (filter instanceof Filter.IsNull isNull) {
      return List.of(isNull.operand());
    }
    if (filter instanceof Filter.Spatial spatial) {
      return List.of(spatial.left(), spatial.right());
    }
    if (filter instanceof Filter.Temporal temporal) {
      return List.of(temporal.left(), temporal.right());
    }
    if (filter instanceof Filter.Arrays arrays) {
      return List.of(arrays.left(), arrays.right());
    }
    if (filter instanceof Filter.Truth truth) {
      return List.of(truth.call());
    }
    return List.of();
  }

  public static List<Expression> of(Expression expression) {
    if (expression instanceof Expression.Interval interval) {
      return List.of(interval.start(), interval.end());
    }
    if (expression instanceof Expression.Arithmetic arithmetic) {
      return List.of(arithmetic.left(), arithmetic.right());
    }
    if (expression instanceof Expression.Call call) {
      return call.arguments();
    }
    if (expression instanceof Expression.ArrayLiteral array) {
      return array.elements();
    }
    return List.of();
  }
}
