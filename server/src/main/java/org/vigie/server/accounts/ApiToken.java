package org.vigie.server.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.geodata.access.Role;

/**
 * Lends a program part of what an account may do, until a day. It never gives more than the account
 * has at the moment of the request.
 *
 * @param name what its owner calls it
 * @param writes whether it may change anything
 * @param layers the only layers it reaches; empty for all of the account's
 * @param roles the only roles it lends; empty for all of the account's
 */
public record ApiToken(
    UUID id,
    String username,
    String name,
    boolean writes,
    Optional<Set<String>> layers,
    Optional<Set<Role>> roles,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt) {

  /** So that a leaked one is recognised by whoever finds it. */
  static final String PREFIX = "vigie_";

  boolean isValid(Instant now) {
    return revokedAt.isEmpty() && now.isBefore(expiresAt);
  }
}
