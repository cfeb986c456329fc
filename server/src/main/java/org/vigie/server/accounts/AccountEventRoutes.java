package org.vigie.server.accounts;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** What happened about all accounts, for administrators. */
final class AccountEventRoutes implements Routes {

  private static final int USUAL = 100;
  private static final int MOST = 1000;

  private static final Parameter<String> USERNAME =
      Parameter.text("username", "Only what this account did or what was done to it.");
  private static final Parameter<Integer> LIMIT =
      Parameter.query(
              "limit",
              "How many at most.",
              Schema.integer(1, MOST, USUAL),
              text -> Math.min(MOST, Parameters.positive("limit", text)))
          .orElse(USUAL);
  private static final Parameter<Integer> BEFORE =
      Parameter.query(
              "before",
              "Only what came before the event with this number.",
              Schema.integer(1, Integer.MAX_VALUE, Integer.MAX_VALUE),
              text -> Parameters.positive("before", text))
          .orElse(Integer.MAX_VALUE);

  private final AccountStore accounts;

  AccountEventRoutes(AccountStore accounts) {
    this.accounts = accounts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/account-events")
            .only(Role.ADMINISTRATOR)
            .describe(
                "Accounts",
                "listAccountEvents",
                "Decisions about accounts, sign-ins and refused ones, newest first")
            .with(USERNAME, LIMIT, BEFORE)
            .answers("The events", Schema.object("events", Schema.array(Schema.of("object"))))
            .handle(this::list));
  }

  private void list(Context context) throws BadInputException {
    Optional<String> username = USERNAME.find(context).map(UserName::fold);
    List<AccountEvent> events = accounts.events(username, BEFORE.get(context), LIMIT.get(context));
    context.json(Map.of("events", events.stream().map(AccountEventRoutes::document).toList()));
  }

  private static Map<String, Object> document(AccountEvent event) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("number", event.number());
    document.put("at", event.at().toString());
    document.put("kind", event.kind());
    document.put("by", event.by());
    document.put("username", event.username());
    document.put("what", event.what());
    return document;
  }
}
