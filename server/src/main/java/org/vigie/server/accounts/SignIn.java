package org.vigie.server.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From a user name and a password to a session. */
final class SignIn {

  /** Browsers of one account that are known at once; more than anybody sits at. */
  static final int MAX_DEVICES = 20;

  private final AccountStore accounts;
  private final SessionStore devices;
  private final SignInLog log;
  private final Sessions sessions;
  private final PasswordHashing hashing;
  private final SignInThrottle throttle;
  private final Clock clock;

  SignIn(
      AccountStore accounts,
      SessionStore devices,
      SignInLog log,
      Sessions sessions,
      PasswordHashing hashing,
      SignInThrottle throttle,
      Clock clock) {
    this.accounts = accounts;
    this.devices = devices;
    this.log = log;
    this.sessions = sessions;
    this.hashing = hashing;
    this.throttle = throttle;
    this.clock = clock;
  }

  /** How it ended. A wrong name, a wrong password and a disabled account are one and the same. */
  sealed interface Outcome permits SignedIn, Refused, Throttled {}

  /**
   * @param deviceKey what tells the browser again, see {@link SignInThrottle}
   */
  record SignedIn(Session session, String deviceKey) implements Outcome {}

  record Refused() implements Outcome {}

  record Throttled(Duration delay) implements Outcome {}

  /**
   * @param device what the browser was given when it signed in before, if it was
   */
  Outcome signIn(String typedName, String password, Visitor visitor, Optional<String> device) {
    String username = UserName.fold(typedName);
    Optional<String> known =
        device.filter(key -> devices.knowsDevice(RandomKey.digest(key), username));
    Optional<byte[]> digest = known.map(RandomKey::digest);
    accounts.resetAt(username).ifPresent(at -> throttle.forgive(username, digest, at));
    SignInThrottle.Answer answer =
        known
            .map(key -> throttle.beginAtKnownDevice(username, RandomKey.digest(key)))
            .orElseGet(() -> throttle.begin(username, visitor.address()));
    if (answer.attempt().isEmpty()) {
      return new Throttled(answer.delay());
    }
    Optional<Account> account = verify(username, password);
    if (account.isEmpty()) {
      log.refused(username, accounts.find(username).isPresent(), visitor.address());
      return new Refused();
    }
    log.signedIn(account.get(), visitor.address());
    answer.attempt().get().succeeded();
    known.ifPresent(key -> devices.useDevice(RandomKey.digest(key), clock.instant()));
    return new SignedIn(
        sessions.start(account.get(), visitor), known.orElseGet(() -> device(username)));
  }

  void signOut(Session session) {
    sessions.end(session.key());
    log.signedOut(session.account());
  }

  /** The account that has this name and password and may sign in. One hash, whatever the answer. */
  private Optional<Account> verify(String username, String password) {
    Optional<Account> account = accounts.find(username);
    Optional<String> hash = accounts.passwordHash(username);
    boolean tooLong = password.length() > PasswordRules.MAX_LENGTH * 4;
    boolean right =
        (hash.isEmpty() || tooLong)
            ? hashing.matchesNobody(tooLong ? "" : password)
            : hashing.matches(password, hash.get());
    if (!right || account.isEmpty() || account.get().disabled()) {
      return Optional.empty();
    }
    if (hashing.isCheap(hash.get())) {
      accounts.replaceHash(username, hash.get(), hashing.hash(password));
    }
    return account;
  }

  private String device(String username) {
    String key = RandomKey.create();
    Instant now = clock.instant();
    devices.addDevice(
        RandomKey.digest(key),
        username,
        now,
        now.minusSeconds(SessionCookies.DEVICE_AGE_S),
        MAX_DEVICES);
    return key;
  }
}
