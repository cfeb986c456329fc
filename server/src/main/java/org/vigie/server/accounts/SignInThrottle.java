package org.vigie.server.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How often may be guessed. An account takes {@value #ACCOUNT_FAILURES} failures in 15 minutes from
 * browsers that it has never signed in from, an address {@value #ADDRESS_FAILURES}, after which
 * each further one doubles its wait. A browser that the account has signed in from counts by
 * itself, so that nobody can lock a user out of it by guessing elsewhere.
 *
 * <p>An attempt counts as failed from its beginning, so that a crowd of attempts at once is no way
 * round. Names that nobody has count like others: being throttled tells nothing.
 */
final class SignInThrottle {

  static final int ACCOUNT_FAILURES = 10;
  static final int ADDRESS_FAILURES = 30;
  static final Duration WINDOW = Duration.ofMinutes(15);

  private final FailureCounts accounts;
  private final FailureCounts addresses;
  private final FailureCounts devices;

  SignInThrottle(Clock clock) {
    accounts = new FailureCounts(clock, ACCOUNT_FAILURES, WINDOW, false);
    addresses = new FailureCounts(clock, ADDRESS_FAILURES, WINDOW, true);
    devices = new FailureCounts(clock, ACCOUNT_FAILURES, WINDOW, false);
  }

  /** An attempt that has begun. */
  interface Attempt {
    /** It was the right password: it does not count. */
    void succeeded();
  }

  /** Either may be gone on with, or the time to wait. */
  record Answer(Optional<Attempt> attempt, Duration delay) {

    static Answer go(Attempt attempt) {
      return new Answer(Optional.of(attempt), Duration.ZERO);
    }

    static Answer after(Duration delay) {
      return new Answer(Optional.empty(), delay);
    }
  }

  /** Forgets the failures of an account until its password was reset, wherever they came from. */
  void forgive(String username, Optional<byte[]> device, Instant until) {
    accounts.forget(username, until.toEpochMilli());
    device.ifPresent(d -> devices.forget(key(username, d), until.toEpochMilli()));
  }

  /** An attempt to come back from the identity provider, which counts for the address alone. */
  Answer beginAtProvider(String address) {
    Duration wait = addresses.reserve(address);
    return wait.isZero() ? Answer.go(() -> addresses.takeBack(address)) : Answer.after(wait);
  }

  /** An attempt from a browser that the account has signed in from. */
  Answer beginAtKnownDevice(String username, byte[] device) {
    String key = key(username, device);
    Duration wait = devices.reserve(key);
    return wait.isZero() ? Answer.go(() -> devices.takeBack(key)) : Answer.after(wait);
  }

  /**
   * @param address of the client, as {@link ClientAddress} tells it
   */
  Answer begin(String username, String address) {
    Duration byAddress = addresses.reserve(address);
    if (!byAddress.isZero()) {
      return Answer.after(byAddress);
    }
    Duration byAccount = accounts.reserve(username);
    if (!byAccount.isZero()) {
      return Answer.after(byAccount);
    }
    return Answer.go(
        () -> {
          accounts.takeBack(username);
          addresses.takeBack(address);
        });
  }

  private static String key(String username, byte[] device) {
    return username + ' ' + HexFormat.of().formatHex(device);
  }
}
