package org.vigie.server.accounts;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Markup;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.SeeOtherException;

/** Signing in at the mission's identity provider: there with the browser, and back with a code. */
final class OidcRoutes implements Routes {

  private static final Logger LOG = LoggerFactory.getLogger(OidcRoutes.class);
  private static final Parameter<String> TO =
      Parameter.text("to", "Path to go to afterwards; another host's is ignored.");

  private final Optional<OidcProvider> provider;
  private final OidcFlows flows;
  private final AccountStore accounts;
  private final Sessions sessions;
  private final LoginPage login;
  private final SignInLog log;
  private final SignInThrottle throttle;

  /**
   * @param provider empty when the mission has none; both routes then lead to the sign-in page
   */
  OidcRoutes(
      Optional<OidcProvider> provider,
      OidcFlows flows,
      AccountStore accounts,
      Sessions sessions,
      LoginPage login,
      SignInLog log,
      SignInThrottle throttle) {
    this.provider = provider;
    this.flows = flows;
    this.accounts = accounts;
    this.sessions = sessions;
    this.login = login;
    this.log = log;
    this.throttle = throttle;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/login/oidc").open().with(TO).handle(this::leave),
        // What a provider adds to the address on the way back is its own affair.
        Route.get("/login/oidc/callback").open().anyQuery().handle(this::comeBack));
  }

  private void leave(Context context) throws Exception {
    OidcProvider there = required();
    String to = LocalPath.orMap(TO.find(context).orElse(null));
    String key = RandomKey.create();
    URI back = URI.create(BaseUrl.of(context) + "/login/oidc/callback");
    try {
      URI away = there.signIn(flows.begin(RandomKey.derive(key, "oidc"), back, to));
      SessionCookies.setProvider(context, key);
      context.status(303).header("Location", away.toString()).header("Cache-Control", "no-store");
    } catch (OidcException failed) {
      fail(context, there, to, failed);
    }
  }

  private void comeBack(Context context) {
    OidcProvider there = required();
    Optional<OidcFlows.Flow> begun =
        SessionCookies.provider(context)
            .flatMap(key -> flows.take(RandomKey.derive(key, "oidc"), query(context, "state")));
    SessionCookies.forgetProvider(context);
    String issuer = query(context, "iss");
    if (begun.isEmpty() || !(issuer.isEmpty() || there.isIssuer(issuer))) {
      refuse(context, "/", "sign-in-again");
      return;
    }
    String to = begun.get().to();
    String code = query(context, "code");
    if (code.isEmpty()) {
      refuse(context, to, "not-by-provider", there.host());
      return;
    }
    String address = ClientAddress.of(context);
    SignInThrottle.Answer answer = throttle.beginAtProvider(address);
    if (answer.attempt().isEmpty()) {
      context.header("Retry-After", Integer.toString(Waiting.seconds(answer.delay())));
      context.status(429);
      SignInWords words = SignInWords.of(context);
      login.page(context, words, to, "", Waiting.sentence(words, answer.delay()));
      return;
    }
    try {
      if (admit(context, there, there.subject(begun.get(), code), to)) {
        answer.attempt().get().succeeded();
      }
    } catch (OidcException failed) {
      if (failed.isAway()) {
        answer.attempt().get().succeeded();
      } else {
        log.refusedAt(there.host(), Optional.empty(), address, "no answer that can be trusted");
      }
      fail(context, there, to, failed);
    }
  }

  /** Whether somebody is signed in now. */
  private boolean admit(Context context, OidcProvider there, String subject, String to) {
    Optional<Account> account = accounts.findByOidcSubject(subject);
    Visitor visitor = Visitor.of(context);
    if (account.isEmpty()) {
      log.refusedAt(
          there.host(), account, visitor.address(), "subject " + subject + " is not linked");
      context.status(403).header("Cache-Control", "no-store");
      context.html(unknown(SignInWords.of(context), there.host(), subject));
      return false;
    }
    if (account.get().disabled()) {
      log.refusedAt(there.host(), account, visitor.address(), "disabled");
      refuse(context, to, "may-not");
      return false;
    }
    log.signedInAt(there.host(), account.get(), visitor.address());
    SessionCookies.setSession(context, sessions.start(account.get(), visitor).key());
    // A redirect would still count as coming from the provider's site, and the cookie, which is
    // SameSite=Strict, would stay behind: the page goes on by itself.
    String on = account.get().mustChangePassword() ? "/password?to=" + BaseUrl.encode(to) : to;
    context.header("Refresh", "0;url=" + on).header("Cache-Control", "no-store");
    SignInWords words = SignInWords.of(context);
    Markup m = new Markup();
    m.tag("h1", words.say("signed-in")).open("p").link(on, words.say("go-on")).close();
    context.html(SignInPage.of(words, words.say("signed-in"), m));
    return true;
  }

  private static String unknown(SignInWords words, String host, String subject) {
    Markup m = new Markup();
    m.tag("h1", words.say("no-account"));
    m.open("p", "class", "notice", "role", "alert", "id", "message");
    m.text(words.say("no-link", host));
    m.close();
    m.open("p").tag("code", subject, "id", "subject").close();
    m.open("p").link("/login", words.say("back-to-sign-in")).close();
    return SignInPage.of(words, words.say("no-account"), m);
  }

  private void fail(Context context, OidcProvider there, String to, OidcException failed) {
    LOG.warn("signing in at {} failed: {}", there.host(), failed.getMessage());
    if (failed.isAway()) {
      context.status(503);
      SignInWords words = SignInWords.of(context);
      login.page(context, words, to, "", words.say("provider-away", there.host()));
    } else {
      refuse(context, to, "provider-odd", there.host());
    }
  }

  private void refuse(Context context, String to, String sentence, Object... about) {
    context.status(403);
    SignInWords words = SignInWords.of(context);
    login.page(context, words, to, "", words.say(sentence, about));
  }

  private OidcProvider required() {
    return provider.orElseThrow(() -> new SeeOtherException("/login"));
  }

  private static String query(Context context, String name) {
    @Nullable String value = context.queryParam(name);
    return value == null ? "" : value;
  }
}
