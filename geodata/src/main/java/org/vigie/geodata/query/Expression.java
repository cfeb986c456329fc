package org.vigie.geodata.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.model.BoundingBox;

/** What a CQL2 condition compares: properties, literals, arithmetic, functions. */
public sealed interface Expression {

  /** The value of a queryable; case matters. */
  record Property(String name) implements Expression {}

  record TextLiteral(String value) implements Expression {}

  /**
   * @param value a Long, or a finite Double
   */
  record NumberLiteral(Number value) implements Expression {}

  record BooleanLiteral(boolean value) implements Expression {}

  record DateLiteral(LocalDate value) implements Expression {}

  /** An instant in UTC, to the microsecond. */
  record TimestampLiteral(Instant value) implements Expression {}

  /** A closed interval of time; each end is a date, a timestamp or {@link Open}. */
  record Interval(Expression start, Expression end) implements Expression {}

  /** The unbounded end of an interval, written {@code '..'}. */
  record Open() implements Expression {}

  /** WGS 84 longitude/latitude in degrees, without height. */
  record GeometryLiteral(Geometry value) implements Expression {}

  /** A box; west greater than east means that it crosses the antimeridian. */
  record BoxLiteral(double west, double south, double east, double north) implements Expression {

    /**
     * @throws IllegalArgumentException when a coordinate is not on the globe
     */
    public BoundingBox box() {
      return new BoundingBox(west, south, east, north);
    }
  }

  record ArrayLiteral(List<Expression> elements) implements Expression {
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }
  }

  /** Computed in double precision; unknown when the result is undefined or out of range. */
  record Arithmetic(ArithmeticOperator operator, Expression left, Expression right)
      implements Expression {}

  /**
   * @param name as it was written; {@link FilterFunction#find} knows which exist
   */
  record Call(String name, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** A condition used as a boolean value: in a list, as an argument, before IS NULL. */
  record Condition(Filter filter) implements Expression {}
}
