package org.vigie.geodata.store.postgis;

import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.Queryables;
import org.vigie.geodata.query.TemporalRelation;
import org.vigie.geodata.query.TimeBounds;
import org.vigie.geodata.query.ValueType;

/** Compiles temporal conditions from the declared tests of the relation; see {@link TimeBounds}. */
final class TemporalSql {

  private static final String MICROSECOND = "interval '1 microsecond'";

  private final Queryables queryables;
  private final ExpressionSql expressions;

  TemporalSql(Queryables queryables, ExpressionSql expressions) {
    this.queryables = queryables;
    this.expressions = expressions;
  }

  Sql relation(Filter.Temporal temporal) {
    boolean dates = TimeBounds.betweenDates(temporal.left(), temporal.right(), queryables);
    Sql sql = Sql.of("(");
    String separator = "";
    for (TemporalRelation.Test test : temporal.relation().tests()) {
      sql.add(separator)
          .add(bound(test.left(), temporal.left(), dates))
          .add(" " + test.operator().sign() + " ")
          .add(bound(test.right(), temporal.right(), dates));
      separator = temporal.relation().anyTest() ? " or " : " and ";
    }
    return sql.add(")");
  }

  Sql isNull(Expression interval) {
    return Sql.of("(")
        .add(bound(TemporalRelation.Bound.START, interval, false))
        .add(" is null or ")
        .add(bound(TemporalRelation.Bound.END, interval, false))
        .add(" is null)");
  }

  private Sql bound(TemporalRelation.Bound bound, Expression operand, boolean dates) {
    return switch (bound) {
      case START -> start(operand, dates);
      case END -> end(operand, dates);
    };
  }

  private Sql start(Expression operand, boolean dates) {
    Expression first = operand instanceof Expression.Interval interval ? interval.start() : operand;
    if (first instanceof Expression.Open) {
      return Sql.of(dates ? "date '-infinity'" : "timestamptz '-infinity'");
    }
    boolean spanStart = operand instanceof Expression.Interval && TimeBounds.isValidFrom(first);
    if (spanStart && !isEvent()) {
      return Sql.of("coalesce(f.valid_from, '-infinity')");
    }
    return expressions.value(first, dates ? ValueType.DATE : ValueType.TIMESTAMP);
  }

  private Sql end(Expression operand, boolean dates) {
    Expression last = operand instanceof Expression.Interval interval ? interval.end() : operand;
    if (last instanceof Expression.Open) {
      return Sql.of(dates ? "date 'infinity'" : "timestamptz 'infinity'");
    }
    if (operand instanceof Expression.Interval && TimeBounds.isValidTo(last)) {
      return Sql.of(
          "case when f.valid_to is null then "
              + (isEvent() ? "f.valid_from" : "timestamptz 'infinity'")
              + " else greatest(f.valid_from, f.valid_to - "
              + MICROSECOND
              + ") end");
    }
    if (dates || queryables.typeOf(last) != ValueType.DATE) {
      return expressions.value(last, dates ? ValueType.DATE : ValueType.TIMESTAMP);
    }
    Sql nextDay = Sql.of("(").add(expressions.value(last, ValueType.DATE)).add(" + 1)");
    return Sql.of("(").add(ExpressionSql.startOfDay(nextDay)).add(" - " + MICROSECOND + ")");
  }

  private boolean isEvent() {
    return queryables.layer().time() == TimeModel.EVENT;
  }
}
