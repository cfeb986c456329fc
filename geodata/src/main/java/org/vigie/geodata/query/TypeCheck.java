package org.vigie.geodata.query;

import java.util.List;
import java.util.Optional;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;

/** Whether the names and types of a filter fit a layer; the first thing that does not is told. */
final class TypeCheck {

  private final Queryables queryables;

  TypeCheck(Queryables queryables) {
    this.queryables = queryables;
  }

  void check(Filter filter) throws BadInputException {
    if (filter instanceof Filter.And and) {
      for (Filter part : and.parts()) {
        check(part);
      }
    } else if (filter instanceof Filter.Or or) {
      for (Filter part : or.parts()) {
        check(part);
      }
    } else if (filter instanceof Filter.Not not) {
      check(not.part());
    } else if (filter instanceof Filter.Comparison comparison) {
      comparable(comparison.left(), comparison.right());
    } else if (filter instanceof Filter.Like like) {
      check(like);
    } else if (filter instanceof Filter.Between between) {
      comparable(between.value(), between.low());
      comparable(between.value(), between.high());
    } else if (filter instanceof Filter.In in) {
      for (Expression element : in.list()) {
        comparable(in.value(), element);
      }
    } else if (filter instanceof Filter.IsNull isNull) {
      type(isNull.operand());
    } else if (filter instanceof Filter.Spatial spatial) {
      geometry(spatial.relation(), spatial.left());
      geometry(spatial.relation(), spatial.right());
    } else if (filter instanceof Filter.Temporal temporal) {
      time(temporal.relation(), temporal.left());
      time(temporal.relation(), temporal.right());
    } else if (filter instanceof Filter.Arrays arrays) {
      check(arrays);
    } else if (filter instanceof Filter.Truth truth) {
      require(truth.call(), ValueType.BOOLEAN, "Compare its result with something");
    }
  }

  ValueType type(Expression expression) throws BadInputException {
    if (expression instanceof Expression.Property property) {
      return find(property.name()).type();
    }
    if (expression instanceof Expression.Interval interval) {
      return interval(interval);
    }
    if (expression instanceof Expression.GeometryLiteral
        || expression instanceof Expression.BoxLiteral) {
      GeometryLiterals.check(expression);
      return ValueType.GEOMETRY;
    }
    if (expression instanceof Expression.ArrayLiteral array) {
      return array(array.elements());
    }
    if (expression instanceof Expression.Arithmetic arithmetic) {
      require(arithmetic.left(), ValueType.NUMBER, "Compute with numbers only");
      require(arithmetic.right(), ValueType.NUMBER, "Compute with numbers only");
      return ValueType.NUMBER;
    }
    if (expression instanceof Expression.Call call) {
      return call(call);
    }
    if (expression instanceof Expression.Condition condition) {
      check(condition.filter());
      return ValueType.BOOLEAN;
    }
    return literal(expression);
  }

  private static ValueType literal(Expression expression) {
    if (expression instanceof Expression.TextLiteral) {
      return ValueType.TEXT;
    }
    if (expression instanceof Expression.NumberLiteral) {
      return ValueType.NUMBER;
    }
    if (expression instanceof Expression.BooleanLiteral) {
      return ValueType.BOOLEAN;
    }
    if (expression instanceof Expression.DateLiteral) {
      return ValueType.DATE;
    }
    if (expression instanceof Expression.TimestampLiteral) {
      return ValueType.TIMESTAMP;
    }
    throw new IllegalArgumentException(expression + " stands only inside an interval");
  }

  private Queryable find(String name) throws BadInputException {
    Optional<Queryable> found = queryables.find(name);
    if (found.isPresent()) {
      return found.get();
    }
    boolean table = queryables.layer().findProperty(name).isPresent();
    throw bad(
        table
            ? name + " is a table, which a filter cannot ask for"
            : "layer " + queryables.layer().name() + " has no property " + shortened(name),
        "Use one of: " + String.join(", ", queryables.names()));
  }

  private void comparable(Expression left, Expression right) throws BadInputException {
    ValueType one = type(left);
    ValueType other = type(right);
    for (ValueType each : List.of(one, other)) {
      if (!each.isScalar()) {
        throw bad(
            Descriptions.of(each == one ? left : right)
                + " is "
                + each.label()
                + " and has no order",
            switch (each) {
              case GEOMETRY -> "Use S_EQUALS, S_INTERSECTS or another spatial function";
              case INTERVAL -> "Use T_EQUALS, T_INTERSECTS or another temporal function";
              default -> "Use A_EQUALS, A_CONTAINS, A_CONTAINEDBY or A_OVERLAPS";
            });
      }
    }
    if (one.common(other).isEmpty()) {
      throw bad(
          Descriptions.of(left)
              + " is "
              + one.label()
              + " but "
              + Descriptions.of(right)
              + " is "
              + other.label(),
          "Compare values of the same type, for example " + Descriptions.example(one));
    }
  }

  private void check(Filter.Like like) throws BadInputException {
    require(like.value(), ValueType.TEXT, "LIKE takes text");
    Expression pattern = like.pattern();
    while (pattern instanceof Expression.Call call
        && FilterFunction.find(call.name()).map(FilterFunction::foldsText).orElse(false)
        && call.arguments().size() == 1) {
      pattern = call.arguments().get(0);
    }
    if (!(pattern instanceof Expression.TextLiteral text)) {
      throw bad(
          Descriptions.of(pattern) + " is not a pattern",
          "Give LIKE a text such as 'Ba%', or CASEI or ACCENTI of one");
    }
    if (!LikePattern.isComplete(text.value())) {
      throw bad(
          "the pattern ends with a backslash, which takes the next character as it is",
          "Write \\\\ for a backslash");
    }
  }

  private void geometry(SpatialRelation relation, Expression operand) throws BadInputException {
    require(operand, ValueType.GEOMETRY, relation.function() + " compares geometries");
    if (!relation.takesCollections() && GeometryLiterals.isCollection(operand)) {
      throw bad(
          relation.function() + " is not defined for a geometry collection",
          "Use S_INTERSECTS or S_DISJOINT, or a MULTI… geometry");
    }
  }

  private void time(TemporalRelation relation, Expression operand) throws BadInputException {
    ValueType type = type(operand);
    if (type != ValueType.INTERVAL && !type.isInstant()) {
      throw bad(
          Descriptions.of(operand) + " is " + type.label() + ", not a time",
          relation.function() + " compares dates, timestamps and intervals");
    }
    if (type.isInstant() && !relation.takesInstants()) {
      throw bad(
          relation.function()
              + " compares intervals, but "
              + Descriptions.of(operand)
              + " is an instant",
          "Use T_AFTER, T_BEFORE, T_DISJOINT, T_EQUALS or T_INTERSECTS, or write"
              + " INTERVAL(valid_from, valid_to)");
    }
  }

  private ValueType interval(Expression.Interval interval) throws BadInputException {
    for (Expression bound : List.of(interval.start(), interval.end())) {
      if (!(bound instanceof Expression.Open) && !type(bound).isInstant()) {
        throw bad(
            Descriptions.of(bound) + " is " + type(bound).label(),
            "The ends of an interval are dates, timestamps or '..'");
      }
    }
    if (ConstantExpression.isConstant(interval)) {
      TimeBounds.refuseReversed(interval, queryables);
    }
    return ValueType.INTERVAL;
  }

  private ValueType array(List<Expression> elements) throws BadInputException {
    ValueType common = ValueType.NOTHING;
    for (Expression element : elements) {
      ValueType type = type(element);
      Optional<ValueType> next =
          type.isScalar() ? type.array().flatMap(common::common) : Optional.empty();
      if (next.isEmpty()) {
        throw bad(
            "the list holds " + Descriptions.of(element) + ", which is " + type.label(),
            "All elements of a list are texts, or all are numbers, booleans, dates or timestamps");
      }
      common = next.get();
    }
    return common;
  }

  private void check(Filter.Arrays arrays) throws BadInputException {
    ValueType left = type(arrays.left());
    ValueType right = type(arrays.right());
    boolean lists = left.isArray() && right.isArray();
    if (!lists || left.common(right).isEmpty()) {
      throw bad(
          Descriptions.of(arrays.left())
              + " is "
              + left.label()
              + " and "
              + Descriptions.of(arrays.right())
              + " is "
              + right.label(),
          arrays.relation().function()
              + " compares two lists of the same kind, such as ('a', 'b')");
    }
  }

  private ValueType call(Expression.Call call) throws BadInputException {
    Optional<FilterFunction> found = FilterFunction.find(call.name());
    if (found.isEmpty()) {
      List<String> words =
          List.of(FilterFunction.values()).stream().map(FilterFunction::word).toList();
      throw bad(
          "there is no function " + shortened(call.name()),
          "Use one of: " + String.join(", ", words));
    }
    FilterFunction function = found.get();
    List<ValueType> parameters = function.parameters();
    if (call.arguments().size() != parameters.size()) {
      throw bad(
          function.word() + " has " + call.arguments().size() + " arguments",
          "Give it " + parameters.size());
    }
    for (int i = 0; i < parameters.size(); i++) {
      ValueType given = type(call.arguments().get(i));
      boolean fits =
          given == parameters.get(i)
              || (parameters.get(i) == ValueType.TIMESTAMP && given.isInstant());
      if (!fits) {
        throw bad(
            function.word()
                + " takes "
                + parameters.get(i).label()
                + ", but "
                + Descriptions.of(call.arguments().get(i))
                + " is "
                + given.label(),
            function.description());
      }
    }
    return function.result();
  }

  private void require(Expression expression, ValueType wanted, String fix)
      throws BadInputException {
    ValueType type = type(expression);
    if (type != wanted) {
      throw bad(
          Descriptions.of(expression) + " is " + type.label() + ", not " + wanted.label(), fix);
    }
  }

  private static String shortened(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }

  static BadInputException bad(String what, String fix) {
    return new BadInputException(Fault.of("filter", what, fix));
  }
}
