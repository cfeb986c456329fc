package org.vigie.server.accounts;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Language;
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

  private static final Parameter<String> LANGUAGE =
      Parameter.word(
          "language", "Language to read in from now on, kept by a cookie.", Language.tags());

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
        Route.get("/login").open().with(TO, ENDED, LANGUAGE).handle(this::show),
        Route.post("/login").open().handle(this::send));
  }

  private void show(Context context) throws Exception {
    String to = LocalPath.orMap(TO.find(context).orElse(null));
    Optional<Language> chosen = Language.find(LANGUAGE.find(context).orElse(null));
    chosen.ifPresent(language -> language.keep(context));
    if (Callers.find(context).isPresent()) {
      throw new SeeOtherException(to);
    }
    SignInWords words = chosen.map(SignInWords::in).orElseGet(() -> SignInWords.of(context));
    boolean ended = ENDED.find(context).isPresent();
    page(context, words, to, "", ended ? words.say("ended") : "");
  }

  private void send(Context context) {
    Bodies.requireType(context, MediaTypes.FORM);
    String to = LocalPath.orMap(context.formParam("to"));
    String username = text(context, "username");
    SignInWords words = SignInWords.of(context);
    if (!isOwnForm(context)) {
      context.status(403);
      page(context, words, to, username, words.say("too-old"));
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
      page(context, words, to, username, Waiting.sentence(words, throttled.delay()));
      return;
    }
    context.status(401);
    page(context, words, to, username, words.say("wrong"));
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
  void page(Context context, SignInWords words, String to, String username, String message) {
    String key = SessionCookies.form(context).orElseGet(RandomKey::create);
    SessionCookies.setForm(context, key);
    Markup m = new Markup();
    languages(m, words, to);
    m.tag("h1", words.say("sign-in"));
    if (!message.isEmpty()) {
      m.tag("p", message, "class", "notice", "role", "alert", "id", "message");
    }
    m.open("form", "method", "post", "action", "/login", "class", "sign-in");
    hidden(m, key, to);
    m.tag("label", words.say("username"), "for", "username");
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
    m.tag("label", words.say("password"), "for", "password");
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
    m.tag("button", words.say("sign-in"), "class", "button primary").close();
    provider.ifPresent(
        host ->
            m.open("p")
                .link(
                    "/login/oidc?to=" + BaseUrl.encode(to),
                    words.say("sign-in-at", host),
                    "class",
                    "button",
                    "id",
                    "provider")
                .close());
    exercise(m, words, key, to);
    context.header("Cache-Control", "no-store");
    context.html(SignInPage.of(words, words.say("sign-in"), m));
  }

  /** Links, so that a language is changed without script too. */
  private static void languages(Markup m, SignInWords words, String to) {
    m.open("nav", "class", "languages", "aria-label", words.say("languages"));
    for (Language each : Language.values()) {
      m.link(
          "/login?language=" + each.tag() + "&to=" + BaseUrl.encode(to),
          each.ownName(),
          "lang",
          each.tag(),
          "hreflang",
          each.tag(),
          "data-testid",
          "language-" + each.tag(),
          each.equals(words.language()) ? "aria-current" : "data-other",
          "true");
    }
    m.close();
  }

  private void exercise(Markup m, SignInWords words, String key, String to) {
    if (exercise.isEmpty()) {
      return;
    }
    m.open("section", "class", "exercise", "aria-labelledby", "exercise");
    m.open("h2", "id", "exercise").tag("strong", words.say("exercise"), "class", "ribbon").close();
    m.open("p").text(words.say("exercise-password") + " ");
    m.tag("code", ExerciseAccounts.PASSWORD).text(".").close();
    for (ExerciseAccounts.Shown account : exercise) {
      m.open("form", "method", "post", "action", "/login");
      hidden(m, key, to);
      m.empty("input", "type", "hidden", "name", "username", "value", account.username());
      m.empty("input", "type", "hidden", "name", "password", "value", ExerciseAccounts.PASSWORD);
      m.open("button", "class", "account", "data-testid", "as-" + account.username());
      m.tag("b", words.sayOr("as-" + account.username(), account.title()))
          .tag("span", account.sees(), "class", "muted");
      m.close().close();
    }
    m.close();
  }

  private static void hidden(Markup m, String key, String to) {
    m.empty("input", "type", "hidden", "name", "form", "value", key);
    m.empty("input", "type", "hidden", "name", "to", "value", to);
  }
}
