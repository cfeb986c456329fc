package org.vigie.geodata.query.cql2;

import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** Cuts CQL2 text into words, numbers, quoted texts and signs. */
final class Lexer {

  private static final String SIGNS = "()=<>,+-*/%^";

  private final String source;
  private int at;

  private Lexer(String source) {
    this.source = source;
  }

  /** All tokens; the last is of kind END. */
  static List<Token> tokens(String source) throws BadInputException {
    Lexer lexer = new Lexer(source);
    List<Token> tokens = new ArrayList<>();
    Token token;
    do {
      token = lexer.next();
      tokens.add(token);
    } while (token.kind() != Token.Kind.END);
    return tokens;
  }

  private Token next() throws BadInputException {
    while (at < source.length() && isSpace(source.charAt(at))) {
      at++;
    }
    if (at == source.length()) {
      return new Token(Token.Kind.END, "", at);
    }
    int start = at;
    char c = source.charAt(at);
    if (c == '\'') {
      return new Token(Token.Kind.TEXT, quotedText(), start);
    }
    if (c == '"') {
      return new Token(Token.Kind.QUOTED_NAME, quotedName(), start);
    }
    if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
      return new Token(Token.Kind.NUMBER, number(), start);
    }
    if (SIGNS.indexOf(c) >= 0) {
      return new Token(Token.Kind.SIGN, sign(), start);
    }
    if (Names.isStart(source.codePointAt(at))) {
      return new Token(Token.Kind.WORD, word(), start);
    }
    throw unreadable(
        start,
        Message.of(
            "the character {character} is not CQL2",
            new String(Character.toChars(source.codePointAt(at)))),
        Message.of(
            "Put texts into single quotes and property names with special characters into double"
                + " quotes"));
  }

  private String sign() {
    char c = source.charAt(at++);
    char following = at < source.length() ? source.charAt(at) : ' ';
    boolean two =
        (c == '<' && (following == '>' || following == '=')) || (c == '>' && following == '=');
    if (two) {
      at++;
      return "" + c + following;
    }
    return String.valueOf(c);
  }

  private String word() {
    int start = at;
    while (at < source.length() && Names.isPart(source.codePointAt(at))) {
      at += Character.charCount(source.codePointAt(at));
    }
    return source.substring(start, at);
  }

  private String number() {
    int start = at;
    digits();
    if (at < source.length() && source.charAt(at) == '.') {
      at++;
      digits();
    }
    int mantissaEnd = at;
    if (at < source.length() && (source.charAt(at) == 'e' || source.charAt(at) == 'E')) {
      at++;
      if (at < source.length() && (source.charAt(at) == '+' || source.charAt(at) == '-')) {
        at++;
      }
      int exponent = at;
      digits();
      if (at == exponent) {
        at = mantissaEnd;
      }
    }
    return source.substring(start, at);
  }

  private void digits() {
    while (isDigit(at)) {
      at++;
    }
  }

  private boolean isDigit(int index) {
    return index < source.length() && source.charAt(index) >= '0' && source.charAt(index) <= '9';
  }

  /** A quote inside is written twice or after a backslash; other backslashes are ordinary. */
  private String quotedText() throws BadInputException {
    int start = at++;
    StringBuilder text = new StringBuilder();
    while (at < source.length()) {
      char c = source.charAt(at++);
      boolean quoteFollows = at < source.length() && source.charAt(at) == '\'';
      if (c == '\\' && quoteFollows) {
        text.append('\'');
        at++;
      } else if (c != '\'') {
        text.append(c);
      } else if (quoteFollows) {
        text.append('\'');
        at++;
      } else {
        return text.toString();
      }
    }
    throw unreadable(
        start,
        Message.of("the text that begins here has no closing quote"),
        Message.of("Close it with ' and write a quote inside it as ''"));
  }

  private String quotedName() throws BadInputException {
    int start = at++;
    StringBuilder name = new StringBuilder();
    while (at < source.length()) {
      char c = source.charAt(at++);
      if (c != '"') {
        name.append(c);
      } else if (at < source.length() && source.charAt(at) == '"') {
        name.append('"');
        at++;
      } else {
        return name.toString();
      }
    }
    throw unreadable(
        start,
        Message.of("the property name that begins here has no closing quote"),
        Message.of("Close it with \"; texts stand in single quotes"));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  private static BadInputException unreadable(int offset, Message what, Message fix) {
    return new BadInputException(
        Fault.of("filter", Message.of("at position {value}: {what}", offset + 1, what), fix));
  }
}
