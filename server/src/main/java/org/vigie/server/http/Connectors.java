package org.vigie.server.http;

import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http2.HTTP2Cipher;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HostHeaderCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.geodata.model.BadInputException;

/**
 * Makes what the server listens with: plain HTTP/1.1, or HTTP/2 and HTTP/1.1 over TLS 1.2 and 1.3
 * with certificate files that are read again when they are replaced, without a restart and without
 * cutting connections. Browsers speak HTTP/2 over TLS alone.
 */
final class Connectors {

  private static final Logger LOG = LoggerFactory.getLogger(Connectors.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  /** The store exists only in memory; Jetty wants a word for it nevertheless. */
  private static final char[] IN_MEMORY = "in-memory".toCharArray();

  private final HttpOptions options;

  Connectors(HttpOptions options) {
    this.options = options;
  }

  /** A connector that does not listen yet. */
  ServerConnector create(Server server, HttpConfiguration http) {
    ServerConnector connector =
        options
            .tls()
            .map(files -> encrypted(server, http, files))
            .orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(http)));
    connector.setHost(options.host());
    connector.setPort(options.port());
    connector.setIdleTimeout(HttpLimits.IDLE.toMillis());
    connector.setAcceptQueueSize(HttpLimits.ACCEPT_QUEUE);
    return connector;
  }

  private static ServerConnector encrypted(Server server, HttpConfiguration http, TlsFiles files) {
    HttpConfiguration secure = new HttpConfiguration(http);
    // Names are checked by RequestGuard; a mission's certificate need not name the address.
    secure.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    tls.setRenegotiationAllowed(false);
    tls.setSniRequired(false);
    // HTTP/2 forbids old cipher suites, and the first that both know is taken.
    tls.setCipherComparator(HTTP2Cipher.COMPARATOR);
    use(tls, read(files));
    // HTTP/2 names the host in another place, which RequestGuard need not know.
    HttpConfiguration named = new HttpConfiguration(secure);
    named.addCustomizer(new HostHeaderCustomizer());
    HTTP2ServerConnectionFactory many = new HTTP2ServerConnectionFactory(named);
    many.setMaxConcurrentStreams(HttpLimits.STREAMS);
    many.setStreamIdleTimeout(HttpLimits.STREAM_IDLE.toMillis());
    ALPNServerConnectionFactory choice = new ALPNServerConnectionFactory();
    choice.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
    ServerConnector connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(tls, choice.getProtocol()),
            choice,
            many,
            new HttpConnectionFactory(secure));
    connector.addBean(new Renewal(tls, files));
    return connector;
  }

  private static KeyStore read(TlsFiles files) {
    try {
      return files.read(IN_MEMORY, Clock.systemUTC());
    } catch (BadInputException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    }
  }

  private static void use(SslContextFactory.Server tls, KeyStore store) {
    tls.setKeyStore(store);
    tls.setKeyStorePassword(new String(IN_MEMORY));
    tls.setKeyManagerPassword(new String(IN_MEMORY));
  }

  /** Looks at the files now and then; a pair that cannot be used leaves the old one in use. */
  private static final class Renewal extends ScheduledExecutorScheduler {
    private final SslContextFactory.Server tls;
    private final TlsFiles files;
    private List<FileTime> seen = List.of();

    Renewal(SslContextFactory.Server tls, TlsFiles files) {
      super("vigie-tls", true);
      this.tls = tls;
      this.files = files;
    }

    @Override
    protected void doStart() throws Exception {
      super.doStart();
      seen = files.changed();
      next();
    }

    private void next() {
      schedule(this::look, LOOK_AGAIN.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    private void look() {
      try {
        List<FileTime> now = files.changed();
        if (!now.equals(seen)) {
          KeyStore store = files.read(IN_MEMORY, Clock.systemUTC());
          tls.reload(factory -> use(tls, store));
          seen = now;
          LOG.info("the certificate was replaced: {}", files.description());
        }
      } catch (BadInputException | IOException unusable) {
        LOG.warn("the new certificate is not used: {}", unusable.getMessage());
      } catch (Exception refused) {
        LOG.error("the new certificate is not used", refused);
      }
      if (isRunning()) {
        next();
      }
    }
  }
}
