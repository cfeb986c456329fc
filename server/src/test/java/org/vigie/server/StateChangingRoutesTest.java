package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.accounts.Account;
import org.vigie.server.http.Caller;
import org.vigie.server.http.Route;
import org.vigie.server.testing.SignedIn;

/** Every route that may change something, whoever adds one: what must not get through to it. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StateChangingRoutesTest {

  private static final String PASSWORD = "seven grey herons";
  private static final String READER = "reader";
  private static final String WRITER = "writer";
  private static final String MAY_ONLY_READ = "may only read";
  private static final String NEEDS_TOKEN = "X-CSRF-Token";

  /**
   * Questions that do not fit into an address, and what withdraws one. Whatever is added here must
   * change nothing of the mission's.
   */
  private static final Set<String> QUESTIONS =
      Set.of(
          "POST /api/breakdown",
          "POST /api/comparison",
          "POST /api/counts",
          "POST /api/matrix",
          "POST /api/statistics",
          "POST /processes/{processID}/execution",
          "DELETE /jobs/{jobID}");

  private WholeServer server;
  private SignedIn person;

  @BeforeAll
  void start(DatabaseAddress address, @TempDir Path folder) throws Exception {
    server = new WholeServer(address, LayerFiles.read(), folder);
    Access all = Access.everything(new Author(READER));
    server.admit(READER, new Caller(READER, Set.of(Role.values()), all, false));
    server.admit(WRITER, new Caller(WRITER, Set.of(Role.values()), all, true));
    Account account =
        new Account(
            "amina",
            "Amina (EXERCISE)",
            Set.of(Role.values()),
            Classification.UNCLASSIFIED,
            Set.of(),
            Optional.empty(),
            false,
            true);
    String given = server.accounts().add(account, "test");
    SignedIn first = SignedIn.as(server.url(), "amina", given);
    String body =
        new ObjectMapper()
            .writeValueAsString(Map.of("currentPassword", given, "password", PASSWORD));
    var set =
        first.send(
            first
                .request("/api/account/password")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    assertThat(set.statusCode()).isEqualTo(204);
    person = SignedIn.as(server.url(), "amina", PASSWORD);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aCallerWhoMayOnlyReadChangesNothing() throws Exception {
    List<String> let = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    int refused = 0;
    for (Route route : unsafe()) {
      HttpResponse<String> answer = send(READER, route, Map.of());
      boolean stopped = answer.statusCode() == 403 && answer.body().contains(MAY_ONLY_READ);
      if (QUESTIONS.contains(key(route))) {
        asked.add(key(route));
        assertThat(stopped).as(key(route)).isFalse();
      } else if (stopped) {
        refused++;
      } else {
        let.add(key(route) + " " + answer.statusCode());
      }
      // The control: it is the token's scope that stops him.
      assertThat(send(WRITER, route, Map.of()).body()).doesNotContain(MAY_ONLY_READ);
    }
    assertThat(let).isEmpty();
    assertThat(asked).containsExactlyInAnyOrderElementsOf(QUESTIONS);
    assertThat(refused).isGreaterThan(20);
  }

  @Test
  void aCookieWithoutItsTokenChangesNothing() throws Exception {
    List<String> let = new ArrayList<>();
    List<String> stoppedWithToken = new ArrayList<>();
    int refused = 0;
    for (Route route : unsafe()) {
      if (route.right().isOpen()) {
        continue;
      }
      for (String token : List.of("", "wrong", person.csrfToken() + "x")) {
        HttpResponse<String> answer = send(WholeServer.BY_COOKIE, route, cookie(token));
        if (answer.statusCode() == 403 && answer.body().contains(NEEDS_TOKEN)) {
          refused++;
        } else {
          let.add(key(route) + " " + answer.statusCode());
        }
      }
      // The control, but for what would end the session or run into the next request.
      if (!route.path().equals("/api/session")) {
        HttpResponse<String> answer =
            send(WholeServer.BY_COOKIE, route, cookie(person.csrfToken()));
        if (answer.statusCode() == 401 || answer.body().contains(NEEDS_TOKEN)) {
          stoppedWithToken.add(key(route) + " " + answer.statusCode());
        }
      }
    }
    assertThat(let).isEmpty();
    assertThat(stoppedWithToken).isEmpty();
    assertThat(refused).isGreaterThan(60);
  }

  @Test
  void aPageOfAnotherOriginChangesNothingEvenWithTheToken() throws Exception {
    List<String> let = new ArrayList<>();
    for (Route route : unsafe()) {
      for (Map<String, String> foreign :
          List.of(
              Map.of("Origin", "https://evil.example"),
              Map.of("Origin", "null"),
              Map.of("Sec-Fetch-Site", "cross-site"),
              Map.of("Sec-Fetch-Site", "same-site"))) {
        Map<String, String> headers = new HashMap<>(cookie(person.csrfToken()));
        headers.putAll(foreign);
        HttpResponse<String> answer = send(WholeServer.BY_COOKIE, route, headers);
        if (answer.statusCode() != 403 || !answer.body().contains("another origin")) {
          let.add(key(route) + " " + foreign + " " + answer.statusCode());
        }
      }
    }
    assertThat(let).isEmpty();
    Route asked = unsafe().stream().filter(r -> !r.changes()).findFirst().orElseThrow();
    Map<String, String> own = new HashMap<>(cookie(person.csrfToken()));
    own.put("Origin", server.url().substring(0, server.url().length() - 1));
    assertThat(send(WholeServer.BY_COOKIE, asked, own).body())
        .as("the control")
        .doesNotContain("another origin");
  }

  @Test
  void nobodyIsSignedInByAFormThatIsNotOurs() throws Exception {
    String form = "username=amina&password=" + PASSWORD.replace(' ', '+');
    Map<String, String> asForm = Map.of("Content-Type", "application/x-www-form-urlencoded");
    HttpResponse<String> page = server.send(WholeServer.BY_COOKIE, "POST", "/login", form, asForm);
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.headers().allValues("Set-Cookie").toString()).doesNotContain("vigie-session");
    String json = "{\"username\": \"amina\", \"password\": \"" + PASSWORD + "\"}";
    assertThat(
            server
                .send(
                    WholeServer.BY_COOKIE,
                    "POST",
                    "/api/session",
                    json,
                    Map.of("Content-Type", "text/plain"))
                .statusCode())
        .isEqualTo(415);
    assertThat(
            server
                .send(
                    WholeServer.BY_COOKIE,
                    "POST",
                    "/api/session",
                    json,
                    Map.of("Content-Type", "application/json"))
                .statusCode())
        .as("the control")
        .isEqualTo(204);
  }

  private List<Route> unsafe() {
    return server.routes().stream()
        .filter(route -> !List.of("GET", "HEAD").contains(route.method().name()))
        .toList();
  }

  private Map<String, String> cookie(String csrfToken) {
    return csrfToken.isEmpty()
        ? Map.of("Cookie", person.cookie())
        : Map.of("Cookie", person.cookie(), NEEDS_TOKEN, csrfToken);
  }

  /** To ids of nothing, so that what gets through does no more than that. */
  private HttpResponse<String> send(String caller, Route route, Map<String, String> headers)
      throws Exception {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    String path =
        route
            .path()
            .replaceAll("[{<](collectionId|layer)[}>]", "incident")
            .replaceAll("[{<][a-zA-Z]*[}>]", UUID.nameUUIDFromBytes(new byte[0]).toString());
    return server.send(
        caller, route.method().name(), path, route.body().isPresent() ? "{}" : "", all);
  }

  private static String key(Route route) {
    return route.method().name() + " " + route.path();
  }
}
