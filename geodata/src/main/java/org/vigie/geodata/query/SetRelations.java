package org.vigie.geodata.query;

import java.util.List;

/** Relations of two lists as sets. An unknown element equals nothing, not even another one. */
final class SetRelations {

  private SetRelations() {}

  static boolean holds(
      ArrayRelation relation,
      ExpressionEvaluator.Elements left,
      ExpressionEvaluator.Elements right) {
    return switch (relation) {
      case EQUALS -> contains(left, right) && contains(right, left);
      case CONTAINS -> contains(left, right);
      case CONTAINED_BY -> contains(right, left);
      case OVERLAPS -> left.known().stream().anyMatch(each -> has(right.known(), each));
    };
  }

  private static boolean contains(
      ExpressionEvaluator.Elements outer, ExpressionEvaluator.Elements inner) {
    return !inner.incomplete() && inner.known().stream().allMatch(each -> has(outer.known(), each));
  }

  private static boolean has(List<?> list, Object element) {
    for (Object each : list) {
      if (ValueOrder.compare(each, element) == 0) {
        return true;
      }
    }
    return false;
  }
}
