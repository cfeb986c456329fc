package org.vigie.server.accounts;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Markup;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.SeeOtherException;

/** Where people sign in; a plain form, so that it works without script. */
final class LoginPage implements Routes {

  private static final Parameter<String> TO =
      Parameter.text("to", "Path to go to afterwards; another host's is ignored.");
  private static final Parameter<String> ENDED =
      Parameter.word("ended", "Why one is here again.", List.of("yes"));

  private final SignIn signIn;
  private final List<ExerciseAccounts.Shown> exercise;
  private final Optional<String> provider;

  /**
   * @param exercise accounts that anybody may use; none but in the exercise
   * @param provider host of the identity provider, when there is one
   */
  LoginPage(SignIn signIn, List<ExerciseAccounts.Shown> exercise, Optional<String> provider) {
    this.signIn = signIn;
    this.exercise = List.copyOf(exercise);
    this.provider = provider;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/login").open().with(TO, ENDED).handle(this::show),
        Route.post("/login").open().handle(this::send));
  }

  private void show(Context context) throws Exception {
    String to = LocalPath.orMap(TO.find(context).orElse(null));
    if (Callers.find(context).isPresent()) {
      throw new SeeOtherException(to);
    }
    boolean ended = ENDED.find(context).isPresent();
    page(context, to, "", ended ? "Your session has ended. Sign in again to go on." : "");
  }

  private void send(Context context) {
    Bodies.requireType(context, MediaTypes.FORM);
    String to = LocalPath.orMap(context.formParam("to"));
    String username = text(context, "username");
    if (!isOwnForm(context)) {
      context.status(403);
      page(context, to, username, "This form is too old. Sign in again.");
      return;
    }
    SignIn.Outcome outcome =
        signIn.signIn(
            username,
            text(context, "password"),
            Visitor.of(context),
            SessionCookies.device(context));
    if (outcome instanceof SignIn.SignedIn signedIn) {
      SessionCookies.setSession(context, signedIn.session().key());
      SessionCookies.setDevice(context, signedIn.deviceKey());
      boolean due = signedIn.session().account().mustChangePassword();
      throw new SeeOtherException(due ? "/password?to=" + BaseUrl.encode(to) : to);
    }
    if (outcome instanceof SignIn.Throttled throttled) {
      context
          .status(429)
          .header("Retry-After", Integer.toString(Waiting.seconds(throttled.delay())));
      page(context, to, username, Waiting.sentence(throttled.delay()));
      return;
    }
    context.status(401);
    page(context, to, username, SessionRoutes.WRONG);
  }

  /** Whether the form was ours: its hidden field is the cookie that came with it. */
  private static boolean isOwnForm(Context context) {
    Optional<String> cookie = SessionCookies.form(context);
    return cookie.isPresent() && RandomKey.same(text(context, "form"), cookie.get());
  }

  private static String text(Context context, String field) {
    @Nullable String value = context.formParam(field);
    return value == null ? "" : value;
  }

  /** The page with a message; the status is the caller's. */
  void page(Context context, String to, String username, String message) {
    String key = SessionCookies.form(context).orElseGet(RandomKey::create);
    SessionCookies.setForm(context, key);
    Markup m = new Markup();
    m.tag("h1", "Sign in");
    if (!message.isEmpty()) {
      m.tag("p", message, "class", "notice", "role", "alert", "id", "message");
    }
    m.open("form", "method", "post", "action", "/login", "class", "sign-in");
    hidden(m, key, to);
    m.tag("label", "User name", "for", "username");
    m.empty(
        "input",
        "id",
        "username",
        "name",
        "username",
        "value",
        username,
        "autocomplete",
        "username",
        "autocapitalize",
        "none",
        "spellcheck",
        "false",
        "required",
        "required",
        "maxlength",
        "40",
        username.isEmpty() ? "autofocus" : "data-kept",
        "");
    m.tag("label", "Password", "for", "password");
    m.empty(
        "input",
        "id",
        "password",
        "name",
        "password",
        "type",
        "password",
        "autocomplete",
        "current-password",
        "required",
        "required",
        username.isEmpty() ? "data-first" : "autofocus",
        "");
    m.tag("button", "Sign in", "class", "button primary").close();
    provider.ifPresent(
        host ->
            m.open("p")
                .link(
                    "/login/oidc?to=" + BaseUrl.encode(to),
                    "Sign in with " + host,
                    "class",
                    "button",
                    "id",
                    "provider")
                .close());
    exercise(m, key, to);
    context.header("Cache-Control", "no-store");
    context.html(SignInPage.of("Sign in", m));
  }

  private void exercise(Markup m, String key, String to) {
    if (exercise.isEmpty()) {
      return;
    }
    m.open("section", "class", "exercise", "aria-labelledby", "exercise");
    m.open("h2", "id", "exercise").tag("strong", "EXERCISE ONLY", "class", "ribbon").close();
    m.open("p").text("Accounts of the exercise. Their password is ");
    m.tag("code", ExerciseAccounts.PASSWORD).text(".").close();
    for (ExerciseAccounts.Shown account : exercise) {
      m.open("form", "method", "post", "action", "/login");
      hidden(m, key, to);
      m.empty("input", "type", "hidden", "name", "username", "value", account.username());
      m.empty("input", "type", "hidden", "name", "password", "value", ExerciseAccounts.PASSWORD);
      m.open("button", "class", "account", "data-testid", "as-" + account.username());
      m.tag("b", account.title()).tag("span", account.sees(), "class", "muted");
      m.close().close();
    }
    m.close();
  }

  private static void hidden(Markup m, String key, String to) {
    m.empty("input", "type", "hidden", "name", "form", "value", key);
    m.empty("input", "type", "hidden", "name", "to", "value", to);
  }
}
