package org.vigie.geodata.query.cql2;

import java.util.List;
import java.util.Locale;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;

/** Writes CQL2 text; every nested condition and operation stands in parentheses. */
final class TextPrinter {

  private final StringBuilder out = new StringBuilder();

  String print(Filter filter) throws BadInputException {
    write(filter);
    return out.toString();
  }

  private void write(Filter filter) throws BadInputException {
    if (filter instanceof Filter.Constant constant) {
      out.append(constant.value() ? "TRUE" : "FALSE");
    } else if (filter instanceof Filter.And and) {
      join(and.parts(), " AND ");
    } else if (filter instanceof Filter.Or or) {
      join(or.parts(), " OR ");
    } else if (filter instanceof Filter.Not not) {
      out.append("NOT ");
      writeNested(not.part());
    } else if (filter instanceof Filter.Comparison comparison) {
      write(comparison.left());
      out.append(' ').append(comparison.operator().sign()).append(' ');
      write(comparison.right());
    } else if (filter instanceof Filter.Like like) {
      write(like.value());
      out.append(" LIKE ");
      write(like.pattern());
    } else if (filter instanceof Filter.Between between) {
      write(between.value());
      out.append(" BETWEEN ");
      write(between.low());
      out.append(" AND ");
      write(between.high());
    } else if (filter instanceof Filter.In in) {
      write(in.value());
      out.append(" IN ");
      list(in.list());
    } else if (filter instanceof Filter.IsNull isNull) {
      write(isNull.operand());
      out.append(" IS NULL");
    } else if (filter instanceof Filter.Spatial spatial) {
      function(spatial.relation().function(), List.of(spatial.left(), spatial.right()));
    } else if (filter instanceof Filter.Temporal temporal) {
      function(temporal.relation().function(), List.of(temporal.left(), temporal.right()));
    } else if (filter instanceof Filter.Arrays arrays) {
      function(arrays.relation().function(), List.of(arrays.left(), arrays.right()));
    } else if (filter instanceof Filter.Truth truth) {
      write(truth.call());
    }
  }

  private void join(List<Filter> parts, String word) throws BadInputException {
    String separator = "";
    for (Filter part : parts) {
      out.append(separator);
      writeNested(part);
      separator = word;
    }
  }

  private void writeNested(Filter part) throws BadInputException {
    out.append('(');
    write(part);
    out.append(')');
  }

  private void write(Expression expression) throws BadInputException {
    if (expression instanceof Expression.Property property) {
      name(property.name());
    } else if (expression instanceof Expression.TextLiteral text) {
      text(text.value());
    } else if (expression instanceof Expression.NumberLiteral number) {
      out.append(number.value());
    } else if (expression instanceof Expression.BooleanLiteral literal) {
      out.append(literal.value() ? "TRUE" : "FALSE");
    } else if (expression instanceof Expression.DateLiteral date) {
      out.append("DATE('").append(date.value()).append("')");
    } else if (expression instanceof Expression.TimestampLiteral timestamp) {
      out.append("TIMESTAMP('").append(timestamp.value()).append("')");
    } else if (expression instanceof Expression.Interval interval) {
      out.append("INTERVAL(");
      bound(interval.start());
      out.append(", ");
      bound(interval.end());
      out.append(')');
    } else if (expression instanceof Expression.Open) {
      out.append("'..'");
    } else if (expression instanceof Expression.GeometryLiteral geometry) {
      Wkt.write(geometry.value(), out);
    } else if (expression instanceof Expression.BoxLiteral box) {
      out.append("BBOX(").append(box.west()).append(", ").append(box.south()).append(", ");
      out.append(box.east()).append(", ").append(box.north()).append(')');
    } else if (expression instanceof Expression.ArrayLiteral array) {
      list(array.elements());
    } else if (expression instanceof Expression.Arithmetic arithmetic) {
      operand(arithmetic.left());
      out.append(' ').append(arithmetic.operator().sign()).append(' ');
      operand(arithmetic.right());
    } else if (expression instanceof Expression.Call call) {
      function(call.name(), call.arguments());
    } else if (expression instanceof Expression.Condition condition) {
      writeNested(condition.filter());
    }
  }

  private void operand(Expression expression) throws BadInputException {
    boolean nested = expression instanceof Expression.Arithmetic;
    out.append(nested ? "(" : "");
    write(expression);
    out.append(nested ? ")" : "");
  }

  private void bound(Expression bound) throws BadInputException {
    if (bound instanceof Expression.DateLiteral date) {
      out.append('\'').append(date.value()).append('\'');
    } else if (bound instanceof Expression.TimestampLiteral timestamp) {
      out.append('\'').append(timestamp.value()).append('\'');
    } else {
      write(bound);
    }
  }

  private void function(String name, List<Expression> arguments) throws BadInputException {
    boolean folds = name.equals("casei") || name.equals("accenti");
    out.append(folds ? name.toUpperCase(Locale.ROOT) : name);
    list(arguments);
  }

  private void list(List<Expression> members) throws BadInputException {
    out.append('(');
    String separator = "";
    for (Expression member : members) {
      out.append(separator);
      write(member);
      separator = ", ";
    }
    out.append(')');
  }

  private void name(String name) {
    if (Names.needsQuotes(name)) {
      out.append('"').append(name.replace("\"", "\"\"")).append('"');
    } else {
      out.append(name);
    }
  }

  private void text(String value) throws BadInputException {
    if (value.endsWith("\\") || value.contains("\\'")) {
      throw new BadInputException(
          Fault.of(
              "filter",
              "CQL2 text cannot write a backslash directly before a quote or at the end of a text",
              "Use CQL2 JSON for this filter"));
    }
    out.append('\'').append(value.replace("'", "''")).append('\'');
  }
}
