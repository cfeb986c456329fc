package org.vigie.server.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Json;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** Keeping the accounts over HTTP, for administrators who have signed in. */
final class UserRoutes implements Routes {

  private static final int MAX_BODY_BYTES = 1_000_000;
  private static final Schema DOCUMENT = Schema.ref("account");
  private static final Parameter<String> USERNAME =
      Parameter.path("username", "User name.", Schema.string(), text -> text);

  private final Accounts accounts;

  UserRoutes(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/users")
            .only(Role.ADMINISTRATOR)
            .describe("Accounts", "listUsers", "All accounts, the disabled ones too")
            .answers("By user name", Schema.object("users", Schema.array(DOCUMENT)))
            .handle(
                c ->
                    c.json(
                        Map.of(
                            "users",
                            accounts.list().stream().map(AccountJson::document).toList()))),
        Route.post("/api/users")
            .only(Role.ADMINISTRATOR)
            .describe("Accounts", "addUser", "Add an account; tells its one-time password once")
            .takes("The account", MediaTypes.JSON, DOCUMENT)
            .answers(
                new Answer(
                    201,
                    "The account with its one-time password",
                    Map.of(MediaTypes.JSON, DOCUMENT)))
            .handle(this::add),
        Route.patch("/api/users/{username}")
            .only(Role.ADMINISTRATOR)
            .describe("Accounts", "changeUser", "Change an account; its sessions end")
            .with(USERNAME)
            .takes("What shall be different", MediaTypes.JSON, DOCUMENT)
            .answers("The account", DOCUMENT)
            .handle(this::change),
        Route.post("/api/users/{username}/reset")
            .only(Role.ADMINISTRATOR)
            .describe("Accounts", "resetUser", "Give a new one-time password; told once")
            .with(USERNAME)
            .answers("The password", Schema.object("password", Schema.string()))
            .handle(this::reset),
        Route.get("/api/users/{username}/log")
            .only(Role.ADMINISTRATOR)
            .describe("Accounts", "getUserLog", "What was decided about an account, newest first")
            .with(USERNAME)
            .answers("The log", Schema.object("entries", Schema.array(Schema.of("object"))))
            .handle(
                c ->
                    c.json(
                        Map.of(
                            "entries",
                            accounts.log(accounts.get(USERNAME.get(c)).username()).stream()
                                .map(UserRoutes::line)
                                .toList()))));
  }

  @Override
  public Map<String, Schema> schemas() {
    Schema text = Schema.string();
    Schema words = Schema.array(text);
    return Map.of(
        "account",
        Schema.object(
            "username", text,
            "title", text,
            "roles", words,
            "clearance", text,
            "compartments", words,
            "area", Schema.of("object").described("GeoJSON Polygon or MultiPolygon"),
            "disabled", Schema.bool(),
            "oidcSubject", text.described("Subject at the identity provider; null removes it"),
            "mustChangePassword", Schema.bool()));
  }

  private void add(Context context) throws IOException, BadInputException {
    String by = by(context);
    JsonNode body = Json.read(Bodies.read(context, MAX_BODY_BYTES));
    String username = UserName.read(SessionRoutes.text(body, "username"));
    Account blank =
        new Account(
            username,
            username,
            Set.of(),
            Classification.UNCLASSIFIED,
            Set.of(),
            Optional.empty(),
            false,
            true);
    Account account = AccountJson.change(body).apply(blank);
    Map<String, Object> document;
    if (account.oidcSubject().isPresent()) {
      accounts.addLinked(account, by);
      document = AccountJson.document(accounts.get(username));
    } else {
      String password = accounts.add(account, by);
      document = AccountJson.document(accounts.get(username));
      document.put("password", password);
    }
    context.status(201).header("Cache-Control", "no-store").json(document);
  }

  private void change(Context context) throws IOException, BadInputException {
    String by = by(context);
    JsonNode body = Json.read(Bodies.read(context, MAX_BODY_BYTES));
    Account after = accounts.change(USERNAME.get(context), AccountJson.change(body), by);
    context.json(AccountJson.document(after));
  }

  private void reset(Context context) throws BadInputException {
    String by = by(context);
    String password = accounts.reset(USERNAME.get(context), by);
    context.header("Cache-Control", "no-store").json(Map.of("password", password));
  }

  private static Map<String, String> line(AccountEntry entry) {
    return Map.of("at", entry.at().toString(), "by", entry.by(), "what", entry.what());
  }

  private static String by(Context context) {
    return AccountAuthentication.requireSession(context).account().username();
  }
}
