package org.vigie.server.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where API tokens are kept. */
public interface TokenStore {

  /**
   * A token with its account as it is now.
   *
   * @param account may be disabled
   */
  record Found(ApiToken token, Account account) {}

  /**
   * @param digest of the token
   */
  void add(ApiToken token, byte[] digest, AccountEntry entry);

  Optional<Found> find(byte[] digest);

  Optional<ApiToken> find(UUID id);

  /** Those that there are, with their accounts. */
  List<Found> list(List<UUID> ids);

  /** Of one account, newest first, the revoked and the expired ones too. */
  List<ApiToken> list(String username);

  /** Everybody's, newest first, the revoked and the expired ones too. */
  List<ApiToken> list();

  /** Does nothing when it is revoked already. */
  void revoke(UUID id, AccountEntry entry);

  void touch(UUID id, Instant at);
}
