package org.vigie.server.accounts;

import java.time.Instant;
import java.util.Optional;

/** Where sessions are kept, and which browsers an account is known to use. */
public interface SessionStore {

  /**
   * A session as kept.
   *
   * @param account as it is now
   */
  record Stored(Account account, Instant startedAt, Instant lastUsedAt) {}

  /**
   * @param digest of the id
   */
  void add(byte[] digest, String username, Instant at);

  Optional<Stored> find(byte[] digest);

  void touch(byte[] digest, Instant at);

  void end(byte[] digest);

  /** Forgets sessions that nobody has used since. */
  void endUnusedSince(Instant limit);

  /** Remembers a browser from which the account has signed in. */
  void addDevice(byte[] digest, String username, Instant at);

  /** Whether the account has signed in from there before. */
  boolean knowsDevice(byte[] digest, String username);
}
