package org.vigie.server.http;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where and under which names the server listens.
 *
 * @param host address to listen on; loopback unless the mission says otherwise
 * @param port 0 for any free one
 * @param publicUrl what clients call it when a proxy stands in front, without a trailing slash
 * @param hostNames further names that a request's Host header may carry, without ports
 */
public record HttpOptions(String host, int port, Optional<URI> publicUrl, Set<String> hostNames) {

  public HttpOptions {
    publicUrl.ifPresent(
        url -> {
          if (url.getHost() == null || url.getScheme() == null) {
            throw new IllegalArgumentException(
                "the public URL needs a scheme and a host, for example https://vigie.example: "
                    + url);
          }
        });
    hostNames = Set.copyOf(hostNames);
  }

  public static HttpOptions loopback(int port) {
    return new HttpOptions("127.0.0.1", port, Optional.empty(), Set.of());
  }
}
