package org.vigie.geodata.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Message;

/**
 * The operands of temporal conditions as closed intervals.
 *
 * <p>Between dates alone, a date is one point. Beside a timestamp, a date is its whole day in UTC,
 * to the last microsecond. In {@code INTERVAL(valid_from, valid_to)} the half-open span that the
 * store keeps becomes the closed one that CQL2 speaks of: the end is the last microsecond before
 * {@code valid_to}; an unknown start or end is open, but an event without an end is an instant.
 */
public final class TimeBounds {

  private static final String FROM = "valid_from";
  private static final String TO = "valid_to";

  private final Queryables queryables;
  private final ExpressionEvaluator expressions;

  TimeBounds(Queryables queryables) {
    this.queryables = queryables;
    this.expressions = new ExpressionEvaluator(queryables);
  }

  /** Whether dates are points in this comparison, because neither side knows more than the day. */
  public static boolean betweenDates(Expression left, Expression right, Queryables queryables) {
    return hasDatesOnly(left, queryables) && hasDatesOnly(right, queryables);
  }

  private static boolean hasDatesOnly(Expression operand, Queryables queryables) {
    if (operand instanceof Expression.Open) {
      return true;
    }
    if (operand instanceof Expression.Interval interval) {
      return hasDatesOnly(interval.start(), queryables) && hasDatesOnly(interval.end(), queryables);
    }
    return queryables.typeOf(operand) == ValueType.DATE;
  }

  /** Whether this is the start of a feature's valid time as the start of an interval. */
  public static boolean isValidFrom(Expression start) {
    return start.equals(new Expression.Property(FROM));
  }

  /** Whether this is the end of a feature's valid time as the end of an interval. */
  public static boolean isValidTo(Expression end) {
    return end.equals(new Expression.Property(TO));
  }

  ExpressionEvaluator.Value bound(
      TemporalRelation.Bound bound, Expression operand, boolean betweenDates) {
    return switch (bound) {
      case START -> start(operand);
      case END -> end(operand, betweenDates);
    };
  }

  ExpressionEvaluator.Value start(Expression operand) {
    if (!(operand instanceof Expression.Interval interval)) {
      return instant(operand);
    }
    if (interval.start() instanceof Expression.Open) {
      return feature -> Instant.MIN;
    }
    ExpressionEvaluator.Value start = instant(interval.start());
    if (isValidFrom(interval.start()) && !isEvent()) {
      return feature -> orElse(start.of(feature), Instant.MIN);
    }
    return start;
  }

  ExpressionEvaluator.Value end(Expression operand, boolean betweenDates) {
    Expression last = operand instanceof Expression.Interval interval ? interval.end() : operand;
    if (last instanceof Expression.Open) {
      return feature -> Instant.MAX;
    }
    if (operand instanceof Expression.Interval && isValidTo(last)) {
      return this::endOfValidTime;
    }
    ExpressionEvaluator.Value value = instant(last);
    if (betweenDates || queryables.typeOf(last) != ValueType.DATE) {
      return value;
    }
    return feature -> {
      Object start = value.of(feature);
      return start == null
          ? null
          : ((Instant) start).plus(1, ChronoUnit.DAYS).minus(1, ChronoUnit.MICROS);
    };
  }

  private @Nullable Object endOfValidTime(@Nullable Feature feature) {
    Object from = FeatureValues.of(FROM).of(feature);
    Object to = FeatureValues.of(TO).of(feature);
    if (to == null) {
      return isEvent() ? from : Instant.MAX;
    }
    Instant last = ((Instant) to).minus(1, ChronoUnit.MICROS);
    return from instanceof Instant start && start.isAfter(last) ? start : last;
  }

  private ExpressionEvaluator.Value instant(Expression expression) {
    ExpressionEvaluator.Value value = expressions.compile(expression);
    return feature -> {
      Object each = value.of(feature);
      return each instanceof LocalDate date ? date.atStartOfDay(ZoneOffset.UTC).toInstant() : each;
    };
  }

  private boolean isEvent() {
    return queryables.layer().time() == TimeModel.EVENT;
  }

  private static Object orElse(@Nullable Object value, Object otherwise) {
    return value == null ? otherwise : value;
  }

  /**
   * @throws BadInputException when the interval, which names no property, ends before it starts
   */
  static void refuseReversed(Expression.Interval interval, Queryables queryables)
      throws BadInputException {
    TimeBounds bounds = new TimeBounds(queryables);
    Object start = bounds.start(interval).of(null);
    Object end = bounds.end(interval, false).of(null);
    if (start instanceof Instant first && end instanceof Instant last && last.isBefore(first)) {
      throw ExpressionTypes.bad(
          Message.of(
              "the interval ends ({kind}) before it starts ({kind2})",
              Descriptions.of(interval.end()),
              Descriptions.of(interval.start())),
          Message.of("Give the earlier end first"));
    }
  }
}
