package org.vigie.geodata.query;

/** Expressions as messages name them: short, and recognisable in the filter they came from. */
final class Descriptions {

  private static final int LONGEST = 40;

  private Descriptions() {}

  static String of(Expression expression) {
    if (expression instanceof Expression.Property property) {
      return property.name();
    }
    if (expression instanceof Expression.TextLiteral text) {
      String value = text.value();
      return "'" + (value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value) + "'";
    }
    if (expression instanceof Expression.NumberLiteral number) {
      return number.value().toString();
    }
    if (expression instanceof Expression.BooleanLiteral literal) {
      return literal.value() ? "TRUE" : "FALSE";
    }
    if (expression instanceof Expression.DateLiteral date) {
      return date.value().toString();
    }
    if (expression instanceof Expression.TimestampLiteral timestamp) {
      return timestamp.value().toString();
    }
    if (expression instanceof Expression.Call call) {
      return call.name() + "(…)";
    }
    if (expression instanceof Expression.Arithmetic arithmetic) {
      return of(arithmetic.left()) + " " + arithmetic.operator().sign() + " …";
    }
    if (expression instanceof Expression.Interval) {
      return "INTERVAL(…)";
    }
    if (expression instanceof Expression.GeometryLiteral geometry) {
      return geometry.value().getGeometryType();
    }
    if (expression instanceof Expression.BoxLiteral) {
      return "BBOX(…)";
    }
    return expression instanceof Expression.ArrayLiteral ? "the list" : "the condition";
  }

  /** A literal of the type, as CQL2 text writes it. */
  static String example(ValueType type) {
    return switch (type) {
      case TEXT -> "'text in single quotes'";
      case NUMBER -> "12.5";
      case BOOLEAN -> "TRUE";
      case DATE -> "DATE('2024-03-31')";
      case TIMESTAMP -> "TIMESTAMP('2024-03-31T18:00:00Z')";
      default -> "a literal of that type";
    };
  }
}
