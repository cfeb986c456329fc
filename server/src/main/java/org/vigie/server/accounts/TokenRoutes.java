package org.vigie.server.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Json;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** One's own API tokens; an administrator's view of somebody else's. */
final class TokenRoutes implements Routes {

  private static final int MAX_BODY_BYTES = 10_000;
  private static final Parameter<String> OF =
      Parameter.text("username", "Whose tokens; one's own unless given. For administrators.");
  private static final Parameter<String> EVERYBODY =
      Parameter.word("everybody", "Everybody's tokens. For administrators.", List.of("yes"));
  private static final Parameter<UUID> ID =
      Parameter.path("id", "The token's id.", Schema.string(), TokenRoutes::id);

  private final Tokens tokens;

  TokenRoutes(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public List<Route> routes() {
    Schema text = Schema.string();
    return List.of(
        Route.get("/api/tokens")
            .describe("Accounts", "listTokens", "API tokens, newest first")
            .with(OF, EVERYBODY)
            .answers(
                "The tokens, without what opens them",
                Schema.object("tokens", Schema.array(Schema.of("object"))))
            .handle(this::list),
        Route.post("/api/tokens")
            .describe("Accounts", "createToken", "Make an API token; it is told this once")
            .takes(
                "What it may do; never more than its owner",
                MediaTypes.JSON,
                Schema.object(
                        "name", text,
                        "scope", Schema.words(List.of("read", "write")),
                        "days", Schema.integer(1, Tokens.MAX_DAYS, Tokens.DEFAULT_DAYS),
                        "layers", Schema.array(text),
                        "roles", Schema.array(text))
                    .requiring("name"))
            .answers(new Answer(201, "The token", Map.of(MediaTypes.JSON, Schema.of("object"))))
            .handle(this::create),
        Route.delete("/api/tokens/{id}")
            .describe("Accounts", "revokeToken", "Revoke an API token at once")
            .with(ID)
            .answers(Answer.empty(204, "Revoked"))
            .handle(this::revoke));
  }

  private void list(Context context) throws BadInputException {
    Account account = AccountAuthentication.requireSession(context).account();
    String of = OF.find(context).map(UserName::fold).orElse(account.username());
    boolean everybody = EVERYBODY.find(context).isPresent();
    if ((everybody || !of.equals(account.username())) && !account.administers()) {
      throw ProblemException.of(403, "Forbidden", "This is for administrator. Ask one.");
    }
    List<ApiToken> found = everybody ? tokens.list() : tokens.list(of);
    context.json(Map.of("tokens", found.stream().map(TokenRoutes::document).toList()));
  }

  private void create(Context context) throws IOException, BadInputException {
    Account account = AccountAuthentication.requireSession(context).account();
    JsonNode body = Json.read(Bodies.read(context, MAX_BODY_BYTES));
    String scope = body.path("scope").asText("read");
    if (!scope.equals("read") && !scope.equals("write")) {
      throw new BadInputException(
          Fault.of("scope", Message.of("'{scope}' is unknown", scope), "Use read or write"));
    }
    Tokens.Created created =
        tokens.create(
            account,
            new Tokens.Wanted(
                SessionRoutes.text(body, "name"),
                scope.equals("write"),
                AccountJson.texts(body, "layers"),
                AccountJson.roles(body),
                body.path("days").asInt(Tokens.DEFAULT_DAYS)),
            account.username());
    Map<String, Object> document = document(created.token());
    document.put("token", created.text());
    context.status(201).header("Cache-Control", "no-store").json(document);
  }

  private void revoke(Context context) throws BadInputException {
    Account account = AccountAuthentication.requireSession(context).account();
    ApiToken token =
        tokens
            .find(ID.get(context))
            .filter(t -> t.username().equals(account.username()) || account.administers())
            .orElseThrow(() -> ProblemException.notFound("There is no such token."));
    tokens.revoke(token, account.username());
    context.status(204);
  }

  private static Map<String, Object> document(ApiToken token) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", token.id());
    document.put("username", token.username());
    document.put("name", token.name());
    document.put("scope", token.writes() ? "write" : "read");
    token.layers().ifPresent(l -> document.put("layers", l.stream().sorted().toList()));
    token
        .roles()
        .ifPresent(r -> document.put("roles", r.stream().sorted().map(Role::word).toList()));
    document.put("createdAt", token.createdAt().toString());
    document.put("expiresAt", token.expiresAt().toString());
    token.lastUsedAt().ifPresent(at -> document.put("lastUsedAt", at.toString()));
    token.revokedAt().ifPresent(at -> document.put("revokedAt", at.toString()));
    return document;
  }

  private static UUID id(String text) throws BadInputException {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException noId) {
      throw ProblemException.notFound("There is no such token.");
    }
  }
}
