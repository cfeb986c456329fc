package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What every answer tells the browser not to do, whoever makes it: route, guard or container. */
final class SecurityHeaders {

  private static final String A_YEAR = "max-age=31536000";

  /** The request headers that name the caller. */
  static final String VARY = "Authorization, Cookie";

  private final Map<String, String> headers = new LinkedHashMap<>();

  /**
   * @param encrypted whether browsers reach the server over TLS; they then come back that way only
   */
  SecurityHeaders(boolean encrypted) {
    headers.put("Content-Security-Policy", policy("'self'"));
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", "geolocation=(self), camera=(), microphone=()");
    // What is answered depends on who asks, unless an endpoint says otherwise.
    headers.put("Cache-Control", KeptOffline.REVALIDATED);
    headers.put("Vary", VARY);
    if (encrypted) {
      headers.put("Strict-Transport-Security", A_YEAR);
    }
  }

  void set(Context context) {
    each(context::header);
  }

  void each(BiConsumer<String, String> header) {
    headers.forEach(header);
  }

  /**
   * @param scripts sources that scripts may come from; inline code never runs
   */
  static String policy(String scripts) {
    return "default-src 'none'; script-src "
        + scripts
        + "; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self';"
        + " worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self';"
        + " frame-ancestors 'none'";
  }
}
