package org.vigie.server.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.model.BadInputException;

/** Where accounts are kept, with the log of what was decided about them. */
public interface AccountStore {

  /** Makes the account that shall be from those that are. */
  @FunctionalInterface
  interface Decision {
    Account decide(List<Account> accounts) throws BadInputException;
  }

  /** Accounts by name, the disabled ones too. */
  List<Account> list();

  Optional<Account> find(String username);

  /** The account that is linked to a subject of the identity provider. */
  Optional<Account> findByOidcSubject(String subject);

  /** Argon2id in PHC format; empty when there is no such account. */
  Optional<String> passwordHash(String username);

  /**
   * Adds an account.
   *
   * @return false when the name is taken; nothing happened then
   */
  boolean add(Account account, String passwordHash, AccountEntry entry);

  /** Adds the first account of all; false when there is one already. */
  boolean addFirst(Account account, String passwordHash, AccountEntry entry);

  /**
   * Replaces an account's title, roles and rights and ends its sessions, in one transaction that
   * sees all accounts and that no other change comes between.
   *
   * @param entry the line of the log for what was decided
   */
  Account change(Decision decision, java.util.function.Function<Account, AccountEntry> entry)
      throws BadInputException;

  /** Sets a password and ends the account's sessions. */
  void setPassword(String passwordHash, boolean mustChange, AccountEntry entry);

  /** When an account got a one-time password that its owner has not changed yet. */
  Optional<Instant> resetAt(String username);

  /** The same password hashed anew; nothing when another was set meanwhile. */
  void replaceHash(String username, String old, String replacement);

  /**
   * What happened about accounts, newest first.
   *
   * @param username only by or about this one; empty for all
   * @param before number that those are below which are told
   */
  List<AccountEvent> events(Optional<String> username, long before, int limit);

  /** The newest lines about an account first. */
  List<AccountEntry> log(String username);
}
