package org.vigie.server.accounts;

import java.time.Instant;

/**
 * A session that is under way.
 *
 * @param key 256 random bits; only the browser keeps it
 * @param expiresAt when it ends unless it is used; never later than the absolute limit
 */
record Session(String key, Account account, Instant expiresAt) {

  /** What a page must send along with every change; made from the key, so it is not kept. */
  String csrfToken() {
    return RandomKey.derive(key, "vigie csrf");
  }

  @Override
  public String toString() {
    return "session of " + account.username();
  }
}
