package org.vigie.server.http;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The URL that this client calls the server by; every link starts with it. */
public final class BaseUrl {

  private static final String ATTRIBUTE = "vigie.base-url";

  private BaseUrl() {}

  /** Without a trailing slash. */
  public static String of(Context context) {
    String base = context.attribute(ATTRIBUTE);
    if (base == null) {
      throw new IllegalStateException("the request did not pass the guard");
    }
    return base;
  }

  /** A forwarded header is not believed: behind a proxy the public URL is configured. */
  static void remember(Context context, HttpOptions options, String host) {
    context.attribute(
        ATTRIBUTE,
        options
            .publicUrl()
            .map(URI::toString)
            .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
            .orElseGet(() -> context.scheme() + "://" + host));
  }

  /** One path segment or query value, percent-encoded (RFC 3986). */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
