package org.vigie.server.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is signed in. A session lives in the database, so that every process on it knows it and can
 * end it; what was read there counts for one second, so that an ending takes effect everywhere
 * within that time.
 */
final class Sessions {

  static final Duration IDLE = Duration.ofMinutes(30);
  static final Duration ABSOLUTE = Duration.ofHours(12);

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration BETWEEN_TOUCHES = Duration.ofMinutes(1);
  private static final int MAX_REMEMBERED = 10_000;

  private final SessionStore store;
  private final Clock clock;
  private final Map<String, Remembered> remembered = new LinkedHashMap<>();

  private record Remembered(SessionStore.Stored session, Instant readAt) {}

  Sessions(SessionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A new session under a new key. */
  Session start(Account account, Visitor visitor) {
    Instant now = clock.instant();
    store.endUnusedSince(now.minus(IDLE));
    String key = RandomKey.create();
    store.add(RandomKey.digest(key), account.username(), now, visitor);
    return new Session(key, account, now.plus(IDLE));
  }

  /** The session with this key, which counts as used now; empty when it has ended. */
  Optional<Session> find(String key) {
    Instant now = clock.instant();
    byte[] digest = RandomKey.digest(key);
    Optional<SessionStore.Stored> stored =
        recall(key, now)
            .or(() -> store.find(digest).map(read -> remember(key, touched(digest, read, now))));
    return stored.filter(s -> isAlive(s, now)).map(s -> new Session(key, s.account(), end(s, now)));
  }

  /**
   * Those of the sessions that go on, with their accounts as they are now. Does not count as a use.
   *
   * @param digests of the keys
   * @return by the digest in hexadecimal digits
   */
  Map<String, Account> present(List<byte[]> digests) {
    Instant now = clock.instant();
    Map<String, Account> present = new LinkedHashMap<>();
    store
        .list(digests)
        .forEach(
            (digest, stored) -> {
              if (isAlive(stored, now) && !stored.account().mustChangePassword()) {
                present.put(digest, stored.account());
              }
            });
    return present;
  }

  /** A session of the same person under a new key, instead of the present one. */
  Session startAnew(Session present, Visitor visitor) {
    end(present.key());
    return start(present.account().withMustChangePassword(false), visitor);
  }

  /** All of the same person that are under way, the last used first. */
  List<SessionStore.Listed> list(Session present) {
    Instant now = clock.instant();
    return store.list(
        present.account().username(),
        RandomKey.digest(present.key()),
        now.minus(IDLE),
        now.minus(ABSOLUTE));
  }

  /** Ends all others of the same person; returns how many. */
  int endOthers(Session present) {
    String username = present.account().username();
    int ended =
        store.endOthers(
            RandomKey.digest(present.key()),
            new AccountEntry(clock.instant(), username, username, "signed out everywhere else"));
    synchronized (remembered) {
      remembered.keySet().retainAll(Set.of(present.key()));
    }
    return ended;
  }

  void end(String key) {
    store.end(RandomKey.digest(key));
    synchronized (remembered) {
      remembered.remove(key);
    }
  }

  private SessionStore.Stored touched(byte[] digest, SessionStore.Stored read, Instant now) {
    if (!isAlive(read, now) || read.lastUsedAt().plus(BETWEEN_TOUCHES).isAfter(now)) {
      return read;
    }
    store.touch(digest, now);
    return new SessionStore.Stored(read.account(), read.startedAt(), now);
  }

  private static boolean isAlive(SessionStore.Stored session, Instant now) {
    return !session.account().disabled()
        && now.isBefore(session.lastUsedAt().plus(IDLE))
        && now.isBefore(session.startedAt().plus(ABSOLUTE));
  }

  private static Instant end(SessionStore.Stored session, Instant now) {
    Instant idle = now.plus(IDLE);
    Instant absolute = session.startedAt().plus(ABSOLUTE);
    return idle.isBefore(absolute) ? idle : absolute;
  }

  private Optional<SessionStore.Stored> recall(String key, Instant now) {
    synchronized (remembered) {
      Remembered known = remembered.get(key);
      return known != null && now.isBefore(known.readAt().plus(FRESH))
          ? Optional.of(known.session())
          : Optional.empty();
    }
  }

  private SessionStore.Stored remember(String key, SessionStore.Stored session) {
    synchronized (remembered) {
      if (remembered.size() >= MAX_REMEMBERED) {
        remembered.clear();
      }
      remembered.put(key, new Remembered(session, clock.instant()));
    }
    return session;
  }
}
