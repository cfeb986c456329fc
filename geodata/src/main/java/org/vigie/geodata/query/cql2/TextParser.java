package org.vigie.geodata.query.cql2;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.ArithmeticOperator;
import org.vigie.geodata.query.ComparisonOperator;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;

/**
 * Recursive descent over the grammar of CQL2 text. Conditions and values share one grammar here,
 * because only what follows a parenthesis tells which of the two it holds.
 */
final class TextParser {

  private static final String OPERATORS =
      "=, <>, <, >, <=, >=, LIKE, BETWEEN, IN, IS NULL, AND, OR or the end of the filter";

  private final TokenReader tokens;
  private final TextOperands operands;
  private int depth;

  TextParser(String source, Geometries geometries) throws BadInputException {
    this.tokens = new TokenReader(source);
    this.operands = new TextOperands(tokens, this, geometries);
  }

  Filter filter() throws BadInputException {
    Token start = tokens.peek();
    Filter filter = asFilter(expression(), start);
    if (tokens.peek().kind() != Token.Kind.END) {
      throw tokens.unexpected(tokens.peek(), OPERATORS);
    }
    return filter;
  }

  /** Anything the language has: a condition or a value. */
  Expression expression() throws BadInputException {
    Token start = tokens.peek();
    deeper();
    Expression first = conjunction();
    if (tokens.peek().isWord("OR")) {
      List<Filter> parts = new ArrayList<>();
      parts.add(asFilter(first, start));
      while (tokens.takeWord("OR")) {
        Token next = tokens.peek();
        parts.add(asFilter(conjunction(), next));
      }
      first = new Expression.Condition(new Filter.Or(parts));
    }
    depth--;
    return first;
  }

  private Expression conjunction() throws BadInputException {
    Token start = tokens.peek();
    Expression first = factor();
    if (!tokens.peek().isWord("AND")) {
      return first;
    }
    List<Filter> parts = new ArrayList<>();
    parts.add(asFilter(first, start));
    while (tokens.takeWord("AND")) {
      Token next = tokens.peek();
      parts.add(asFilter(factor(), next));
    }
    return new Expression.Condition(new Filter.And(parts));
  }

  private Expression factor() throws BadInputException {
    if (!tokens.takeWord("NOT")) {
      return predicate();
    }
    deeper();
    Token start = tokens.peek();
    Filter part = asFilter(factor(), start);
    depth--;
    return new Expression.Condition(new Filter.Not(part));
  }

  private Expression predicate() throws BadInputException {
    Token start = tokens.peek();
    Expression left = sum();
    Token token = tokens.peek();
    if (token.kind() == Token.Kind.SIGN) {
      var operator = ComparisonOperator.find(token.text());
      if (operator.isPresent()) {
        tokens.take();
        return new Expression.Condition(
            new Filter.Comparison(operator.get(), asValue(left, start), value()));
      }
      return left;
    }
    if (tokens.takeWord("IS")) {
      boolean not = tokens.takeWord("NOT");
      tokens.expectWord("NULL");
      return condition(new Filter.IsNull(left), not);
    }
    boolean not = tokens.peek().isWord("NOT");
    Token word = not ? tokens.peekSecond() : token;
    if (word.isWord("LIKE") || word.isWord("BETWEEN") || word.isWord("IN")) {
      if (not) {
        tokens.take();
      }
      return condition(advanced(asValue(left, start)), not);
    }
    return left;
  }

  private Filter advanced(Expression left) throws BadInputException {
    Token word = tokens.take();
    if (word.isWord("LIKE")) {
      return new Filter.Like(left, value());
    }
    if (word.isWord("BETWEEN")) {
      Expression low = value();
      tokens.expectWord("AND");
      return new Filter.Between(left, low, value());
    }
    tokens.expectSign("(");
    List<Expression> list = new ArrayList<>();
    do {
      list.add(value());
    } while (tokens.takeSign(","));
    tokens.expectSign(")");
    return new Filter.In(left, list);
  }

  private static Expression condition(Filter filter, boolean not) {
    return new Expression.Condition(not ? new Filter.Not(filter) : filter);
  }

  private Expression value() throws BadInputException {
    Token start = tokens.peek();
    return asValue(sum(), start);
  }

  private Expression sum() throws BadInputException {
    Token start = tokens.peek();
    Expression left = product();
    while (tokens.peek().isSign("+") || tokens.peek().isSign("-")) {
      ArithmeticOperator operator =
          tokens.take().isSign("+") ? ArithmeticOperator.PLUS : ArithmeticOperator.MINUS;
      Token next = tokens.peek();
      left = new Expression.Arithmetic(operator, asValue(left, start), asValue(product(), next));
    }
    return left;
  }

  private Expression product() throws BadInputException {
    Token start = tokens.peek();
    Expression left = power();
    while (isProductSign(tokens.peek())) {
      ArithmeticOperator operator = ArithmeticOperator.find(tokens.take().text()).orElseThrow();
      Token next = tokens.peek();
      left = new Expression.Arithmetic(operator, asValue(left, start), asValue(power(), next));
    }
    return left;
  }

  private static boolean isProductSign(Token token) {
    return token.isSign("*") || token.isSign("/") || token.isSign("%") || token.isWord("DIV");
  }

  private Expression power() throws BadInputException {
    Token start = tokens.peek();
    Expression base = operands.signed();
    if (!tokens.takeSign("^")) {
      return base;
    }
    Token next = tokens.peek();
    return new Expression.Arithmetic(
        ArithmeticOperator.POWER, asValue(base, start), asValue(operands.signed(), next));
  }

  Filter asFilter(Expression expression, Token start) throws BadInputException {
    if (expression instanceof Expression.Condition condition) {
      return condition.filter();
    }
    if (expression instanceof Expression.BooleanLiteral literal) {
      return new Filter.Constant(literal.value());
    }
    if (expression instanceof Expression.Call call) {
      return new Filter.Truth(call);
    }
    if (tokens.peek().kind() != Token.Kind.END && !tokens.peek().isSign(")")) {
      throw tokens.unexpected(tokens.peek(), OPERATORS);
    }
    throw tokens.fault(
        start,
        Message.of("{start} is a value, not a condition", start.shown()),
        Message.of("Compare it with something, for example {start} IS NOT NULL", start.shown()));
  }

  Expression asValue(Expression expression, Token start) throws BadInputException {
    if (expression instanceof Expression.Condition) {
      throw tokens.fault(
          start,
          Message.of("found a condition where a value is needed"),
          Message.of(
              "Join conditions with AND and OR; compare values with =, <, LIKE and the like"));
    }
    return expression;
  }

  private void deeper() throws BadInputException {
    if (++depth > Cql2Limits.MAX_DEPTH) {
      throw Cql2Limits.tooDeep("at position " + (tokens.peek().start() + 1));
    }
  }
}
