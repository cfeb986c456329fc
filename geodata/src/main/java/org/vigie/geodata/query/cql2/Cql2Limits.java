package org.vigie.geodata.query.cql2;

import java.util.List;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.Operands;

/**
 * How large a filter may be. Text is bounded before it is read and nesting while it is read, so
 * that nothing deep is ever walked recursively.
 */
public final class Cql2Limits {

  /** Characters of CQL2 text or JSON. */
  public static final int MAX_LENGTH = 64 * 1024;

  /** Conditions, functions, operations and computed list elements. */
  public static final int MAX_TERMS = 200;

  /** Levels of the tree. */
  public static final int MAX_DEPTH = 64;

  private int terms;

  private Cql2Limits() {}

  /** Refuses a source that is too long to be read. */
  public static void checkLength(String source) throws BadInputException {
    if (source.length() > MAX_LENGTH) {
      throw tooLarge("is " + source.length() + " characters long", MAX_LENGTH + " characters");
    }
  }

  /** Says where nesting went too far. */
  public static BadInputException tooDeep(String where) {
    return tooLarge("is nested too deeply " + where, MAX_DEPTH + " levels");
  }

  /** The filter itself, when it keeps the limits. */
  public static Filter check(Filter filter) throws BadInputException {
    Cql2Limits limits = new Cql2Limits();
    limits.count(filter, 1);
    if (limits.terms > MAX_TERMS) {
      throw tooLarge("has " + limits.terms + " terms", MAX_TERMS + " terms");
    }
    return filter;
  }

  private static BadInputException tooLarge(String what, String limit) {
    return new BadInputException(
        Fault.of(
            "filter",
            Message.of("the filter {what}", what),
            Message.of("Keep it within {limit}", limit)));
  }

  private void count(Filter filter, int depth) throws BadInputException {
    if (depth > MAX_DEPTH) {
      throw tooDeep("as a tree");
    }
    int below = depth + 1;
    if (filter instanceof Filter.And and) {
      countAll(and.parts(), below);
    } else if (filter instanceof Filter.Or or) {
      countAll(or.parts(), below);
    } else if (filter instanceof Filter.Not not) {
      count(not.part(), below);
    } else {
      terms++;
      for (Expression operand : Operands.of(filter)) {
        count(operand, below);
      }
    }
  }

  private void countAll(List<Filter> parts, int depth) throws BadInputException {
    for (Filter part : parts) {
      count(part, depth);
    }
  }

  private void count(Expression expression, int depth) throws BadInputException {
    if (depth > MAX_DEPTH) {
      throw tooDeep("as a tree");
    }
    if (expression instanceof Expression.Condition condition) {
      count(condition.filter(), depth + 1);
      return;
    }
    if (expression instanceof Expression.Call || expression instanceof Expression.Arithmetic) {
      terms++;
    }
    for (Expression operand : Operands.of(expression)) {
      count(operand, depth + 1);
    }
    if (expression instanceof Expression.ArrayLiteral array) {
      terms += computed(array.elements());
    }
  }

  private static int computed(List<Expression> elements) {
    return (int) elements.stream().filter(e -> e instanceof Expression.Property).count();
  }
}
