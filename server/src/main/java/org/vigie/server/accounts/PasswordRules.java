package org.vigie.server.accounts;

import java.util.List;
import java.util.Locale;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * What may be a password: long, and not what everybody would try first. No rule about kinds of
 * characters, which makes passwords worse (NIST SP 800-63B).
 */
final class PasswordRules {

  static final int MIN_LENGTH = 12;

  /** Nobody types more; hashing more would only cost. */
  static final int MAX_LENGTH = 256;

  /** Words that common long passwords are made of, with digits and signs around them. */
  private static final List<String> COMMON =
      List.of(
          "password",
          "passwort",
          "passw0rd",
          "motdepasse",
          "contrasena",
          "administrator",
          "admin",
          "welcome",
          "qwertyuiop",
          "qwerty",
          "azerty",
          "asdfghjkl",
          "letmein",
          "iloveyou",
          "changeme",
          "secret",
          "monkey",
          "dragon",
          "football",
          "baseball",
          "princess",
          "sunshine",
          "unitednations",
          "peacekeeping",
          "peacekeeper",
          "vigie",
          "mission",
          "abcdefghijkl",
          "abcdef",
          "abc");

  private PasswordRules() {}

  /**
   * @throws BadInputException saying which rule it breaks
   */
  static void check(String username, String password) throws BadInputException {
    int length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH) {
      throw wrong(
          "has " + length + " characters", Message.of("Use at least {minLength}", MIN_LENGTH));
    }
    if (length > MAX_LENGTH) {
      throw wrong(
          "has " + length + " characters", Message.of("Use at most {maxLength}", MAX_LENGTH));
    }
    String plain = password.toLowerCase(Locale.ROOT);
    if (plain.contains(username)) {
      throw wrong(
          "contains the user name", Message.of("Use words that have nothing to do with it"));
    }
    if (plain.chars().distinct().count() < 5) {
      throw wrong("repeats too few characters", Message.of("Use several words"));
    }
    if (isCommon(plain)) {
      throw wrong("is one that everybody tries first", Message.of("Use several unrelated words"));
    }
  }

  /** Whether a common word stands there with nothing but digits and signs, or itself, around it. */
  private static boolean isCommon(String plain) {
    String rest = plain;
    for (String word : COMMON) {
      rest = rest.replace(word, "");
    }
    return rest.codePoints().noneMatch(Character::isLetter);
  }

  private static BadInputException wrong(String what, Message fix) {
    return new BadInputException(
        Fault.of("password", Message.of("the password {what}", what), fix));
  }
}
