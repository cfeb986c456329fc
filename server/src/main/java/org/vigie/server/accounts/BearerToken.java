package org.vigie.server.accounts;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The token of an Authorization header: as Bearer, or as the password of Basic, which is what GIS
 * programs can be told.
 *
 * @param username as Basic gives it; empty with Bearer, which names nobody
 */
record BearerToken(Optional<String> username, String text) {

  /** Empty when the header is of another kind or cannot be read. */
  static Optional<BearerToken> find(String header) {
    int space = header.indexOf(' ');
    String scheme = header.substring(0, Math.max(space, 0)).toLowerCase(Locale.ROOT);
    String value = header.substring(space + 1).strip();
    return switch (scheme) {
      case "bearer" -> Optional.of(new BearerToken(Optional.empty(), value));
      case "basic" -> basic(value);
      default -> Optional.empty();
    };
  }

  /** Whether it may be this account's. */
  boolean isOf(String account) {
    return username.map(name -> UserName.fold(name).equals(account)).orElse(true);
  }

  private static Optional<BearerToken> basic(String value) {
    try {
      String decoded = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
      int colon = decoded.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(
              new BearerToken(
                  Optional.of(decoded.substring(0, colon)), decoded.substring(colon + 1)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "API token";
  }
}
