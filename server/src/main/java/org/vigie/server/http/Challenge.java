package org.vigie.server.http;

import io.javalin.http.Context;

/** The 401 that tells a client how it may say who it is. */
public final class Challenge {

  private Challenge() {}

  /**
   * The exception to throw. A script on a page is not offered Basic, for which the browser would
   * show a prompt of its own.
   */
  public static ProblemException of(Context context, String detail) {
    if (!Navigation.isScript(context)) {
      context.res().addHeader("WWW-Authenticate", "Basic realm=\"vigie\", charset=\"UTF-8\"");
    }
    context.res().addHeader("WWW-Authenticate", "Bearer realm=\"vigie\"");
    return ProblemException.of(401, "Unauthorized", detail);
  }
}
