package org.vigie.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/** Whether somebody sits in front of the answer: a page that a browser was told to open. */
public final class Navigation {

  private Navigation() {}

  public static boolean opensPage(Context context) {
    String accept = context.header("Accept");
    String destination = context.header("Sec-Fetch-Dest");
    return isRead(context)
        && accept != null
        && accept.contains("text/html")
        && (destination == null || destination.equals("document"));
  }

  /** To the sign-in page, and from there back here. */
  public static SeeOtherException toSignIn(Context context) {
    String query = context.queryString();
    String here = context.req().getRequestURI() + (query == null ? "" : "?" + query);
    return new SeeOtherException("/login?to=" + BaseUrl.encode(here));
  }

  /** Whether a script on a page asks, which must not make the browser show its own prompt. */
  static boolean isScript(Context context) {
    return context.header("Sec-Fetch-Mode") != null;
  }

  private static boolean isRead(Context context) {
    return context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
  }
}
