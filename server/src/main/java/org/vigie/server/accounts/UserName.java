package org.vigie.server.accounts;

import java.util.Locale;
import java.util.regex.Pattern;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** What an account may be called: 2 to 40 of a-z, 0-9, dot, hyphen and underscore. */
public final class UserName {

  /** Longer input is never a name; it is cut before anything is kept of it. */
  static final int MAX_LENGTH = 40;

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

  private UserName() {}

  /**
   * The name as it is kept. Capitals and spaces around it, as a phone's keyboard likes to put them,
   * are forgiven.
   *
   * @throws BadInputException when it cannot be a name
   */
  public static String read(String text) throws BadInputException {
    String name = fold(text);
    if (!FORM.matcher(name).matches()) {
      throw new BadInputException(
          Fault.of(
              "username",
              Message.of("'{name}' cannot be a user name", name),
              "Use 2 to 40 of a-z, 0-9, dot, hyphen and underscore; begin with a letter or digit"));
    }
    return name;
  }

  /** As typed at sign-in: any text, whether or not it can be a name. */
  static String fold(String typed) {
    String name = typed.strip().toLowerCase(Locale.ROOT);
    return name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH + 1) : name;
  }
}
