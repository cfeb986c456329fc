package org.vigie.server.accounts;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.server.accounts.postgis.PostgisAccountStore;
import org.vigie.server.accounts.postgis.PostgisSessionStore;
import org.vigie.server.accounts.postgis.PostgisTokenStore;
import org.vigie.server.http.Callers;
import org.vigie.server.http.HttpOptions;
import org.vigie.server.http.HttpServer;
import org.vigie.server.http.LandingPage;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.StaticAssets;
import org.vigie.server.testing.SignedIn;

/** A server with accounts on a real database, a clock that stands until told, and cheap hashes. */
final class AccountsServer implements AutoCloseable {

  static final String PASSWORD = "lantern quarry violin";
  static final PasswordHashing.Cost CHEAP = new PasswordHashing.Cost(64, 1, 1);

  final PostgisStore root;
  final AccountStores stores;
  final Accounts accounts;
  final PasswordHashing hashing = new PasswordHashing(CHEAP);
  final TestClock clock = new TestClock();
  final AccountsApi api;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  AccountsServer(DatabaseAddress address) {
    this(address, HttpOptions.loopback(0));
  }

  AccountsServer(DatabaseAddress address, HttpOptions options) {
    this(address, options, Optional.empty());
  }

  AccountsServer(DatabaseAddress address, HttpOptions options, Optional<OidcSettings> oidc) {
    root = PostgisStore.open(address, LayerFiles.read());
    stores =
        new AccountStores(
            new PostgisAccountStore(root.database()),
            new PostgisSessionStore(root.database()),
            new PostgisTokenStore(root.database()),
            root.auditTrail());
    accounts = new Accounts(stores.accounts(), hashing, clock);
    api =
        new AccountsApi(
            accounts, stores, hashing, new AccessRules(LayerFiles.read()), clock, List.of(), oidc);
    Routes sample =
        () ->
            List.of(
                Route.get("/name").handle(c -> c.result(Callers.get(c).name())),
                Route.get("/page").handle(c -> c.html("<!doctype html><title>page</title>")),
                Route.post("/name").handle(c -> c.result(Callers.get(c).name())),
                Route.get("/kept").only(Role.ADMINISTRATOR).handle(c -> c.result("kept")));
    StaticAssets assets = new StaticAssets();
    server =
        new HttpServer(
                options,
                api.authentication(),
                List.of(sample, api, assets, new LandingPage(List.of(), assets)))
            .start();
  }

  /** An account with {@link #PASSWORD} as its own. */
  Account add(String username, Role... roles) throws BadInputException {
    Account account =
        new Account(
            username,
            username + " (EXERCISE)",
            Set.of(roles),
            Classification.CONFIDENTIAL,
            Set.of("POC"),
            Optional.empty(),
            false,
            false);
    accounts.add(account, PASSWORD, "test");
    return account;
  }

  String url() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  SignedIn signIn(String username) throws IOException, InterruptedException {
    return SignedIn.as(url(), username, PASSWORD);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url()).resolve(path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The answer to somebody who tries to sign in by script. */
  HttpResponse<String> trySignIn(String username, String password)
      throws IOException, InterruptedException {
    return send(
        request("/api/session")
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, password))));
  }

  static HttpRequest.BodyPublisher form(String... namesAndValues) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(namesAndValues[i])
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return HttpRequest.BodyPublishers.ofString(body.toString());
  }

  @Override
  public void close() {
    server.close();
    root.close();
  }
}
