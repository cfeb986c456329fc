package org.vigie.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/** Sessions and their cookies. */
class SigningInTest extends AccountsServerFixture {

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
}
