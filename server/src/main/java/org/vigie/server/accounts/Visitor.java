package org.vigie.server.accounts;

import io.javalin.http.Context;

/**
 * From where and with what somebody signs in, as told to people later.
 *
 * @param address of the client, see {@link ClientAddress}
 * @param browser in words; never what the browser calls itself
 */
public record Visitor(String address, String browser) {

  static Visitor of(Context context) {
    return new Visitor(ClientAddress.of(context), BrowserName.of(context.header("User-Agent")));
  }
}
