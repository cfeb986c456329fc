package org.vigie.server.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.server.http.ProblemException;

/**
 * Keeps the accounts. Whatever changes what somebody may do ends that person's sessions and stands
 * in the account log. One enabled administrator always remains.
 */
public final class Accounts {

  /** Of letters that cannot be mistaken for another when read aloud or typed from paper. */
  private static final String PASSWORD_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  /** OpenID Connect Core 1.0, section 2: claim sub. */
  private static final int MAX_SUBJECT_LENGTH = 255;

  private static final int PASSWORD_GROUPS = 4;
  private static final int GROUP_LENGTH = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final AccountStore store;
  private final PasswordHashing hashing;
  private final Clock clock;

  public Accounts(AccountStore store, PasswordHashing hashing, Clock clock) {
    this.store = store;
    this.hashing = hashing;
    this.clock = clock;
  }

  public List<Account> list() {
    return store.list();
  }

  public Optional<Account> find(String username) {
    return store.find(UserName.fold(username));
  }

  /**
   * @throws ProblemException 404 when there is none of that name
   */
  public Account get(String username) {
    return find(username)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    Message.of("There is no account {name}.", UserName.fold(username))));
  }

  /** The newest lines about an account first. */
  public List<AccountEntry> log(String username) {
    return store.log(username);
  }

  /**
   * Adds an account with a one-time password, which its owner must change at the first sign-in.
   *
   * @param by who adds it
   * @return the password, which is kept nowhere else
   * @throws BadInputException when the name or another value is wrong, or the name is taken
   */
  public String add(Account account, String by) throws BadInputException {
    String password = oneTimePassword();
    add(account.withMustChangePassword(true), password, by);
    return password;
  }

  /**
   * Adds an account that signs in at the identity provider: it has a password that nobody knows,
   * until an administrator resets it.
   *
   * @throws BadInputException as the other
   */
  public void addLinked(Account account, String by) throws BadInputException {
    add(account.withMustChangePassword(false), oneTimePassword(), by);
  }

  /** The first account of all, which keeps the others; empty when there are accounts already. */
  public Optional<String> addFirstAdministrator() {
    if (!store.list().isEmpty()) {
      return Optional.empty();
    }
    String password = oneTimePassword();
    Account first =
        new Account(
            "administrator",
            "Administrator",
            Set.of(Role.ADMINISTRATOR),
            Classification.UNCLASSIFIED,
            Set.of(),
            Optional.empty(),
            false,
            true);
    boolean added =
        store.addFirst(first, hashing.hash(password), entry("first start", first, "added"));
    return added ? Optional.of(password) : Optional.empty();
  }

  /** Adds an account with a password that is given; for exercises. */
  void add(Account account, String password, String by) throws BadInputException {
    UserName.read(account.username());
    Responsibility.check(account.area());
    checkSubject(store.list(), account);
    AccountEntry entry = entry(by, account, "added: " + AccountChange.words(account));
    if (!store.add(account, hashing.hash(password), entry)) {
      throw new BadInputException(
          Fault.of(
              "username",
              Message.of("the name {username} is taken", account.username()),
              "User names are never given again, not even a disabled one's: use another"));
    }
  }

  /**
   * Changes what an account may do, and ends its sessions.
   *
   * @param by who changes it; an administrator cannot change what he may do himself
   * @throws BadInputException when no administrator would remain, or he changes himself
   */
  public Account change(String username, AccountChange change, String by) throws BadInputException {
    Account before = get(username);
    if (before.username().equals(by) && change.isOfRights()) {
      throw new BadInputException(
          Fault.of(
              "username",
              "nobody changes his own rights",
              "Ask another administrator, or use the command line on the server"));
    }
    Responsibility.check(change.area().flatMap(area -> area));
    return store.change(
        accounts -> {
          Account current = named(accounts, before.username());
          Account after = change.apply(current);
          checkSubject(accounts, after);
          boolean remains =
              after.administers()
                  || !current.administers()
                  || accounts.stream()
                      .anyMatch(a -> a.administers() && !a.username().equals(after.username()));
          if (!remains) {
            throw new BadInputException(
                Fault.of(
                    "username",
                    Message.of("{username} is the last administrator", after.username()),
                    "Make somebody else administrator first"));
          }
          return after;
        },
        after -> entry(by, after, change.words()));
  }

  /** Gives a new one-time password, ends the account's sessions and returns the password. */
  public String reset(String username, String by) {
    Account account = get(username);
    String password = oneTimePassword();
    store.setPassword(hashing.hash(password), true, entry(by, account, "password reset"));
    return password;
  }

  /**
   * Sets the password that the owner of the account chose, and ends the account's sessions.
   *
   * @throws BadInputException when the present one is wrong or the new one is not good enough
   */
  void setPassword(Account account, String present, String wanted) throws BadInputException {
    String hash = store.passwordHash(account.username()).orElseThrow();
    if (present.length() > PasswordRules.MAX_LENGTH * 4 || !hashing.matches(present, hash)) {
      throw new BadInputException(
          Fault.of("currentPassword", "the present password is wrong", "Type it again"));
    }
    PasswordRules.check(account.username(), wanted);
    if (present.equals(wanted)) {
      throw new BadInputException(
          Fault.of("password", "the new password is the present one", "Choose another"));
    }
    store.setPassword(
        hashing.hash(wanted), false, entry(account.username(), account, "password changed"));
  }

  private static void checkSubject(List<Account> accounts, Account account)
      throws BadInputException {
    if (account.oidcSubject().isEmpty()) {
      return;
    }
    String subject = account.oidcSubject().get();
    if (subject.isEmpty() || subject.length() > MAX_SUBJECT_LENGTH) {
      throw new BadInputException(
          Fault.of(
              "oidcSubject",
              Message.of("must have 1 to {maxSubjectLength} characters", MAX_SUBJECT_LENGTH),
              "Use the subject that the sign-in page shows to whoever is not linked yet"));
    }
    for (Account other : accounts) {
      if (!other.username().equals(account.username())
          && other.oidcSubject().equals(account.oidcSubject())) {
        throw new BadInputException(
            Fault.of(
                "oidcSubject",
                Message.of("is linked to {username}", other.username()),
                "Remove that link first: one subject is one account"));
      }
    }
  }

  private AccountEntry entry(String by, Account account, String what) {
    return new AccountEntry(clock.instant(), by, account.username(), what);
  }

  private static Account named(List<Account> accounts, String username) {
    return accounts.stream().filter(a -> a.username().equals(username)).findFirst().orElseThrow();
  }

  /** Twenty letters and digits in four groups: 99 bits. */
  private static String oneTimePassword() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < PASSWORD_GROUPS * GROUP_LENGTH; i++) {
      if (i > 0 && i % GROUP_LENGTH == 0) {
        password.append('-');
      }
      password.append(PASSWORD_LETTERS.charAt(RANDOM.nextInt(PASSWORD_LETTERS.length())));
    }
    return password.toString();
  }
}
