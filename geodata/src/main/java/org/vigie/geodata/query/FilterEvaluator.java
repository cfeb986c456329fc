package org.vigie.geodata.query;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Feature;

/**
 * Compiles a checked filter to a predicate in memory, with the meaning that the store's SQL has.
 * Compile once, test often: patterns are parsed and geometry literals indexed beforehand.
 */
public final class FilterEvaluator {

  interface Test {
    Ternary test(@Nullable Feature feature);
  }

  private final Queryables queryables;
  private final ExpressionEvaluator expressions;

  public FilterEvaluator(Queryables queryables) {
    this.queryables = queryables;
    this.expressions = new ExpressionEvaluator(queryables);
  }

  /**
   * The predicate may be used by many threads.
   *
   * @param checked a filter that passed {@link Queryables#check} of the same layer
   */
  public Predicate<Feature> predicate(Filter checked) {
    Test test = compile(checked);
    return feature -> test.test(feature) == Ternary.TRUE;
  }

  /**
   * The truth value itself; may be used by many threads.
   *
   * @param checked a filter that passed {@link Queryables#check} of the same layer
   */
  public Function<Feature, Ternary> truth(Filter checked) {
    return compile(checked)::test;
  }

  Test compile(Filter filter) {
    if (filter instanceof Filter.Constant constant) {
      Ternary value = Ternary.of(constant.value());
      return feature -> value;
    }
    if (filter instanceof Filter.And and) {
      return allOf(and.parts().stream().map(this::compile).toList());
    }
    if (filter instanceof Filter.Or or) {
      return anyOf(or.parts().stream().map(this::compile).toList());
    }
    if (filter instanceof Filter.Not not) {
      Test part = compile(not.part());
      return feature -> part.test(feature).not();
    }
    return condition(filter);
  }

  private static Test allOf(List<Test> parts) {
    return feature -> {
      Ternary result = Ternary.TRUE;
      for (Test part : parts) {
        result = result.and(part.test(feature));
        if (result == Ternary.FALSE) {
          return result;
        }
      }
      return result;
    };
  }

  private static Test anyOf(List<Test> parts) {
    return feature -> {
      Ternary result = Ternary.FALSE;
      for (Test part : parts) {
        result = result.or(part.test(feature));
        if (result == Ternary.TRUE) {
          return result;
        }
      }
      return result;
    };
  }

  private Test condition(Filter filter) {
    if (filter instanceof Filter.Comparison comparison) {
      return comparison(comparison.operator(), comparison.left(), comparison.right());
    }
    if (filter instanceof Filter.Like like) {
      return like(like);
    }
    if (filter instanceof Filter.Between between) {
      Test low = comparison(ComparisonOperator.GREATER_OR_EQUAL, between.value(), between.low());
      Test high = comparison(ComparisonOperator.LESS_OR_EQUAL, between.value(), between.high());
      return feature -> low.test(feature).and(high.test(feature));
    }
    if (filter instanceof Filter.In in) {
      return in(in);
    }
    if (filter instanceof Filter.IsNull isNull) {
      return isNull(isNull.operand());
    }
    if (filter instanceof Filter.Spatial spatial) {
      return new SpatialTest(spatial, expressions);
    }
    if (filter instanceof Filter.Temporal temporal) {
      return temporal(temporal);
    }
    if (filter instanceof Filter.Arrays arrays) {
      return arrays(arrays);
    }
    if (filter instanceof Filter.Truth truth) {
      return truth(expressions.compile(truth.call()));
    }
    throw new IllegalArgumentException("no evaluation for " + filter);
  }

  private static Test truth(ExpressionEvaluator.Value value) {
    return feature -> {
      Object result = value.of(feature);
      return result == null ? Ternary.UNKNOWN : Ternary.of((Boolean) result);
    };
  }

  private Test comparison(ComparisonOperator operator, Expression left, Expression right) {
    ValueType type = common(left, right);
    ExpressionEvaluator.Value one = expressions.compile(left, type);
    ExpressionEvaluator.Value other = expressions.compile(right, type);
    return feature -> compare(operator, one.of(feature), other.of(feature));
  }

  private ValueType common(Expression left, Expression right) {
    return queryables.typeOf(left).common(queryables.typeOf(right)).orElseThrow();
  }

  private static Ternary compare(
      ComparisonOperator operator, @Nullable Object one, @Nullable Object other) {
    if (one == null || other == null) {
      return Ternary.UNKNOWN;
    }
    return Ternary.of(operator.accepts(ValueOrder.compare(one, other)));
  }

  private Test in(Filter.In in) {
    if (in.list().stream().allMatch(each -> each instanceof Expression.TextLiteral)) {
      return inTexts(in);
    }
    return anyOf(
        in.list().stream()
            .map(each -> comparison(ComparisonOperator.EQUAL, in.value(), each))
            .toList());
  }

  /** Lists of identifiers may be long. */
  private Test inTexts(Filter.In in) {
    ExpressionEvaluator.Value value = expressions.compile(in.value());
    Set<String> texts =
        in.list().stream()
            .map(each -> ((Expression.TextLiteral) each).value())
            .collect(Collectors.toUnmodifiableSet());
    return feature -> {
      Object text = value.of(feature);
      return text == null ? Ternary.UNKNOWN : Ternary.of(texts.contains(text));
    };
  }

  private Test like(Filter.Like like) {
    ExpressionEvaluator.Value value = expressions.compile(like.value());
    Object pattern = ConstantExpression.value(like.pattern(), queryables);
    LikePattern compiled = new LikePattern((String) Objects.requireNonNull(pattern));
    return feature -> {
      Object text = value.of(feature);
      return text == null ? Ternary.UNKNOWN : Ternary.of(compiled.matches((String) text));
    };
  }

  private Test isNull(Expression operand) {
    if (operand instanceof Expression.Interval) {
      TimeBounds bounds = new TimeBounds(queryables);
      ExpressionEvaluator.Value start = bounds.start(operand);
      ExpressionEvaluator.Value end = bounds.end(operand, false);
      return feature -> Ternary.of(start.of(feature) == null || end.of(feature) == null);
    }
    ExpressionEvaluator.Value value = expressions.compile(operand);
    return feature -> Ternary.of(value.of(feature) == null);
  }

  private Test temporal(Filter.Temporal temporal) {
    TimeBounds bounds = new TimeBounds(queryables);
    boolean dates = TimeBounds.betweenDates(temporal.left(), temporal.right(), queryables);
    TemporalRelation relation = temporal.relation();
    List<Test> tests =
        relation.tests().stream()
            .map(
                test -> {
                  var left = bounds.bound(test.left(), temporal.left(), dates);
                  var right = bounds.bound(test.right(), temporal.right(), dates);
                  return (Test)
                      feature -> compare(test.operator(), left.of(feature), right.of(feature));
                })
            .toList();
    return relation.anyTest() ? anyOf(tests) : allOf(tests);
  }

  private Test arrays(Filter.Arrays arrays) {
    ValueType type = common(arrays.left(), arrays.right());
    ExpressionEvaluator.Value left = expressions.compile(arrays.left(), type);
    ExpressionEvaluator.Value right = expressions.compile(arrays.right(), type);
    return feature -> {
      Object one = left.of(feature);
      Object other = right.of(feature);
      return one == null || other == null
          ? Ternary.UNKNOWN
          : Ternary.of(
              SetRelations.holds(
                  arrays.relation(),
                  (ExpressionEvaluator.Elements) one,
                  (ExpressionEvaluator.Elements) other));
    };
  }
}
