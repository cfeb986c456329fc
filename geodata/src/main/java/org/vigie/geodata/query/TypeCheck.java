package org.vigie.geodata.query;

import java.util.List;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;

/** Whether the names and types of a filter fit a layer; the first thing that does not is told. */
final class TypeCheck {

  private final ExpressionTypes types;

  TypeCheck(Queryables queryables) {
    this.types = new ExpressionTypes(queryables, this);
  }

  ExpressionTypes types() {
    return types;
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
      types.of(isNull.operand());
    } else if (filter instanceof Filter.Spatial spatial) {
      geometry(spatial.relation(), spatial.left());
      geometry(spatial.relation(), spatial.right());
    } else if (filter instanceof Filter.Temporal temporal) {
      time(temporal.relation(), temporal.left());
      time(temporal.relation(), temporal.right());
    } else if (filter instanceof Filter.Arrays arrays) {
      check(arrays);
    } else if (filter instanceof Filter.Truth truth) {
      types.require(
          truth.call(), ValueType.BOOLEAN, Message.of("Compare its result with something"));
    }
  }

  private void comparable(Expression left, Expression right) throws BadInputException {
    ValueType one = types.of(left);
    ValueType other = types.of(right);
    for (ValueType each : List.of(one, other)) {
      if (!each.isScalar()) {
        throw ExpressionTypes.bad(
            Message.of(
                "{kind} is {label} and has no order",
                Descriptions.of(each == one ? left : right),
                Message.of(each.label())),
            Message.of(
                switch (each) {
                  case GEOMETRY -> "Use S_EQUALS, S_INTERSECTS or another spatial function";
                  case INTERVAL -> "Use T_EQUALS, T_INTERSECTS or another temporal function";
                  default -> "Use A_EQUALS, A_CONTAINS, A_CONTAINEDBY or A_OVERLAPS";
                }));
      }
    }
    if (one.common(other).isEmpty()) {
      throw ExpressionTypes.bad(
          Message.of(
              "{kind} is {label} but {kind2} is {label2}",
              Descriptions.of(left),
              one.label(),
              Descriptions.of(right),
              other.label()),
          Message.of(
              "Compare values of the same type, for example {example}", Descriptions.example(one)));
    }
  }

  private void check(Filter.Like like) throws BadInputException {
    types.require(like.value(), ValueType.TEXT, Message.of("LIKE takes text"));
    Expression pattern = like.pattern();
    while (pattern instanceof Expression.Call call
        && FilterFunction.find(call.name()).map(FilterFunction::foldsText).orElse(false)
        && call.arguments().size() == 1) {
      pattern = call.arguments().get(0);
    }
    if (!(pattern instanceof Expression.TextLiteral text)) {
      throw ExpressionTypes.bad(
          Message.of("{kind} is not a pattern", Descriptions.of(pattern)),
          Message.of("Give LIKE a text such as 'Ba%', or CASEI or ACCENTI of one"));
    }
    if (!LikePattern.isComplete(text.value())) {
      throw ExpressionTypes.bad(
          Message.of("the pattern ends with a backslash, which takes the next character as it is"),
          Message.of("Write \\\\ for a backslash"));
    }
  }

  private void geometry(SpatialRelation relation, Expression operand) throws BadInputException {
    types.require(
        operand,
        ValueType.GEOMETRY,
        Message.of("{function} compares geometries", relation.function()));
    if (!relation.takesCollections() && GeometryLiterals.isCollection(operand)) {
      throw ExpressionTypes.bad(
          Message.of("{function} is not defined for a geometry collection", relation.function()),
          Message.of("Use S_INTERSECTS or S_DISJOINT, or a MULTI… geometry"));
    }
  }

  private void time(TemporalRelation relation, Expression operand) throws BadInputException {
    ValueType type = types.of(operand);
    if (type != ValueType.INTERVAL && !type.isInstant()) {
      throw ExpressionTypes.bad(
          Message.of("{kind} is {label}, not a time", Descriptions.of(operand), type.label()),
          Message.of("{function} compares dates, timestamps and intervals", relation.function()));
    }
    if (type.isInstant() && !relation.takesInstants()) {
      throw ExpressionTypes.bad(
          Message.of(
              "{function} compares intervals, but {kind} is an instant",
              relation.function(),
              Descriptions.of(operand)),
          Message.of(
              "Use T_AFTER, T_BEFORE, T_DISJOINT, T_EQUALS or T_INTERSECTS, or write"
                  + " INTERVAL(valid_from, valid_to)"));
    }
  }

  private void check(Filter.Arrays arrays) throws BadInputException {
    ValueType left = types.of(arrays.left());
    ValueType right = types.of(arrays.right());
    boolean lists = left.isArray() && right.isArray();
    if (!lists || left.common(right).isEmpty()) {
      throw ExpressionTypes.bad(
          Message.of(
              "{kind} is {label} and {kind2} is {label2}",
              Descriptions.of(arrays.left()),
              left.label(),
              Descriptions.of(arrays.right()),
              right.label()),
          Message.of(
              "{function} compares two lists of the same kind, such as ('a', 'b')",
              arrays.relation().function()));
    }
  }
}
