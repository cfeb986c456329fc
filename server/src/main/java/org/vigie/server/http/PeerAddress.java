package org.vigie.server.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;

/** Where a request comes from: the peer's address, or what a trusted proxy says of it. */
public final class PeerAddress {

  private static final String ATTRIBUTE = "vigie.peer";

  private PeerAddress() {}

  public static String of(Context context) {
    String address = context.attribute(ATTRIBUTE);
    return address == null ? context.req().getRemoteAddr() : address;
  }

  static void remember(Context context, HttpOptions options) {
    if (!options.proxies().isEmpty()) {
      List<String> forwarded = Collections.list(context.req().getHeaders("X-Forwarded-For"));
      context.attribute(
          ATTRIBUTE, options.proxies().client(context.req().getRemoteAddr(), forwarded));
    }
  }
}
