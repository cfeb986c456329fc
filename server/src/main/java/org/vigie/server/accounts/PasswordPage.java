package org.vigie.server.accounts;

import io.javalin.http.Context;
import java.util.List;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Markup;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.SeeOtherException;

/** Where one chooses a password of one's own, at the latest after the first sign-in. */
final class PasswordPage implements Routes {

  private static final Parameter<String> TO =
      Parameter.text("to", "Path to go to afterwards; another host's is ignored.");

  private final Accounts accounts;
  private final Sessions sessions;

  PasswordPage(Accounts accounts, Sessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/password").with(TO).handle(this::show),
        Route.post("/password").handle(this::send));
  }

  private void show(Context context) throws BadInputException {
    page(context, LocalPath.orMap(TO.find(context).orElse(null)), "");
  }

  private void send(Context context) {
    Bodies.requireType(context, MediaTypes.FORM);
    Session session = AccountAuthentication.requireSession(context);
    String to = LocalPath.orMap(context.formParam("to"));
    String wanted = text(context, "password");
    if (!wanted.equals(text(context, "again"))) {
      context.status(400);
      page(context, to, SignInWords.of(context).say("not-same"));
      return;
    }
    try {
      accounts.setPassword(session.account(), text(context, "current"), wanted);
    } catch (BadInputException wrong) {
      context.status(400);
      page(context, to, wrong.faults().get(0).what() + ". " + wrong.faults().get(0).fix() + ".");
      return;
    }
    SessionCookies.setSession(context, sessions.startAnew(session, Visitor.of(context)).key());
    throw new SeeOtherException(to);
  }

  private static String text(Context context, String field) {
    String value = context.formParam(field);
    return value == null ? "" : value;
  }

  private static void page(Context context, String to, String message) {
    Session session = AccountAuthentication.requireSession(context);
    Account account = session.account();
    SignInWords words = SignInWords.of(context);
    Markup m = new Markup();
    m.tag("h1", words.say("choose"));
    m.tag(
        "p",
        (account.mustChangePassword() ? words.say("only-once") + " " : "")
            + words.say("rule", PasswordRules.MIN_LENGTH));
    if (!message.isEmpty()) {
      m.tag("p", message, "class", "notice", "role", "alert", "id", "message");
    }
    m.open("form", "method", "post", "action", "/password", "class", "sign-in");
    m.empty("input", "type", "hidden", "name", "csrf", "value", session.csrfToken());
    m.empty("input", "type", "hidden", "name", "to", "value", to);
    m.empty(
        "input",
        "name",
        "username",
        "value",
        account.username(),
        "autocomplete",
        "username",
        "hidden",
        "hidden");
    field(m, "current", words.say("present"), "current-password");
    field(m, "password", words.say("new"), "new-password");
    field(m, "again", words.say("again"), "new-password");
    m.tag("button", words.say("set"), "class", "button primary").close();
    context.header("Cache-Control", "no-store");
    context.html(SignInPage.of(words, words.say("choose"), m));
  }

  private static void field(Markup m, String name, String label, String autocomplete) {
    m.tag("label", label, "for", name);
    m.empty(
        "input",
        "id",
        name,
        "name",
        name,
        "type",
        "password",
        "autocomplete",
        autocomplete,
        "required",
        "required");
  }
}
