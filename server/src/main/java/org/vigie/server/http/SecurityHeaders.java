package org.vigie.server.http;

import io.javalin.http.Context;

/** What every answer tells the browser not to do. */
final class SecurityHeaders {

  private SecurityHeaders() {}

  static void set(Context context) {
    context.header("Content-Security-Policy", policy("'self'"));
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Permissions-Policy", "geolocation=(self), camera=(), microphone=()");
    context.header("Cache-Control", "no-cache");
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
