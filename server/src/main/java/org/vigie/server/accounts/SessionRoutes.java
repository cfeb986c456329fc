package org.vigie.server.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Json;
import org.vigie.server.http.KeptOffline;
import org.vigie.server.http.Language;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** Signing in and out by script, and what a page must know of its session. */
final class SessionRoutes implements Routes {

  static final String WRONG = "User name or password is wrong.";

  private static final int MAX_BODY_BYTES = 10_000;

  private final SignIn signIn;
  private final Sessions sessions;
  private final Accounts accounts;

  SessionRoutes(SignIn signIn, Sessions sessions, Accounts accounts) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.accounts = accounts;
  }

  @Override
  public List<Route> routes() {
    Schema text = Schema.string();
    return List.of(
        Route.post("/api/session")
            .open()
            .describe("Accounts", "signIn", "Sign in; the answer sets the session cookie")
            .takes(
                "Who signs in",
                MediaTypes.JSON,
                Schema.object("username", text, "password", text).requiring("username", "password"))
            .answers(Answer.empty(204, "Signed in"))
            .answers(Answer.empty(401, "User name or password is wrong"))
            .answers(Answer.empty(429, "Too many failures; Retry-After says how long to wait"))
            .handle(this::start),
        Route.get("/api/session")
            .mayBeKept()
            .describe("Accounts", "getSession", "Who is signed in, and until when")
            .answers("The session", Schema.ref("session"))
            .handle(c -> c.json(document(c, AccountAuthentication.requireSession(c)))),
        Route.delete("/api/session")
            .describe("Accounts", "signOut", "Sign out")
            .answers(Answer.empty(204, "Signed out"))
            .handle(this::end),
        Route.post("/api/account/password")
            .describe("Accounts", "setPassword", "Choose another password; other sessions end")
            .takes(
                "The present password and the new one",
                MediaTypes.JSON,
                Schema.object("currentPassword", text, "password", text)
                    .requiring("currentPassword", "password"))
            .answers(Answer.empty(204, "Set; the answer sets a new session cookie"))
            .handle(this::password));
  }

  @Override
  public Map<String, Schema> schemas() {
    Schema text = Schema.string();
    Schema words = Schema.array(text);
    return Map.of(
        "session",
        Schema.object(
            "username",
            text,
            "title",
            text,
            "roles",
            words,
            "clearance",
            text,
            "compartments",
            words,
            "expiresAt",
            text.with("format", "date-time"),
            "csrfToken",
            text.described("Send it as X-CSRF-Token with every change."),
            "mustChangePassword",
            Schema.bool(),
            "offlineClassification",
            text.described(
                "The highest mark of what may lie on the disk of the computer; or none."),
            "offlineLocked",
            text.described(
                "The highest mark of what may lie there locked with a passphrase; or none.")));
  }

  private void start(Context context) throws IOException, BadInputException {
    // A form of another origin cannot send this type without being asked about it first.
    if (context.contentType() == null) {
      throw ProblemException.of(415, "Unsupported Media Type", "Send application/json.");
    }
    Bodies.requireType(context, MediaTypes.JSON);
    JsonNode body = Json.read(Bodies.read(context, MAX_BODY_BYTES));
    SignIn.Outcome outcome =
        signIn.signIn(
            text(body, "username"),
            text(body, "password"),
            Visitor.of(context),
            SessionCookies.device(context));
    if (outcome instanceof SignIn.SignedIn signedIn) {
      SessionCookies.setSession(context, signedIn.session().key());
      SessionCookies.setDevice(context, signedIn.deviceKey());
      context.status(204);
    } else if (outcome instanceof SignIn.Throttled throttled) {
      throw ProblemException.of(
              429,
              "Too Many Requests",
              Waiting.sentence(SignInWords.in(Language.EN), throttled.delay()))
          .retryAfter(Waiting.seconds(throttled.delay()));
    } else {
      throw ProblemException.of(401, "Unauthorized", WRONG);
    }
  }

  private void end(Context context) {
    signIn.signOut(AccountAuthentication.requireSession(context));
    SessionCookies.forgetSession(context);
    context.status(204);
  }

  private void password(Context context) throws IOException, BadInputException {
    Session session = AccountAuthentication.requireSession(context);
    JsonNode body = Json.read(Bodies.read(context, MAX_BODY_BYTES));
    accounts.setPassword(session.account(), text(body, "currentPassword"), text(body, "password"));
    SessionCookies.setSession(context, sessions.startAnew(session, Visitor.of(context)).key());
    context.status(204);
  }

  private static Map<String, Object> document(Context context, Session session) {
    Account account = session.account();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("username", account.username());
    document.put("title", account.title());
    document.put("roles", account.roles().stream().sorted().map(Role::word).toList());
    document.put("clearance", account.clearance());
    document.put("compartments", account.compartments().stream().sorted().toList());
    document.put("expiresAt", session.expiresAt().toString());
    document.put("csrfToken", session.csrfToken());
    document.put("mustChangePassword", account.mustChangePassword());
    document.put("offlineClassification", KeptOffline.highest(context));
    document.put("offlineLocked", KeptOffline.highestLocked(context));
    return document;
  }

  static String text(JsonNode body, String member) throws BadInputException {
    JsonNode value = body.get(member);
    if (value == null || !value.isTextual()) {
      throw new BadInputException(Fault.of(member, "is missing", "Give it as text"));
    }
    return value.asText();
  }
}
