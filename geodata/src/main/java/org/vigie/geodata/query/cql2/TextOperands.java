package org.vigie.geodata.query.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.ArithmeticOperator;
import org.vigie.geodata.query.ArrayRelation;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.FilterFunction;
import org.vigie.geodata.query.SpatialRelation;
import org.vigie.geodata.query.TemporalRelation;

/**
 * The operands of CQL2 text: literals, properties, function calls and what stands in parentheses.
 */
final class TextOperands {

  private static final String VALUE =
      "a property, a text in single quotes, a number, TRUE, FALSE, DATE('…'), TIMESTAMP('…'), a"
          + " geometry, a function or (";

  private final TokenReader tokens;
  private final TextParser parser;
  private final WktReader wkt;
  private final Geometries geometries;

  TextOperands(TokenReader tokens, TextParser parser, Geometries geometries) {
    this.tokens = tokens;
    this.parser = parser;
    this.geometries = geometries;
    this.wkt = new WktReader(tokens, geometries);
  }

  /** An operand that may have a sign; a sign before a number belongs to the number. */
  Expression signed() throws BadInputException {
    Token sign = tokens.peek();
    boolean minus = tokens.takeSign("-");
    if (minus || tokens.takeSign("+")) {
      Token start = tokens.peek();
      Expression operand = parser.asValue(operand(), start);
      if (!minus) {
        return operand;
      }
      if (operand instanceof Expression.NumberLiteral number && start.kind() == Token.Kind.NUMBER) {
        return Literals.negative(number);
      }
      return new Expression.Arithmetic(
          ArithmeticOperator.TIMES, new Expression.NumberLiteral(-1L), operand);
    }
    return sign.kind() == Token.Kind.END ? failAt(sign) : operand();
  }

  private Expression failAt(Token token) throws BadInputException {
    throw tokens.unexpected(token, VALUE);
  }

  private Expression operand() throws BadInputException {
    Token token = tokens.peek();
    try {
      return switch (token.kind()) {
        case TEXT -> Literals.text(tokens.take().text());
        case NUMBER -> Literals.number(tokens.take().text());
        case QUOTED_NAME -> property(tokens.take());
        case WORD -> word(token);
        case SIGN -> token.isSign("(") ? parenthesis() : failAt(token);
        case END -> failAt(token);
      };
    } catch (IllegalArgumentException wrongLiteral) {
      throw tokens.fault(
          token,
          Message.of(String.valueOf(wrongLiteral.getMessage())),
          Message.of("Correct the literal that begins at {token}", token.shown()));
    }
  }

  private Expression property(Token name) throws BadInputException {
    if (name.text().isEmpty()) {
      throw tokens.unexpected(name, "the name of a property");
    }
    return new Expression.Property(name.text());
  }

  private Expression word(Token word) throws BadInputException {
    if (word.isWord("TRUE") || word.isWord("FALSE")) {
      return new Expression.BooleanLiteral(tokens.take().isWord("TRUE"));
    }
    if (Names.isOperator(word.text())) {
      return failAt(word);
    }
    Token next = tokens.peekSecond();
    boolean geometry = WktReader.isGeometry(word.upper());
    if (geometry && (next.isSign("(") || next.isWord("Z"))) {
      return geometries.literal(wkt.geometry(1));
    }
    if (!next.isSign("(")) {
      return new Expression.Property(tokens.take().text());
    }
    return switch (word.upper()) {
      case "BBOX" -> wkt.box();
      case "DATE" -> Literals.date(quoted());
      case "TIMESTAMP" -> Literals.timestamp(quoted());
      case "INTERVAL" -> interval();
      default -> call(tokens.take());
    };
  }

  /** The single quoted argument of DATE and TIMESTAMP. */
  private String quoted() throws BadInputException {
    tokens.take();
    tokens.expectSign("(");
    String text = tokens.expectText("a text in single quotes");
    tokens.expectSign(")");
    return text;
  }

  private Expression interval() throws BadInputException {
    tokens.take();
    tokens.expectSign("(");
    Expression start = bound();
    tokens.expectSign(",");
    Expression end = bound();
    tokens.expectSign(")");
    return new Expression.Interval(start, end);
  }

  private Expression bound() throws BadInputException {
    Token token = tokens.peek();
    if (token.kind() == Token.Kind.TEXT) {
      return Literals.bound(tokens.take().text());
    }
    boolean name = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED_NAME;
    if (!name) {
      throw tokens.unexpected(token, "a date, a timestamp or '..' in single quotes, or a property");
    }
    return parser.asValue(operand(), token);
  }

  private Expression call(Token name) throws BadInputException {
    var spatial = SpatialRelation.find(name.text());
    var temporal = TemporalRelation.find(name.text());
    var array = ArrayRelation.find(name.text());
    List<Expression> arguments = arguments(array.isPresent());
    if (spatial.isPresent() || temporal.isPresent() || array.isPresent()) {
      if (arguments.size() != 2) {
        throw tokens.fault(
            name,
            Message.of("{upper} has {count} arguments", name.upper(), arguments.size()),
            Message.of("Give it exactly two"));
      }
      Expression left = parser.asValue(arguments.get(0), name);
      Expression right = parser.asValue(arguments.get(1), name);
      if (spatial.isPresent()) {
        return new Expression.Condition(new Filter.Spatial(spatial.get(), left, right));
      }
      return new Expression.Condition(
          temporal.isPresent()
              ? new Filter.Temporal(temporal.get(), left, right)
              : new Filter.Arrays(array.orElseThrow(), left, right));
    }
    boolean folds = FilterFunction.find(name.text()).map(FilterFunction::foldsText).orElse(false);
    return new Expression.Call(
        folds ? name.text().toLowerCase(Locale.ROOT) : name.text(), arguments);
  }

  private List<Expression> arguments(boolean arrays) throws BadInputException {
    tokens.expectSign("(");
    List<Expression> arguments = new ArrayList<>();
    if (!tokens.takeSign(")")) {
      do {
        boolean array = arrays && tokens.peek().isSign("(");
        arguments.add(array ? array() : parser.expression());
      } while (tokens.takeSign(","));
      tokens.expectSign(")");
    }
    return arguments;
  }

  /** Where an array is expected, parentheses around one element make an array of one. */
  private Expression array() throws BadInputException {
    tokens.expectSign("(");
    List<Expression> elements = new ArrayList<>();
    if (!tokens.takeSign(")")) {
      do {
        elements.add(parser.expression());
      } while (tokens.takeSign(","));
      tokens.expectSign(")");
    }
    return new Expression.ArrayLiteral(elements);
  }

  private Expression parenthesis() throws BadInputException {
    tokens.expectSign("(");
    if (tokens.takeSign(")")) {
      return new Expression.ArrayLiteral(List.of());
    }
    Expression first = parser.expression();
    if (tokens.takeSign(")")) {
      return first;
    }
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    while (tokens.takeSign(",")) {
      elements.add(parser.expression());
    }
    tokens.expectSign(")");
    return new Expression.ArrayLiteral(elements);
  }
}
