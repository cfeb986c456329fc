package org.vigie.geodata.query;

import java.util.List;
import java.util.Optional;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** The types of expressions over a layer, and what is said when one has none. */
final class ExpressionTypes {

  private final Queryables queryables;
  private final TypeCheck conditions;

  ExpressionTypes(Queryables queryables, TypeCheck conditions) {
    this.queryables = queryables;
    this.conditions = conditions;
  }

  ValueType of(Expression expression) throws BadInputException {
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
      require(arithmetic.left(), ValueType.NUMBER, Message.of("Compute with numbers only"));
      require(arithmetic.right(), ValueType.NUMBER, Message.of("Compute with numbers only"));
      return ValueType.NUMBER;
    }
    if (expression instanceof Expression.Call call) {
      return call(call);
    }
    if (expression instanceof Expression.Condition condition) {
      conditions.check(condition.filter());
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
            ? Message.of("{name} is a table, which a filter cannot ask for", name)
            : Message.of(
                "layer {layer} has no property {name}", queryables.layer().name(), shortened(name)),
        Message.of("Use one of: {choices}", String.join(", ", queryables.names())));
  }

  private ValueType interval(Expression.Interval interval) throws BadInputException {
    for (Expression bound : List.of(interval.start(), interval.end())) {
      if (!(bound instanceof Expression.Open) && !of(bound).isInstant()) {
        throw bad(
            Message.of("{kind} is {label}", Descriptions.of(bound), of(bound).label()),
            Message.of("The ends of an interval are dates, timestamps or '..'"));
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
      ValueType type = of(element);
      Optional<ValueType> next =
          type.isScalar() ? type.array().flatMap(common::common) : Optional.empty();
      if (next.isEmpty()) {
        throw bad(
            Message.of(
                "the list holds {kind}, which is {label}",
                Descriptions.of(element),
                Message.of(type.label())),
            Message.of(
                "All elements of a list are texts, or all are numbers, booleans, dates or"
                    + " timestamps"));
      }
      common = next.get();
    }
    return common;
  }

  private ValueType call(Expression.Call call) throws BadInputException {
    Optional<FilterFunction> found = FilterFunction.find(call.name());
    if (found.isEmpty()) {
      List<String> words =
          List.of(FilterFunction.values()).stream().map(FilterFunction::word).toList();
      throw bad(
          Message.of("there is no function {call}", shortened(call.name())),
          Message.of("Use one of: {choices}", String.join(", ", words)));
    }
    FilterFunction function = found.get();
    List<ValueType> parameters = function.parameters();
    if (call.arguments().size() != parameters.size()) {
      throw bad(
          Message.of("{word} has {count} arguments", function.word(), call.arguments().size()),
          Message.of("Give it {count}", parameters.size()));
    }
    for (int i = 0; i < parameters.size(); i++) {
      ValueType given = of(call.arguments().get(i));
      boolean fits =
          given == parameters.get(i)
              || (parameters.get(i) == ValueType.TIMESTAMP && given.isInstant());
      if (!fits) {
        throw bad(
            Message.of(
                "{word} takes {label}, but {kind} is {label2}",
                function.word(),
                Message.of(parameters.get(i).label()),
                Descriptions.of(call.arguments().get(i)),
                Message.of(given.label())),
            Message.of(function.description()));
      }
    }
    if (function.takesZone()) {
      requireZone(call.arguments().get(parameters.size() - 1));
    }
    return function.result();
  }

  private static void requireZone(Expression argument) throws BadInputException {
    boolean zone =
        argument instanceof Expression.TextLiteral text
            && LocalTimes.find(text.value()).isPresent();
    if (!zone) {
      throw bad(
          Message.of("{kind} is no offset from UTC and no time zone", Descriptions.of(argument)),
          Message.of(
              "Write an offset such as '+01:00' or '-03:30', 14 hours at most, or a place of the"
                  + " IANA time zone database such as 'Asia/Beirut'"));
    }
  }

  void require(Expression expression, ValueType wanted, Message fix) throws BadInputException {
    ValueType type = of(expression);
    if (type != wanted) {
      throw bad(
          Message.of(
              "{kind} is {label}, not {label2}",
              Descriptions.of(expression),
              Message.of(type.label()),
              Message.of(wanted.label())),
          fix);
    }
  }

  private static String shortened(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }

  static BadInputException bad(Message what, Message fix) {
    return new BadInputException(Fault.of("filter", what, fix));
  }
}
