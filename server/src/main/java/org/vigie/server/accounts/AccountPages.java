package org.vigie.server.accounts;

import java.util.List;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.StaticAssets;

/**
 * The pages on which people look after their own account and administrators after all. They hold no
 * data: what they show comes from routes that check the caller each time.
 */
final class AccountPages implements Routes {

  private final StaticAssets assets = new StaticAssets();

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/account").handle(c -> assets.serve(c, "/account.html")),
        Route.get("/admin").handle(c -> assets.serve(c, "/admin.html")));
  }
}
