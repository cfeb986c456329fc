package org.vigie.geodata.query.cql2;

import java.util.List;
import java.util.Locale;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** The tokens of CQL2 text with a place in them, and what is said when they do not fit. */
final class TokenReader {

  private final List<Token> tokens;
  private int at;

  TokenReader(String source) throws BadInputException {
    this.tokens = Lexer.tokens(source);
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peekSecond() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token take() {
    Token token = tokens.get(at);
    if (at < tokens.size() - 1) {
      at++;
    }
    return token;
  }

  boolean takeSign(String sign) {
    boolean found = peek().isSign(sign);
    if (found) {
      take();
    }
    return found;
  }

  boolean takeWord(String word) {
    boolean found = peek().isWord(word);
    if (found) {
      take();
    }
    return found;
  }

  void expectSign(String sign) throws BadInputException {
    if (!takeSign(sign)) {
      throw unexpected(peek(), sign);
    }
  }

  void expectWord(String word) throws BadInputException {
    if (!takeWord(word)) {
      throw unexpected(peek(), word.toUpperCase(Locale.ROOT));
    }
  }

  String expectText(String what) throws BadInputException {
    if (peek().kind() != Token.Kind.TEXT) {
      throw unexpected(peek(), what);
    }
    return take().text();
  }

  BadInputException unexpected(Token found, String allowed) {
    return fault(
        found,
        Message.of("found {found}", found.shown()),
        Message.of("Allowed here: {allowed}", Message.of(allowed)));
  }

  BadInputException fault(Token place, Message what, Message fix) {
    return new BadInputException(
        Fault.of(
            "filter", Message.of("at position {value}: {what}", place.start() + 1, what), fix));
  }
}
