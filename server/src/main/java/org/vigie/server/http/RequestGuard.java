package org.vigie.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Message;

/**
 * Refuses what no honest client sends: a Host that is not ours (DNS rebinding) and a change asked
 * for by a page of another origin (cross-site request forgery).
 */
final class RequestGuard {

  static final Set<HandlerType> READS =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  private final HttpOptions options;
  private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));

  RequestGuard(HttpOptions options) {
    this.options = options;
    names.add(options.host().toLowerCase(Locale.ROOT));
    options.hostNames().forEach(n -> names.add(n.toLowerCase(Locale.ROOT)));
    options.publicUrl().ifPresent(url -> names.add(url.getHost().toLowerCase(Locale.ROOT)));
  }

  void check(Context context) {
    PeerAddress.remember(context, options);
    String host = context.header("Host");
    if (host == null || !names.contains(withoutPort(host).toLowerCase(Locale.ROOT))) {
      throw ProblemException.of(
          421,
          "Misdirected Request",
          Message.of(
              "This server does not answer for the host '{host}'. Use its own name, or add the name"
                  + " to its configuration.",
              host));
    }
    BaseUrl.remember(context, options, host);
    if (!READS.contains(context.method()) && crossSite(context, host)) {
      throw ProblemException.of(
          403, "Forbidden", "A page of another origin may not change anything here.");
    }
  }

  private boolean crossSite(Context context, String host) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return true;
    }
    String origin = context.header("Origin");
    return origin != null
        && !origin.equals(context.scheme() + "://" + host)
        && !origin.equals(origin(options.publicUrl().orElse(null)));
  }

  private static @Nullable String origin(@Nullable URI url) {
    return url == null ? null : url.getScheme() + "://" + url.getRawAuthority();
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }
}
