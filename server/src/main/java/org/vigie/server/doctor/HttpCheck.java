package org.vigie.server.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.http.HttpOptions;
import org.vigie.server.http.TlsFiles;

/**
 * Whether what is said to the server crosses a network in clear, and how long its certificate
 * holds.
 */
final class HttpCheck {

  private static final String HTTP = "HTTP";
  private static final String TLS = "TLS";
  private static final Duration SOON = Duration.ofDays(30);

  private final Clock clock;

  HttpCheck(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param insecureWanted whether plain HTTP to other machines was asked for
   */
  List<Finding> look(HttpOptions http, boolean insecureWanted) {
    if (http.tls().isPresent()) {
      return certificate(http.tls().get());
    }
    if (http.isSafelyReachable()) {
      return List.of(Finding.ok(HTTP, "plain, for this machine alone (" + http.host() + ")"));
    }
    if (!insecureWanted) {
      return List.of(
          Finding.wrong(
              HTTP,
              "passwords and reports would cross the network in clear at " + http.host(),
              "give --tls-certificate and --tls-key; a server does not start so"));
    }
    return http.isEncrypted()
        ? behindProxy(http)
        : List.of(
            Finding.wrong(
                HTTP,
                "passwords and reports cross the network in clear at "
                    + http.host()
                    + ", as --insecure-http says",
                "give --tls-certificate and --tls-key, or --public-url=https://… of the proxy"));
  }

  private static List<Finding> behindProxy(HttpOptions http) {
    Finding plain =
        Finding.note(
            HTTP,
            "plain at "
                + http.host()
                + " for the proxy of "
                + http.publicUrl().orElseThrow()
                + "; nobody else may reach that port");
    return http.proxies().isEmpty()
        ? List.of(
            plain,
            new Finding(
                Finding.Level.NOTE,
                "Proxy",
                "none is trusted: all clients have its address, and failed sign-ins count for all",
                "name it with --trusted-proxy"))
        : List.of(plain);
  }

  private List<Finding> certificate(TlsFiles files) {
    try {
      files.check();
      String what = files.description();
      Instant end = files.end();
      return List.of(
          end.isBefore(clock.instant().plus(SOON))
              ? new Finding(
                  Finding.Level.NOTE,
                  TLS,
                  what,
                  "replace it before then; the running server reads the new one by itself")
              : Finding.ok(TLS, what));
    } catch (BadInputException wrong) {
      return wrong.faults().stream()
          .map(f -> Finding.wrong(TLS, f.file() + ": " + f.what(), f.fix()))
          .toList();
    }
  }
}
