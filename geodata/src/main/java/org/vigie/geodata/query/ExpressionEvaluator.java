package org.vigie.geodata.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Feature;

/** Compiles the expressions of a checked filter to functions of a feature. */
final class ExpressionEvaluator {

  /** Null stands for unknown; there is no feature when the expression is constant. */
  interface Value {
    @Nullable Object of(@Nullable Feature feature);
  }

  private final Queryables queryables;

  ExpressionEvaluator(Queryables queryables) {
    this.queryables = queryables;
  }

  Value compile(Expression expression) {
    if (expression instanceof Expression.Property property) {
      return FeatureValues.of(property.name());
    }
    if (expression instanceof Expression.Arithmetic arithmetic) {
      return arithmetic(arithmetic);
    }
    if (expression instanceof Expression.Call call) {
      return call(call);
    }
    if (expression instanceof Expression.ArrayLiteral array) {
      return array(array, queryables.typeOf(array));
    }
    if (expression instanceof Expression.Condition condition) {
      FilterEvaluator.Test test = new FilterEvaluator(queryables).compile(condition.filter());
      return feature ->
          switch (test.test(feature)) {
            case TRUE -> true;
            case FALSE -> false;
            case UNKNOWN -> null;
          };
    }
    Object value = literal(expression);
    return feature -> value;
  }

  /** The same, with dates as the first moment of the day where timestamps are wanted. */
  Value compile(Expression expression, ValueType wanted) {
    if (expression instanceof Expression.ArrayLiteral array) {
      return array(array, wanted);
    }
    Value value = compile(expression);
    if (wanted != ValueType.TIMESTAMP || queryables.typeOf(expression) != ValueType.DATE) {
      return value;
    }
    return feature -> startOfDay(value.of(feature));
  }

  private static @Nullable Instant startOfDay(@Nullable Object date) {
    return date == null ? null : ((LocalDate) date).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Object literal(Expression expression) {
    if (expression instanceof Expression.TextLiteral text) {
      return text.value();
    }
    if (expression instanceof Expression.NumberLiteral number) {
      return number.value();
    }
    if (expression instanceof Expression.BooleanLiteral literal) {
      return literal.value();
    }
    if (expression instanceof Expression.DateLiteral date) {
      return date.value();
    }
    if (expression instanceof Expression.TimestampLiteral timestamp) {
      return timestamp.value();
    }
    if (expression instanceof Expression.GeometryLiteral
        || expression instanceof Expression.BoxLiteral) {
      return GeometryLiterals.geometry(expression);
    }
    throw new IllegalArgumentException(expression + " has no value of its own");
  }

  private Value arithmetic(Expression.Arithmetic arithmetic) {
    Value left = compile(arithmetic.left());
    Value right = compile(arithmetic.right());
    return feature -> {
      Object x = left.of(feature);
      Object y = right.of(feature);
      return x == null || y == null
          ? null
          : arithmetic.operator().apply(((Number) x).doubleValue(), ((Number) y).doubleValue());
    };
  }

  private Value array(Expression.ArrayLiteral array, ValueType type) {
    ValueType element = type == ValueType.TIMESTAMPS ? ValueType.TIMESTAMP : ValueType.TEXT;
    List<Value> elements = array.elements().stream().map(e -> compile(e, element)).toList();
    return feature -> {
      List<Object> values = new ArrayList<>();
      for (Value each : elements) {
        Object value = each.of(feature);
        if (value != null) {
          values.add(value);
        }
      }
      return new Elements(values, values.size() < elements.size());
    };
  }

  /**
   * The elements of a list that are known.
   *
   * @param incomplete whether there were unknown ones, which equal nothing
   */
  record Elements(List<?> known, boolean incomplete) {}

  private Value call(Expression.Call call) {
    FilterFunction function =
        FilterFunction.find(call.name())
            .orElseThrow(() -> new IllegalArgumentException("no function " + call.name()));
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      arguments.add(compile(call.arguments().get(i), function.parameters().get(i)));
    }
    return feature -> {
      Object[] values = new Object[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        Object value = arguments.get(i).of(feature);
        if (value == null) {
          return null;
        }
        values[i] = value;
      }
      return apply(function, values);
    };
  }

  private static @Nullable Object apply(FilterFunction function, Object[] arguments) {
    Object argument = arguments[0];
    return switch (function) {
      case CASEI -> TextFolding.casei((String) argument);
      case ACCENTI -> TextFolding.accenti((String) argument);
      case LENGTH -> {
        String text = (String) argument;
        yield (double) text.codePointCount(0, text.length());
      }
      case ABS -> Math.abs(((Number) argument).doubleValue());
      case FLOOR -> Math.floor(((Number) argument).doubleValue());
      case CEIL -> Math.ceil(((Number) argument).doubleValue());
      case YEAR -> (double) utc(argument).getYear();
      case MONTH -> (double) utc(argument).getMonthValue();
      case DAY -> (double) utc(argument).getDayOfMonth();
      case HOUR -> (double) utc(argument).getHour();
      case WEEKDAY -> (double) utc(argument).getDayOfWeek().getValue();
      case TIMEOFDAY -> zone(arguments).timeOfDay((Instant) argument, (String) arguments[1]);
      case DAYOFWEEK -> zone(arguments).dayOfWeek((Instant) argument, (String) arguments[1]);
    };
  }

  private static LocalTimes zone(Object[] arguments) {
    return LocalTimes.find((String) arguments[2]).orElseThrow();
  }

  private static OffsetDateTime utc(Object instant) {
    return ((Instant) instant).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
