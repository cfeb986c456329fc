package org.vigie.server.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
   * A session as its owner is told of it.
   *
   * @param visitor where it began
   * @param present whether it is the one that asks
   */
  record Listed(Instant startedAt, Instant lastUsedAt, Visitor visitor, boolean present) {}

  /**
   * @param digest of the id
   */
  void add(byte[] digest, String username, Instant at, Visitor visitor);

  /**
   * The sessions of an account, the last used first.
   *
   * @param present digest of the id of the one that asks
   * @param usedAfter those not used since have ended
   * @param startedAfter those begun before have ended
   */
  List<Listed> list(String username, byte[] present, Instant usedAfter, Instant startedAfter);

  /** Ends an account's sessions but one, when there are others; returns how many. */
  int endOthers(byte[] present, AccountEntry entry);

  Optional<Stored> find(byte[] digest);

  /** Those that there are, by the digest in hexadecimal digits. */
  Map<String, Stored> list(List<byte[]> digests);

  void touch(byte[] digest, Instant at);

  void end(byte[] digest);

  /** Forgets sessions that nobody has used since. */
  void endUnusedSince(Instant limit);

  /**
   * Remembers a browser from which the account has signed in, and forgets others.
   *
   * @param unusedSince browsers of any account that were not signed in from since are forgotten
   * @param most how many of the account's stay, the last used ones
   */
  void addDevice(byte[] digest, String username, Instant at, Instant unusedSince, int most);

  /** A browser that is known was signed in from again. */
  void useDevice(byte[] digest, Instant at);

  /** Whether the account has signed in from there before. */
  boolean knowsDevice(byte[] digest, String username);
}
