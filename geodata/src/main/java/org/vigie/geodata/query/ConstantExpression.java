package org.vigie.geodata.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expressions that name no property, and so have one value for all features. */
public final class ConstantExpression {

  private ConstantExpression() {}

  public static boolean isConstant(Expression expression) {
    if (expression instanceof Expression.Property) {
      return false;
    }
    if (expression instanceof Expression.Interval interval) {
      return isConstant(interval.start()) && isConstant(interval.end());
    }
    if (expression instanceof Expression.ArrayLiteral array) {
      return areConstant(array.elements());
    }
    if (expression instanceof Expression.Arithmetic arithmetic) {
      return isConstant(arithmetic.left()) && isConstant(arithmetic.right());
    }
    if (expression instanceof Expression.Call call) {
      return areConstant(call.arguments());
    }
    return !(expression instanceof Expression.Condition condition)
        || isConstant(condition.filter());
  }

  public static boolean isConstant(Filter filter) {
    if (filter instanceof Filter.And and) {
      return and.parts().stream().allMatch(ConstantExpression::isConstant);
    }
    if (filter instanceof Filter.Or or) {
      return or.parts().stream().allMatch(ConstantExpression::isConstant);
    }
    if (filter instanceof Filter.Not not) {
      return isConstant(not.part());
    }
    return areConstant(Operands.of(filter));
  }

  /** The value; null when it is unknown, for example after a division by zero. */
  public static @Nullable Object value(Expression constant, Queryables queryables) {
    return new ExpressionEvaluator(queryables).compile(constant).of(null);
  }

  /** True, false, or null for unknown. */
  public static @Nullable Boolean value(Filter constant, Queryables queryables) {
    return switch (new FilterEvaluator(queryables).compile(constant).test(null)) {
      case TRUE -> true;
      case FALSE -> false;
      case UNKNOWN -> null;
    };
  }

  private static boolean areConstant(List<Expression> expressions) {
    return expressions.stream().allMatch(ConstantExpression::isConstant);
  }
}
