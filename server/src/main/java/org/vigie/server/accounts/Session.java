package org.vigie.server.accounts;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

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

  /**
   * What answers of this session are kept under; another when the account may see something else.
   */
  String keptUnder() {
    String rights =
        List.of(
                account.username(),
                new TreeSet<>(account.roles()),
                account.clearance(),
                new TreeSet<>(account.compartments()),
                account.area())
            .toString();
    return RandomKey.derive(key, "vigie kept " + rights);
  }

  @Override
  public String toString() {
    return "session of " + account.username();
  }
}
