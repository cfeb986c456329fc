package org.vigie.geodata.store.postgis;

import org.jspecify.annotations.Nullable;
import org.vigie.geodata.query.ConstantExpression;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.FilterFunction;
import org.vigie.geodata.query.LocalTimes;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.ValueType;

/** Compiles scalar expressions of a filter. */
final class ExpressionSql {

  private final Queryables queryables;
  private final FilterSql conditions;

  ExpressionSql(Queryables queryables, FilterSql conditions) {
    this.queryables = queryables;
    this.conditions = conditions;
  }

  /**
   * @param wanted the expression's own type, or TIMESTAMP for a date that is to be its first moment
   */
  Sql value(Expression expression, ValueType wanted) {
    ValueType own = queryables.typeOf(expression);
    boolean startOfDay = own == ValueType.DATE && wanted == ValueType.TIMESTAMP;
    Sql sql =
        ConstantExpression.isConstant(expression)
            ? literal(ConstantExpression.value(expression, queryables), own)
            : computed(expression);
    return startOfDay ? startOfDay(sql) : sql;
  }

  static Sql startOfDay(Sql date) {
    return Sql.of("(").add(date).add("::timestamp at time zone 'UTC')");
  }

  private static Sql literal(@Nullable Object value, ValueType type) {
    if (value == null) {
      return Sql.of("(null::" + sqlType(type) + ")");
    }
    if (value instanceof Long) {
      return Sql.of("?::bigint", value);
    }
    return Sql.of("?::" + sqlType(type), value);
  }

  static String sqlType(ValueType type) {
    return switch (type) {
      case TEXT -> "text";
      case NUMBER -> "float8";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TIMESTAMP -> "timestamptz";
      default -> throw new IllegalArgumentException(type + " is not a scalar type");
    };
  }

  private Sql computed(Expression expression) {
    if (expression instanceof Expression.Property property) {
      return property(property.name());
    }
    if (expression instanceof Expression.Arithmetic arithmetic) {
      return Sql.of("vigie.arithmetic('" + arithmetic.operator().name() + "', ")
          .add(number(arithmetic.left()))
          .add(", ")
          .add(number(arithmetic.right()))
          .add(")");
    }
    if (expression instanceof Expression.Call call) {
      return call(call);
    }
    if (expression instanceof Expression.Condition condition) {
      return conditions.condition(condition.filter());
    }
    throw new IllegalArgumentException("no SQL for " + expression);
  }

  private Sql property(String name) {
    String expression = Columns.get(queryables.layer(), name).expression();
    return Sql.of(name.equals("id") ? "(f.id::text collate \"C\")" : expression);
  }

  private Sql number(Expression expression) {
    return Sql.of("(").add(value(expression, ValueType.NUMBER)).add(")::float8");
  }

  private Sql call(Expression.Call call) {
    FilterFunction function =
        FilterFunction.find(call.name())
            .orElseThrow(() -> new IllegalArgumentException("no function " + call.name()));
    Expression argument = call.arguments().get(0);
    Sql value = value(argument, function.parameters().get(0));
    return switch (function) {
      case CASEI -> Sql.of("vigie.casei(").add(value).add(")");
      case ACCENTI -> Sql.of("vigie.accenti(").add(value).add(")");
      case LENGTH -> Sql.of("char_length(").add(value).add(")::float8");
      case ABS -> Sql.of("abs(").add(number(argument)).add(")");
      case FLOOR -> Sql.of("floor(").add(number(argument)).add(")");
      case CEIL -> Sql.of("ceil(").add(number(argument)).add(")");
      case YEAR -> field("year", value);
      case MONTH -> field("month", value);
      case DAY -> field("day", value);
      case HOUR -> field("hour", value);
      case WEEKDAY -> field("isodow", value);
      case TIMEOFDAY -> timeOfDay(value, call);
      case DAYOFWEEK -> dayOfWeek(value, call);
    };
  }

  private Sql timeOfDay(Sql instant, Expression.Call call) {
    return Sql.of("(case when ")
        .add(value(call.arguments().get(1), ValueType.TEXT))
        .add(" = 'EXACT_MINUTE' then to_char(")
        .add(local(instant, call))
        .add(", 'HH24:MI') collate \"C\" end)");
  }

  private Sql dayOfWeek(Sql instant, Expression.Call call) {
    return Sql.of("(case ")
        .add(value(call.arguments().get(1), ValueType.TEXT))
        .add(" when 'EXACT_MINUTE' then ")
        .add(Sql.of("extract(isodow from ").add(local(instant, call)).add(")"))
        .add(" when 'EXACT_DAY' then extract(isodow from ")
        .add(instant)
        .add(" at time zone 'UTC') end)::float8");
  }

  private static Sql local(Sql instant, Expression.Call call) {
    String zone = ((Expression.TextLiteral) call.arguments().get(2)).value();
    return LocalTimeSql.of(instant, LocalTimes.find(zone).orElseThrow());
  }

  private static Sql field(String name, Sql instant) {
    return Sql.of("extract(" + name + " from ").add(instant).add(" at time zone 'UTC')::float8");
  }
}
