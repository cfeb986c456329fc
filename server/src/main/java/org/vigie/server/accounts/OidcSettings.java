package org.vigie.server.accounts;

import java.net.URI;
import java.util.Set;

/**
 * The mission's identity provider, and how it knows this server.
 *
 * @param issuer as the provider names itself; https, or http on this machine alone
 * @param clientSecret never shown
 */
public record OidcSettings(URI issuer, String clientId, String clientSecret) {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  public OidcSettings {
    if (!isHttps(issuer) && !isLoopback(issuer)) {
      throw new IllegalArgumentException(
          "the issuer needs https (http on this machine alone), for example"
              + " https://id.example/mission: "
              + issuer);
    }
    if (clientId.isBlank() || clientSecret.isBlank()) {
      throw new IllegalArgumentException("client id and client secret must not be empty");
    }
  }

  /** What people know the provider by. */
  String host() {
    return issuer.getHost();
  }

  /** Whether a request may go there: never in clear to another machine, nor inward from outside. */
  boolean mayAsk(URI endpoint) {
    return isHttps(endpoint) || (isLoopback(issuer) && isLoopback(endpoint));
  }

  private static boolean isHttps(URI uri) {
    return "https".equals(uri.getScheme()) && uri.getHost() != null;
  }

  private static boolean isLoopback(URI uri) {
    return "http".equals(uri.getScheme())
        && uri.getHost() != null
        && LOOPBACK.contains(uri.getHost());
  }

  @Override
  public String toString() {
    return "OidcSettings[" + issuer + ", " + clientId + "]";
  }
}
