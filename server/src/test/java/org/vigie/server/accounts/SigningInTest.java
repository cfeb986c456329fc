package org.vigie.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.http.HttpOptions;
import org.vigie.server.http.Json;
import org.vigie.server.http.Route;
import org.vigie.server.testing.SignedIn;

class SigningInTest {

  private final DatabaseAddress address = TestDatabases.create();
  private AccountsServer server;

  @BeforeEach
  void start() throws Exception {
    server = new AccountsServer(address);
    server.add("amina", Role.DUTY_OFFICER);
    server.add("keeper", Role.ADMINISTRATOR);
  }

  @AfterEach
  void stop() {
    server.close();
    TestDatabases.drop(address);
  }

  @Test
  void aSessionTellsWhoOneIsAndEndsUnusedAfterHalfAnHourAndAlwaysAfterTwelve() throws Exception {
    SignedIn amina = server.signIn("amina");
    var session = Json.MAPPER.readTree(amina.send(amina.request("/api/session")).body());
    assertThat(session.at("/username").asText()).isEqualTo("amina");
    assertThat(session.at("/roles/0").asText()).isEqualTo("duty-officer");
    assertThat(session.at("/expiresAt").asText()).isEqualTo("2026-06-01T08:30:00Z");

    server.clock.advance(Sessions.IDLE.plusSeconds(1));
    assertThat(name(amina)).isEqualTo("401");

    SignedIn busy = server.signIn("amina");
    int minutes = 0;
    while (name(busy).equals("amina")) {
      server.clock.advance(Duration.ofMinutes(20));
      minutes += 20;
    }
    assertThat(minutes).isEqualTo(12 * 60);
  }

  @Test
  void signingOutEndsTheSessionAndAStaleCookieIsNobody() throws Exception {
    SignedIn amina = server.signIn("amina");
    assertThat(name(amina)).isEqualTo("amina");
    assertThat(amina.send(amina.request("/api/session").DELETE()).statusCode()).isEqualTo(204);
    assertThat(name(amina)).isEqualTo("401");
  }

  @Test
  void everySignInHasANewIdAndAnIdFromOutsideIsNeverTaken() throws Exception {
    String planted = "vigie-session=" + RandomKey.create();
    HttpResponse<String> answer =
        server.send(
            server
                .request("/api/session")
                .header("Cookie", planted)
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"username\": \"amina\", \"password\": \"%s\"}"
                            .formatted(AccountsServer.PASSWORD))));
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(String.join("\n", answer.headers().allValues("Set-Cookie")))
        .doesNotContain(planted)
        .contains("HttpOnly", "SameSite=Strict", "Path=/");
    assertThat(server.send(server.request("/name").header("Cookie", planted)).statusCode())
        .isEqualTo(401);
    assertThat(server.signIn("amina").key()).isNotEqualTo(server.signIn("amina").key());
  }

  @Test
  void overHttpsTheCookieIsOfThisHostAloneAndUnseenByScripts() throws Exception {
    DatabaseAddress other = TestDatabases.create();
    HttpOptions behindTls =
        new HttpOptions("127.0.0.1", 0, Optional.of(URI.create("https://vigie.example")), Set.of());
    try (AccountsServer secure = new AccountsServer(other, behindTls)) {
      secure.add("amina", Role.VIEWER);
      List<String> cookies =
          secure.trySignIn("amina", AccountsServer.PASSWORD).headers().allValues("Set-Cookie");
      assertThat(cookies).hasSize(2);
      for (String cookie : cookies) {
        assertThat(cookie).startsWith("__Host-vigie").doesNotContain("Domain");
        assertThat(List.of(cookie.split("; ")))
            .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/");
      }
      String session = cookies.get(0).split(";")[0];
      assertThat(secure.send(secure.request("/name").header("Cookie", session)).body())
          .isEqualTo("amina");
      // The control: the name of plain HTTP, which a neighbouring host could plant, opens nothing.
      String plain = session.replace("__Host-vigie", "vigie-session");
      assertThat(secure.send(secure.request("/name").header("Cookie", plain)).statusCode())
          .isEqualTo(401);
    } finally {
      TestDatabases.drop(other);
    }
  }

  @Test
  void whatChangesAnAccountEndsItsSessionsWithinASecond() throws Exception {
    List<AccountChange> changes =
        List.of(
            AccountChange.NONE.withRoles(Set.of(Role.VIEWER)),
            AccountChange.NONE.withClearance(Classification.UNCLASSIFIED),
            AccountChange.NONE.withCompartments(Set.of()),
            AccountChange.NONE.withDisabled(true));
    for (AccountChange change : changes) {
      SignedIn amina = server.signIn("amina");
      assertThat(name(amina)).isEqualTo("amina");
      server.accounts.change("amina", change, "keeper");
      server.clock.advance(Duration.ofSeconds(1));
      assertThat(name(amina)).as(change.words()).isEqualTo("401");
    }
    assertThat(server.trySignIn("amina", AccountsServer.PASSWORD).statusCode()).isEqualTo(401);
    assertThat(server.accounts.log("amina"))
        .extracting(AccountEntry::what)
        .contains("disabled", "clearance UNCLASSIFIED", "roles viewer");
  }

  @Test
  void everyRouteThatChangesRefusesACookieWithoutItsToken() throws Exception {
    SignedIn keeper = server.signIn("keeper");
    List<String> refused = new ArrayList<>();
    List<String> let = new ArrayList<>();
    for (Route route : server.api.routes()) {
      String method = route.method().name();
      boolean signsIn = route.right().isOpen();
      if (method.equals("GET") || signsIn) {
        continue;
      }
      String path = route.path().replaceAll("\\{[^}]*}", "amina");
      for (String token : List.of("", "wrong")) {
        var request =
            server
                .request(path)
                .header("Cookie", keeper.cookie())
                .method(method, BodyPublishers.noBody());
        var answer = server.send(token.isEmpty() ? request : request.header("X-CSRF-Token", token));
        boolean ours = answer.statusCode() == 403 && answer.body().contains("X-CSRF-Token");
        (ours ? refused : let).add(method + " " + path);
      }
    }
    assertThat(let).isEmpty();
    assertThat(refused).hasSizeGreaterThan(12);
    assertThat(name(keeper)).as("the control: with the token it goes through").isEqualTo("keeper");
    assertThat(keeper.send(keeper.request("/name").POST(BodyPublishers.noBody())).body())
        .isEqualTo("keeper");
  }

  @Test
  void tenThousandGuessesLetNobodyInAndTheOwnerStillGetsIn() throws Exception {
    SignedIn known = server.signIn("amina");
    assertThat(known.key()).isNotEmpty();
    long hashes = server.hashing.computed();
    Sessions sessions = new Sessions(server.stores.sessions(), server.clock);
    SignIn signIn =
        new SignIn(
            server.stores.accounts(),
            server.stores.sessions(),
            new SignInLog(server.stores.audit()),
            sessions,
            server.hashing,
            new SignInThrottle(server.clock),
            server.clock);
    int in = 0;
    for (int guess = 0; guess < 10_000; guess++) {
      String from = "198.51.%d.%d".formatted(guess / 250 % 250, guess % 250);
      if (signIn.signIn("amina", "guess " + guess, at(from), Optional.empty())
          instanceof SignIn.SignedIn) {
        in++;
      }
      server.clock.advance(Duration.ofMillis(360));
    }
    assertThat(in).isZero();
    assertThat(server.hashing.computed() - hashes)
        .as("guesses that were looked at, in an hour")
        .isLessThanOrEqualTo(5L * SignInThrottle.ACCOUNT_FAILURES);
    server.clock.advance(SignInThrottle.WINDOW);
    assertThat(signIn.signIn("amina", AccountsServer.PASSWORD, at("203.0.113.5"), Optional.empty()))
        .isInstanceOf(SignIn.SignedIn.class);
  }

  @Test
  void aResetLetsTheOwnerInWhomGuessesHadKeptOut() throws Exception {
    for (int guess = 0; guess < 15; guess++) {
      server.trySignIn("amina", "guess " + guess);
    }
    assertThat(server.trySignIn("amina", AccountsServer.PASSWORD).statusCode()).isEqualTo(429);
    server.clock.advance(Duration.ofSeconds(1));
    String given = server.accounts.reset("amina", "keeper");
    server.clock.advance(Duration.ofSeconds(1));
    assertThat(server.trySignIn("amina", given).statusCode()).isEqualTo(204);
    int looked = 0;
    for (int guess = 0; guess < 15; guess++) {
      looked += server.trySignIn("amina", "guess " + guess).statusCode() == 401 ? 1 : 0;
    }
    assertThat(looked).as("no more than ever").isEqualTo(SignInThrottle.ACCOUNT_FAILURES);
  }

  @Test
  void browsersThatNobodySignsInFromAnyMoreAreForgotten() throws Exception {
    String old = device(server.trySignIn("amina", AccountsServer.PASSWORD));
    server.clock.advance(Duration.ofDays(200));
    String used = device(server.trySignIn("amina", AccountsServer.PASSWORD));
    server.clock.advance(Duration.ofDays(200));
    assertThat(knows(old)).as("the control").isTrue();
    server.trySignIn("keeper", AccountsServer.PASSWORD);
    assertThat(knows(old)).as("400 days").isFalse();
    assertThat(knows(used)).as("200 days").isTrue();
    for (int other = 0; other < SignIn.MAX_DEVICES; other++) {
      server.clock.advance(Duration.ofMinutes(1));
      server.trySignIn("amina", AccountsServer.PASSWORD);
    }
    assertThat(knows(used)).as("one too many, the longest unused").isFalse();
  }

  private static String device(HttpResponse<String> signedIn) {
    return signedIn.headers().allValues("Set-Cookie").stream()
        .map(c -> c.split(";")[0])
        .filter(c -> c.startsWith("vigie-device="))
        .map(c -> c.substring("vigie-device=".length()))
        .findFirst()
        .orElseThrow();
  }

  private boolean knows(String device) {
    return server.stores.sessions().knowsDevice(RandomKey.digest(device), "amina");
  }

  @Test
  void aNameThatNobodyHasCostsTheSameWorkAndGetsTheSameAnswer() throws Exception {
    server.accounts.change("amina", AccountChange.NONE.withDisabled(true), "keeper");
    List<String> answers = new ArrayList<>();
    for (String name : List.of("keeper", "nobody-of-that-name", "amina", "???")) {
      long before = server.hashing.computed();
      HttpResponse<String> answer = server.trySignIn(name, "a wrong password");
      assertThat(server.hashing.computed() - before).as(name).isEqualTo(1);
      answers.add(answer.statusCode() + answer.body());
    }
    assertThat(Set.copyOf(answers)).hasSize(1);
  }

  @Test
  void aHashMadeForLessIsRaisedAtTheNextSignIn() throws Exception {
    String cheap = server.stores.accounts().passwordHash("amina").orElseThrow();
    PasswordHashing dearer = new PasswordHashing(new PasswordHashing.Cost(128, 1, 1));
    SignIn signIn =
        new SignIn(
            server.stores.accounts(),
            server.stores.sessions(),
            new SignInLog(server.stores.audit()),
            new Sessions(server.stores.sessions(), server.clock),
            dearer,
            new SignInThrottle(server.clock),
            server.clock);
    signIn.signIn("amina", AccountsServer.PASSWORD, at("192.0.2.1"), Optional.empty());
    String raised = server.stores.accounts().passwordHash("amina").orElseThrow();
    assertThat(cheap).startsWith("$argon2id$").contains("m=64");
    assertThat(raised).contains("m=128");
    assertThat(dearer.matches(AccountsServer.PASSWORD, raised)).isTrue();
  }

  @Test
  void whoWasGivenAPasswordMayDoNothingButChooseAnother() throws Exception {
    String given = server.accounts.reset("amina", "keeper");
    SignedIn amina = SignedIn.as(server.url(), "amina", given);
    assertThat(name(amina)).isEqualTo("403");
    assertThat(password(amina, given, "short").statusCode()).isEqualTo(400);
    assertThat(password(amina, given, "my name is amina").statusCode()).isEqualTo(400);
    assertThat(password(amina, given, "password123456").statusCode()).isEqualTo(400);
    assertThat(password(amina, "not " + given, "seven grey herons").statusCode()).isEqualTo(400);
    assertThat(password(amina, given, "seven grey herons").statusCode()).isEqualTo(204);
    assertThat(name(SignedIn.as(server.url(), "amina", "seven grey herons"))).isEqualTo("amina");
    server.clock.advance(Duration.ofSeconds(1));
    assertThat(name(amina)).as("the session before").isEqualTo("401");
  }

  @Test
  void theLastAdministratorStaysAndNobodyChangesHisOwnRights() throws Exception {
    for (AccountChange change :
        List.of(
            AccountChange.NONE.withDisabled(true),
            AccountChange.NONE.withRoles(Set.of(Role.ANALYST)))) {
      assertThatThrownBy(() -> server.accounts.change("keeper", change, "somebody"))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("last administrator");
    }
    SignedIn keeper = server.signIn("keeper");
    var answer =
        keeper.send(
            keeper
                .request("/api/users/keeper")
                .method("PATCH", BodyPublishers.ofString("{\"clearance\": \"CONFIDENTIAL\"}")));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("his own rights");
  }

  @Test
  void aTokenReadsAsItsOwnerAndNeverMore() throws Exception {
    SignedIn amina = server.signIn("amina");
    var created =
        Json.MAPPER.readTree(
            amina
                .send(
                    amina
                        .request("/api/tokens")
                        .POST(BodyPublishers.ofString("{\"name\": \"map\", \"days\": 1}")))
                .body());
    String token = created.at("/token").asText();
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(("amina:" + token).getBytes("UTF-8"));
    assertThat(withToken("GET", "/name", "Bearer " + token).body()).isEqualTo("amina");
    assertThat(withToken("GET", "/name", basic).body()).isEqualTo("amina");
    assertThat(withToken("GET", "/name", basic.replace("Basic YW", "Basic Yn")).statusCode())
        .isEqualTo(401);
    assertThat(withToken("GET", "/name", "Bearer " + token).headers().firstValue("Set-Cookie"))
        .isEmpty();
    assertThat(withToken("DELETE", "/api/session", "Bearer " + token).statusCode()).isEqualTo(403);
    assertThat(withToken("POST", "/api/tokens", "Bearer " + token).statusCode()).isEqualTo(403);

    server.clock.advance(Duration.ofDays(1));
    assertThat(withToken("GET", "/name", "Bearer " + token).statusCode()).isEqualTo(401);
  }

  @Test
  void aRevokedTokenIsNothingAndAnAdministratorsTokenKeepsNoAccounts() throws Exception {
    Tokens tokens = new Tokens(server.stores.tokens(), server.clock);
    Tokens.Wanted wanted =
        new Tokens.Wanted("script", true, Optional.empty(), Optional.empty(), 30);
    Tokens.Created created = tokens.create(server.accounts.get("keeper"), wanted, "test");
    String header = "Bearer " + created.text();
    assertThat(withToken("GET", "/name", header).statusCode()).isEqualTo(200);
    assertThat(withToken("GET", "/api/users", header).statusCode()).isEqualTo(403);
    tokens.revoke(created.token(), "keeper");
    assertThat(withToken("GET", "/name", header).statusCode()).isEqualTo(401);
    assertThatThrownBy(
            () ->
                tokens.create(
                    server.accounts.get("keeper"),
                    new Tokens.Wanted("x", true, Optional.empty(), Optional.empty(), 366),
                    "test"))
        .isInstanceOf(BadInputException.class);
  }

  @Test
  void aTokenLendsFewerLayersAndRolesThanItsOwnerHas() throws Exception {
    AccessRules rules = new AccessRules(org.vigie.geodata.layer.LayerFiles.read());
    Account amina = server.accounts.get("amina");
    Tokens tokens = new Tokens(server.stores.tokens(), server.clock);
    ApiToken token =
        tokens
            .create(
                amina,
                new Tokens.Wanted(
                    "one layer",
                    false,
                    Optional.of(Set.of("incident", "no-such-layer")),
                    Optional.empty(),
                    30),
                "test")
            .token();
    assertThat(rules.caller(amina).access().writable()).contains("incident");
    assertThat(rules.caller(amina, token).access().readable()).containsExactly("incident");
    assertThat(rules.caller(amina, token).access().writable()).isEmpty();
  }

  @Test
  void afterSigningInOneComesBackHereAndNowhereElse() throws Exception {
    for (String elsewhere :
        List.of(
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "/%09/evil.example//x",
            "javascript:alert(1)",
            "/\t/evil.example",
            "evil",
            "/login?to=/login")) {
      assertThat(LocalPath.orMap(elsewhere)).as(elsewhere).isEqualTo("/");
    }
    assertThat(LocalPath.orMap("/collections/incident/items?f=html&limit=10"))
        .isEqualTo("/collections/incident/items?f=html&limit=10");
    HttpResponse<String> page =
        server.send(server.request("/page?x=1").header("Accept", "text/html"));
    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("Location").orElseThrow())
        .endsWith("/login?to=%2Fpage%3Fx%3D1");
  }

  @Test
  void theFormSignsInWithoutScriptAndOnlyWhenItIsOurs() throws Exception {
    HttpResponse<String> page = server.send(server.request("/login?to=/page"));
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    String hidden = cookie.substring(cookie.indexOf('=') + 1);
    assertThat(page.body()).contains(hidden).doesNotContain("EXERCISE");
    assertThat(form(cookie, "another", AccountsServer.PASSWORD).statusCode()).isEqualTo(403);
    assertThat(form("", hidden, AccountsServer.PASSWORD).statusCode()).isEqualTo(403);
    HttpResponse<String> wrong = form(cookie, hidden, "wrong");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).contains(SessionRoutes.WRONG).doesNotContain("value=\"wrong\"");
    HttpResponse<String> right = form(cookie, hidden, AccountsServer.PASSWORD);
    assertThat(right.statusCode()).isEqualTo(303);
    assertThat(right.headers().firstValue("Location").orElseThrow()).endsWith("/page");
  }

  @Test
  void onlyAProgramIsOfferedBasic() throws Exception {
    assertThat(
            server.send(server.request("/name")).headers().allValues("WWW-Authenticate").toString())
        .contains("Basic", "Bearer");
    assertThat(
            server
                .send(server.request("/name").header("Sec-Fetch-Mode", "cors"))
                .headers()
                .allValues("WWW-Authenticate")
                .toString())
        .contains("Bearer")
        .doesNotContain("Basic");
  }

  private static Visitor at(String address) {
    return new Visitor(address, "a program");
  }

  private HttpResponse<String> form(String cookie, String hidden, String password)
      throws Exception {
    return server.send(
        server
            .request("/login")
            .header("Cookie", cookie.isEmpty() ? "x=y" : cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                AccountsServer.form(
                    "form", hidden, "to", "/page", "username", "amina", "password", password)));
  }

  private HttpResponse<String> withToken(String method, String path, String header)
      throws Exception {
    return server.send(
        server
            .request(path)
            .header("Authorization", header)
            .method(
                method,
                method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()));
  }

  private HttpResponse<String> password(SignedIn user, String present, String wanted)
      throws Exception {
    return user.send(
        user.request("/api/account/password")
            .POST(
                BodyPublishers.ofString(
                    "{\"currentPassword\": \"%s\", \"password\": \"%s\"}"
                        .formatted(present, wanted))));
  }

  private String name(SignedIn user) throws Exception {
    HttpResponse<String> answer = user.send(user.request("/name"));
    return answer.statusCode() == 200 ? answer.body() : Integer.toString(answer.statusCode());
  }
}
