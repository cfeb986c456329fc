package org.vigie.server.accounts;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** Where one is signed in, so that a session that is not one's own is noticed and ended. */
final class OwnSessionRoutes implements Routes {

  private final Sessions sessions;

  OwnSessionRoutes(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public List<Route> routes() {
    Schema text = Schema.string();
    Schema instant = text.with("format", "date-time");
    Schema session =
        Schema.object(
            "begun", instant,
            "lastUsed", instant.described("To the minute."),
            "address", text.described("Where it began; a network for IPv6."),
            "browser", text,
            "present", Schema.bool().described("Whether it is the one that asks."));
    return List.of(
        Route.get("/api/account/sessions")
            .describe("Accounts", "listSessions", "Where one is signed in, last used first")
            .answers("One's own sessions", Schema.object("sessions", Schema.array(session)))
            .handle(this::list),
        Route.delete("/api/account/sessions")
            .describe("Accounts", "endOtherSessions", "Sign out everywhere but here")
            .answers("How many ended", Schema.object("ended", Schema.integer(0, 1000, 0)))
            .handle(this::endOthers));
  }

  private void list(Context context) {
    Session present = AccountAuthentication.requireSession(context);
    context.json(
        Map.of(
            "sessions", sessions.list(present).stream().map(OwnSessionRoutes::document).toList()));
  }

  private void endOthers(Context context) {
    Session present = AccountAuthentication.requireSession(context);
    context.json(Map.of("ended", sessions.endOthers(present)));
  }

  private static Map<String, Object> document(SessionStore.Listed session) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("begun", session.startedAt().toString());
    document.put("lastUsed", session.lastUsedAt().toString());
    document.put("address", session.visitor().address());
    document.put("browser", session.visitor().browser());
    document.put("present", session.present());
    return document;
  }
}
