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
 * @param tls certificate and key; empty for plain HTTP
 * @param proxies whose word is taken for where a request comes from
 * @param kept which answers browsers may keep for when they have no line
 */
public record HttpOptions(
    String host,
    int port,
    Optional<URI> publicUrl,
    Set<String> hostNames,
    Optional<TlsFiles> tls,
    TrustedProxies proxies,
    KeptOffline kept) {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

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

  /** Plain HTTP. */
  public HttpOptions(String host, int port, Optional<URI> publicUrl, Set<String> hostNames) {
    this(
        host,
        port,
        publicUrl,
        hostNames,
        Optional.empty(),
        TrustedProxies.NONE,
        KeptOffline.of("UNCLASSIFIED").locked("CONFIDENTIAL"));
  }

  public static HttpOptions loopback(int port) {
    return new HttpOptions("127.0.0.1", port, Optional.empty(), Set.of());
  }

  public HttpOptions withTls(TlsFiles files) {
    return new HttpOptions(host, port, publicUrl, hostNames, Optional.of(files), proxies, kept);
  }

  public HttpOptions withProxies(TrustedProxies trusted) {
    return new HttpOptions(host, port, publicUrl, hostNames, tls, trusted, kept);
  }

  public HttpOptions withKept(KeptOffline rule) {
    return new HttpOptions(host, port, publicUrl, hostNames, tls, proxies, rule);
  }

  /** Whether nothing that is said to the server crosses a network in clear. */
  public boolean isSafelyReachable() {
    return tls.isPresent() || LOOPBACK.contains(host);
  }

  /** Whether browsers reach the server over TLS, its own or that of the proxy in front. */
  public boolean isEncrypted() {
    return tls.isPresent() || publicUrl.filter(u -> u.getScheme().equals("https")).isPresent();
  }
}
