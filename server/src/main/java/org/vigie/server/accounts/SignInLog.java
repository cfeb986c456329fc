package org.vigie.server.accounts;

import java.util.Optional;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.AuditTrail;

/**
 * Notes in the audit who signed in and out and who was refused. Attempts that the throttle turns
 * away are not noted, so that guessing cannot fill it.
 */
final class SignInLog {

  /** No user name has a space. What was typed may be a password in the wrong field. */
  private static final Author UNKNOWN = new Author("unknown name");

  private final AuditTrail audit;

  SignInLog(AuditTrail audit) {
    this.audit = audit;
  }

  void signedIn(Account account, String address) {
    audit.record("sign-in", new Author(account.username()), "from " + address);
  }

  void signedInAt(String provider, Account account, String address) {
    audit.record("sign-in", new Author(account.username()), "from " + address + " at " + provider);
  }

  /**
   * @param account empty when nobody here is linked, or nobody knows who came
   * @param why in words; a subject only when the provider has signed for it
   */
  void refusedAt(String provider, Optional<Account> account, String address, String why) {
    audit.record(
        "sign-in-refused",
        account.map(a -> new Author(a.username())).orElse(UNKNOWN),
        "from " + address + " at " + provider + ": " + why);
  }

  /** One entry whether there is such an account or not: both take the same time. */
  void refused(String username, boolean exists, String address) {
    audit.record("sign-in-refused", exists ? new Author(username) : UNKNOWN, "from " + address);
  }

  void signedOut(Account account) {
    audit.record("sign-out", new Author(account.username()), "");
  }
}
