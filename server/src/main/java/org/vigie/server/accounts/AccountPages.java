package org.vigie.server.accounts;

import io.javalin.http.Context;
import java.util.List;
import org.vigie.geodata.access.Role;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Language;
import org.vigie.server.http.Markup;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.StaticAssets;

/**
 * The pages on which people look after their own account and administrators after all. They hold no
 * data: what they show comes from routes that check the caller each time.
 */
final class AccountPages implements Routes {

  private final StaticAssets assets = new StaticAssets();
  private final Accounts accounts;

  AccountPages(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/account").handle(c -> assets.serve(c, Language.of(c).page("account"))),
        Route.get("/admin")
            .only(Role.ADMINISTRATOR)
            .orElse(this::notForYou)
            .handle(c -> assets.serve(c, Language.of(c).page("admin"))));
  }

  /** By title, not by user name: who is not signed in as one need not know whom to guess for. */
  private String notForYou(Context context) {
    List<String> administrators =
        accounts.list().stream().filter(Account::administers).map(Account::title).toList();
    SignInWords words = SignInWords.of(context);
    Markup m = new Markup();
    m.tag("h1", words.say("for-administrators"));
    m.open("p", "class", "notice", "role", "alert", "id", "message");
    m.text(words.say("signed-in-as") + " ").tag("b", Callers.get(context).name());
    m.text(". " + words.say("may-not-keep")).close();
    m.tag("p", words.say("who-keeps"));
    m.open("ul", "id", "administrators");
    administrators.forEach(title -> m.tag("li", title));
    m.close();
    m.open("p").link("/account", words.say("own-account")).close();
    m.open("p").link("/", words.say("back-to-map")).close();
    return SignInPage.of(words, words.say("for-administrators"), m);
  }
}
