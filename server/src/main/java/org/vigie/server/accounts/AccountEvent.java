package org.vigie.server.accounts;

import java.time.Instant;

/**
 * Something that happened about accounts, as the audit keeps it.
 *
 * @param number in the audit; later ones are greater
 * @param kind {@code account} for a decision, {@code sign-in}, {@code sign-in-refused} or {@code
 *     sign-out}
 * @param by who did it; {@code unknown name} when nobody has the name that was typed
 * @param username whose account it was; the same as {@code by} but for decisions
 * @param what in words; never a password or a token
 */
public record AccountEvent(
    long number, Instant at, String kind, String by, String username, String what) {

  /**
   * @param subject as the audit has it: of a decision, the account and what was decided
   */
  public static AccountEvent of(
      long number, Instant at, String kind, String actor, String subject) {
    int colon = subject.indexOf(": ");
    if (kind.equals("account") && colon > 0) {
      return new AccountEvent(
          number, at, kind, actor, subject.substring(0, colon), subject.substring(colon + 2));
    }
    String what =
        switch (kind) {
          case "sign-in" -> "signed in";
          case "sign-in-refused" -> "refused";
          case "sign-out" -> "signed out";
          default -> kind;
        };
    return new AccountEvent(number, at, kind, actor, actor, (what + " " + subject).strip());
  }
}
