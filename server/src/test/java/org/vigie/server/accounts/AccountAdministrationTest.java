package org.vigie.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.server.http.Json;
import org.vigie.server.testing.SignedIn;

/** What only administrators see and set: areas, everybody's tokens, the log of all accounts. */
class AccountAdministrationTest extends AccountsServerFixture {

  private SignedIn keeper;
  private SignedIn amina;

  @BeforeEach
  void bothSignIn() throws Exception {
    keeper = server.signIn("keeper");
    amina = server.signIn("amina");
  }

  @Test
  void anAreaIsAFaceOnTheEarthAndAnythingElseIsRefusedInWords() throws Exception {
    Map<String, String> wrong =
        Map.of(
            "{\"type\": \"Point\", \"coordinates\": [1, 2]}",
            "no area",
            "{\"type\": \"Polygon\", \"coordinates\": [[[0,0],[1,1],[1,0],[0,1],[0,0]]]}",
            "outline is wrong",
            "{\"type\": \"Polygon\", \"coordinates\": [[[0,0],[0,95],[1,95],[0,0]]]}",
            "latitude 95.0 is outside",
            "{\"type\": \"Polygon\", \"coordinates\": []}",
            "area",
            "{\"type\": \"Sphere\"}",
            "Sphere");
    for (Map.Entry<String, String> each : wrong.entrySet()) {
      HttpResponse<String> answer = patch("{\"area\": " + each.getKey() + "}");
      assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(400);
      assertThat(answer.body()).contains(each.getValue());
    }
    assertThat(server.accounts.get("amina").area()).isEmpty();

    String square = "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]";
    HttpResponse<String> right =
        patch("{\"area\": {\"type\": \"Polygon\", \"coordinates\": " + square + "}}");
    assertThat(right.statusCode()).as(right.body()).isEqualTo(200);
    assertThat(server.accounts.get("amina").area().orElseThrow().getArea()).isEqualTo(1);
    assertThat(patch("{\"area\": null}").statusCode()).isEqualTo(200);
    assertThat(server.accounts.get("amina").area()).isEmpty();
  }

  @Test
  void everybodysTokensAreListedWithTheirOwnersForAdministratorsAlone() throws Exception {
    Tokens tokens = new Tokens(server.stores.tokens(), server.clock);
    for (String owner : List.of("keeper", "amina")) {
      tokens.create(
          server.accounts.get(owner),
          new Tokens.Wanted("of " + owner, false, Optional.empty(), Optional.empty(), 30),
          "test");
    }
    String path = "/api/tokens?everybody=yes";
    JsonNode all = Json.MAPPER.readTree(keeper.send(keeper.request(path)).body()).path("tokens");
    assertThat(all.findValuesAsText("username")).containsExactlyInAnyOrder("keeper", "amina");
    assertThat(all.toString()).doesNotContain(ApiToken.PREFIX);
    assertThat(amina.send(amina.request(path)).statusCode()).isEqualTo(403);
    assertThat(amina.send(amina.request("/api/tokens")).body())
        .contains("of amina")
        .doesNotContain("of keeper");
  }

  @Test
  void theLogTellsEverythingOnceNewestFirstPageByPage() throws Exception {
    server.trySignIn("amina", "a wrong secret");
    server.trySignIn("nobody-of-that-name", "another secret");
    for (int i = 0; i < 20; i++) {
      server.accounts.change("amina", AccountChange.NONE.withTitle("Title " + i), "keeper");
    }
    List<JsonNode> events = new ArrayList<>();
    String before = "";
    while (true) {
      JsonNode page = events("?limit=7" + before);
      page.forEach(events::add);
      if (page.size() < 7) {
        break;
      }
      before = "&before=" + page.get(6).path("number").asLong();
    }
    List<Long> numbers = events.stream().map(e -> e.path("number").asLong()).toList();
    assertThat(numbers).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(new HashSet<>(numbers)).hasSameSizeAs(numbers);
    // Two added, two signed in, two refused, twenty changed.
    assertThat(events).hasSize(26);
    assertThat(events.get(0).path("what").asText()).isEqualTo("title Title 19");
    assertThat(events.toString())
        .contains("refused from 127.0.0.1", "unknown name")
        .doesNotContain("secret", "nobody-of-that-name", AccountsServer.PASSWORD);
  }

  @Test
  void theLogOfOneIsWhatTheyDidAndWhatWasDoneToThem() throws Exception {
    assertThat(amina.send(amina.request("/api/account-events")).statusCode()).isEqualTo(403);
    server.accounts.change("amina", AccountChange.NONE.withDisabled(true), "keeper");
    assertThat(texts(events("?username=amina")))
        .containsExactly(
            "keeper: amina disabled", "amina: amina signed in from 127.0.0.1", "test: amina added");
    assertThat(texts(events("?username=keeper")))
        .contains("keeper: amina disabled", "keeper: keeper signed in from 127.0.0.1")
        .doesNotContain("amina: amina signed in from 127.0.0.1");
    assertThat(events("?username=ami")).as("a part of a name is another name").isEmpty();
    assertThat(events("?username=%25")).isEmpty();
    assertThat(keeper.send(keeper.request("/api/account-events?before=x")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void whoIsNoAdministratorIsToldWhoCanHelp() throws Exception {
    HttpResponse<String> page = open(amina, "text/html");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.body())
        .contains("keeper (EXERCISE)", "amina", "href=\"/account\"")
        .doesNotContain("admin.js");
    HttpResponse<String> script = open(amina, "application/json");
    assertThat(script.statusCode()).isEqualTo(403);
    assertThat(script.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
    // The control: the same address for who may, and for who is not signed in.
    assertThat(open(keeper, "text/html").body()).contains("admin.js");
    assertThat(server.send(server.request("/admin").header("Accept", "text/html")).statusCode())
        .isEqualTo(303);
  }

  private static HttpResponse<String> open(SignedIn who, String accept) throws Exception {
    return who.send(who.request("/admin").header("Accept", accept));
  }

  private HttpResponse<String> patch(String body) throws Exception {
    return keeper.send(
        keeper.request("/api/users/amina").method("PATCH", BodyPublishers.ofString(body)));
  }

  private JsonNode events(String query) throws Exception {
    HttpResponse<String> answer = keeper.send(keeper.request("/api/account-events" + query));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body()).path("events");
  }

  private static List<String> texts(JsonNode events) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : events) {
      String what = each.path("what").asText().replaceFirst("added: .*", "added");
      texts.add(each.path("by").asText() + ": " + each.path("username").asText() + " " + what);
    }
    return texts;
  }
}
