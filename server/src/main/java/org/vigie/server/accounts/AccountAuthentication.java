package org.vigie.server.accounts;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.geodata.model.Message;
import org.vigie.server.http.Authentication;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Challenge;
import org.vigie.server.http.KeptOffline;
import org.vigie.server.http.Navigation;
import org.vigie.server.http.Problem;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.SeeOtherException;

/** Tells who sends a request: by an API token, or by the session cookie of a browser. */
public final class AccountAuthentication implements Authentication {

  private static final String SESSION = "vigie.session";
  private static final String TOKEN = "vigie.token";
  private static final String CSRF_HEADER = "X-CSRF-Token";
  private static final String CSRF_FIELD = "csrf";

  private static final Set<HandlerType> READS =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  /** Signing in needs no session; both have a protection of their own. */
  private static final Set<String> SIGN_IN = Set.of("/login", "/api/session");

  /** All that somebody may ask for who must choose a password first. */
  private static final Set<String> FOR_A_NEW_PASSWORD =
      Set.of("/login", "/password", "/api/session", "/api/account/password");

  private final Sessions sessions;
  private final Tokens tokens;
  private final AccessRules rules;

  AccountAuthentication(Sessions sessions, Tokens tokens, AccessRules rules) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.rules = rules;
  }

  @Override
  public Optional<Caller> find(Context context) {
    String header = context.header("Authorization");
    if (header != null) {
      return Optional.of(byToken(context, header));
    }
    Optional<Session> session = SessionCookies.session(context).flatMap(sessions::find);
    if (session.isEmpty()) {
      return Optional.empty();
    }
    requireCsrfToken(context, session.get());
    requireOwnPassword(context, session.get());
    context.attribute(SESSION, session.get());
    KeptOffline.under(context, session.get().keptUnder(), Sessions.ABSOLUTE);
    return Optional.of(rules.caller(session.get().account()));
  }

  private Caller byToken(Context context, String header) {
    Optional<BearerToken> given = BearerToken.find(header);
    TokenStore.Found found =
        given
            .flatMap(g -> tokens.use(g.text()).filter(f -> g.isOf(f.account().username())))
            .orElseThrow(
                () ->
                    Challenge.of(
                        context, "The API token is unknown, revoked or expired. Make another."));
    context.attribute(TOKEN, found.token().id());
    return rules.caller(found.account(), found.token());
  }

  /** The id of the API token of a request, when it came with one. */
  static Optional<UUID> token(Context context) {
    return Optional.ofNullable(context.attribute(TOKEN));
  }

  /** The session of a request, when it came with one. */
  static Optional<Session> session(Context context) {
    return Optional.ofNullable(context.attribute(SESSION));
  }

  /** The session of a request that must have one, because a token will not do. */
  static Session requireSession(Context context) {
    return session(context)
        .orElseThrow(
            () ->
                ProblemException.of(
                    403, "Forbidden", "This needs a person who has signed in, not an API token."));
  }

  private static void requireCsrfToken(Context context, Session session) {
    boolean signsIn = context.method().equals(HandlerType.POST) && SIGN_IN.contains(context.path());
    if (READS.contains(context.method()) || signsIn) {
      return;
    }
    String given = context.header(CSRF_HEADER);
    String type = context.contentType();
    if (given == null && type != null && type.startsWith("application/x-www-form-urlencoded")) {
      given = context.formParam(CSRF_FIELD);
    }
    if (given == null || !RandomKey.same(given, session.csrfToken())) {
      throw ProblemException.of(
          403,
          "Forbidden",
          Message.of(
              "A change needs the header {csrfHeader} with the token that GET /api/session tells."
                  + " Load the page again.",
              CSRF_HEADER));
    }
  }

  private static void requireOwnPassword(Context context, Session session) {
    String path = context.path();
    boolean free =
        FOR_A_NEW_PASSWORD.contains(path)
            || path.startsWith("/assets/")
            || path.startsWith("/webjars/")
            || path.startsWith("/health/");
    if (session.account().mustChangePassword() && !free) {
      throw Navigation.opensPage(context) ? new SeeOtherException("/password") : passwordDue();
    }
  }

  private static ProblemException passwordDue() {
    return new ProblemException(
        Problem.of(403, "Forbidden", "Choose a password of your own first, at /password.")
            .ofType("urn:vigie:problem:password-due"));
  }
}
