package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
import org.vigie.server.http.Caller;
import org.vigie.server.http.Json;
import org.vigie.server.testing.Sql;

/** A saved view is its owner's; shared, it is offered to those who are cleared for its marks. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SavedViewRightsTest {

  private static final String VIEWS = "/api/views";
  private static final String AT = "#v1/9/4.36/18.55/t=2026-01-01..2026-03-31&l=incident";
  private static final String ANALYST = "amina";
  private static final String OFFICER = "boris";
  private static final String VIEWER = "chloe";
  private static final String ADMINISTRATOR = "dora";

  private DatabaseAddress address;
  private WholeServer server;

  @BeforeAll
  void start(DatabaseAddress given, @TempDir Path folder) {
    address = given;
    server = new WholeServer(address, LayerFiles.read(), folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void begin() throws Exception {
    Sql.asOwner(address, "delete from vigie.saved_view");
    admit(ANALYST, Role.ANALYST, Classification.STRICTLY_CONFIDENTIAL, Set.of("POC"));
    admit(OFFICER, Role.DUTY_OFFICER, Classification.CONFIDENTIAL, Set.of());
    admit(VIEWER, Role.VIEWER, Classification.UNCLASSIFIED, Set.of());
    admit(ADMINISTRATOR, Role.ADMINISTRATOR, Classification.CONFIDENTIAL, Set.of());
  }

  @Test
  void whatIsSavedComesBackAsItWasInTheOrderThatItsOwnerGaveIt() throws Exception {
    String north = save(ANALYST, "'name': ' North ', 'note': 'RN2', 'address': '%s'");
    String south = save(ANALYST, "'name': 'South', 'address': '%s', 'start': true");
    String west = save(ANALYST, "'name': 'West', 'address': '%s', 'position': 0");
    assertThat(ids(ANALYST)).containsExactly(west, north, south);
    JsonNode first = views(ANALYST).get(1);
    assertThat(first.get("name").asText()).isEqualTo("North");
    assertThat(first.get("note").asText()).isEqualTo("RN2");
    assertThat(first.get("address").asText()).isEqualTo(AT);
    assertThat(first.get("mine").asBoolean()).isTrue();
    assertThat(first.get("classification").asText()).isEqualTo("UNCLASSIFIED");

    assertThat(change(ANALYST, south, "{'position': 1, 'name': 'Sud'}").statusCode())
        .isEqualTo(200);
    assertThat(ids(ANALYST)).containsExactly(west, south, north);
    assertThat(views(ANALYST).get(1).get("start").asBoolean()).isTrue();
    change(ANALYST, north, "{'start': true}");
    assertThat(views(ANALYST))
        .extracting(view -> view.get("start").asBoolean())
        .as("one opens the map")
        .containsExactly(false, false, true);
    assertThat(remove(ANALYST, south)).isEqualTo(204);
    assertThat(ids(ANALYST)).containsExactly(west, north);
    assertThat(remove(ANALYST, south)).isEqualTo(404);
  }

  @Test
  void anothersOwnViewIsAsAbsentAsOneThatNeverWas() throws Exception {
    String id = save(ANALYST, "'name': 'Mine', 'address': '%s'");
    String never = UUID.randomUUID().toString();
    assertThat(ids(OFFICER)).isEmpty();
    for (String method : List.of("PATCH", "DELETE")) {
      for (String who : List.of(OFFICER, ADMINISTRATOR)) {
        HttpResponse<String> foreign = send(who, method, VIEWS + "/" + id, "{}");
        HttpResponse<String> absent = send(who, method, VIEWS + "/" + never, "{}");
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body().replace(id, never)).isEqualTo(absent.body());
      }
    }
    assertThat(ids(ANALYST)).as("the control").containsExactly(id);
  }

  @Test
  void aSharedViewIsOfferedToTheClearedAloneAndChangedByItsOwnerAlone() throws Exception {
    String open = save(ANALYST, "'name': 'For all', 'address': '%s', 'shared': true");
    String marked =
        save(
            ANALYST,
            "'name': 'Source', 'address': '%s', 'shared': true, 'classification': 'CONFIDENTIAL'");
    String circle =
        save(ANALYST, "'name': 'Circle', 'address': '%s', 'shared': true, 'compartments': ['POC']");
    assertThat(ids(ANALYST)).containsExactly(open, marked, circle);
    assertThat(ids(OFFICER)).containsExactly(open, marked);
    assertThat(ids(VIEWER)).containsExactly(open);
    assertThat(server.get(OFFICER, VIEWS).headers().firstValue("X-Classification"))
        .hasValue("CONFIDENTIAL");
    assertThat(change(OFFICER, open, "{'name': 'Taken'}").statusCode()).isEqualTo(403);
    assertThat(remove(OFFICER, open)).isEqualTo(403);
    assertThat(change(VIEWER, marked, "{'name': 'Taken'}").statusCode()).isEqualTo(404);

    assertThat(change(ANALYST, open, "{'shared': false}").statusCode()).isEqualTo(200);
    assertThat(ids(VIEWER)).isEmpty();
    admit(ANALYST, Role.ANALYST, Classification.UNCLASSIFIED, Set.of());
    assertThat(ids(ANALYST)).as("not even his own, once he is not cleared").containsExactly(open);
  }

  @Test
  void withoutItsPolicyAMarkedViewWouldBeOfferedToAll() throws Exception {
    String marked =
        save(
            ANALYST,
            "'name': 'Source', 'address': '%s', 'shared': true, 'classification': 'CONFIDENTIAL'");
    assertThat(ids(VIEWER)).isEmpty();
    Sql.asOwner(address, "alter policy cleared on vigie.saved_view using (true)");
    try {
      assertThat(ids(VIEWER)).containsExactly(marked);
    } finally {
      Sql.asOwner(
          address,
          "alter policy cleared on vigie.saved_view using ((select vigie.sees_everything()) or"
              + " (classification = any ((select vigie.cleared())::text[]) and ((select"
              + " vigie.holds_all()) or compartments <@ (select vigie.held()))))");
    }
    assertThat(ids(VIEWER)).isEmpty();
  }

  @Test
  void whoMayNotShareKeepsHisOwnAndAnAdministratorTakesBackWhatIsShared() throws Exception {
    HttpResponse<String> refused = post(VIEWER, "'name': 'V', 'address': '%s', 'shared': true");
    assertThat(refused.statusCode()).isEqualTo(403);
    String own = save(VIEWER, "'name': 'V', 'address': '%s'");
    assertThat(change(VIEWER, own, "{'shared': true}").statusCode()).isEqualTo(403);
    String shared = save(OFFICER, "'name': 'Shared', 'address': '%s', 'shared': true");
    assertThat(remove(ADMINISTRATOR, shared)).isEqualTo(204);
    assertThat(ids(VIEWER)).containsExactly(own);
    assertThat(ids(OFFICER)).as("which leaves it with its owner").containsExactly(shared);
    List<String> audited =
        Sql.listAsOwner(
            address,
            "select actor || ' ' || subject from vigie.audit where kind = 'view' order by number");
    assertThat(audited)
        .contains(
            OFFICER + " " + shared + " of " + OFFICER + ": shared UNCLASSIFIED",
            ADMINISTRATOR + " " + shared + " of " + OFFICER + ": no longer shared UNCLASSIFIED");
    assertThat(String.join("\n", audited)).doesNotContain(own).doesNotContain("Shared");
  }

  @Test
  void whatIsNoViewIsRefusedWithWhatIsWrong() throws Exception {
    for (String body :
        List.of(
            "'address': '%s'",
            "'name': ' ', 'address': '%s'",
            "'name': 'x'",
            "'name': 'x', 'address': 'javascript:alert(1)'",
            "'name': 'x', 'address': '#v1/9/95/18/'",
            "'name': 'x', 'address': '#v1/9/5/18/q=a b'",
            "'name': 'x', 'address': '#v1/9/5/18/q=<script>'",
            "'name': 'x', 'address': '#v1/9/5/18/q=%zz'",
            "'name': 'x', 'address': '#v1/9/5/18/nokey'",
            "'name': 'x', 'address': '%s', 'colour': 'red'",
            "'name': 'x', 'address': '%s', 'position': -1",
            "'name': 'x', 'address': '%s', 'compartments': [1]",
            "'name': 'x', 'address': '%s', 'classification': 'SECRET'",
            "'name': '" + "x".repeat(101) + "', 'address': '%s'")) {
      HttpResponse<String> answer = post(VIEWER, body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.body()).contains("\"fix\"");
    }
    assertThat(
            post(VIEWER, "'name': 'x', 'address': '%s', 'classification': 'CONFIDENTIAL'").body())
        .contains("above what you are cleared for");
    String searched = "#v1/9/4.36/18.55/q=Somebody&l=incident";
    HttpResponse<String> named =
        post(ANALYST, "'name': 'x', 'shared': true, 'address': '" + searched + "'");
    assertThat(named.statusCode()).as("no names in what is shared").isEqualTo(400);
    assertThat(named.body()).contains("may be a person");
    String own = save(ANALYST, "'name': 'x', 'address': '" + searched + "'");
    assertThat(change(ANALYST, own, "{'shared': true}").statusCode()).isEqualTo(400);
  }

  @Test
  void everyKindOfAddressThatThePageWritesIsTaken() throws Exception {
    for (String at :
        List.of(
            "#v1////",
            "#v1/6.25/-4.5/18.12345/t=-7d..&p.window=cumulative&l=",
            "#v1/9/4/18/f.incident.type=hide:A,%20B,&c.incident=title%20LIKE%20`a%25`",
            "#v1/9/4/18/a=corridor:20.1,5.2,20.4,5.3,2000&o=area&known=2026-01-01T00:00:00Z",
            "#v1/9/4/18/s=incident:00000000-0000-4000-8000-000000000000&m=feature:admin-area/a-b")) {
      String id = save(VIEWER, "'name': 'x', 'address': '" + at + "'");
      assertThat(views(VIEWER))
          .filteredOn(view -> view.get("id").asText().equals(id))
          .extracting(view -> view.get("address").asText())
          .containsExactly(at.replace('`', '\''));
    }
  }

  @Test
  void theTwoHundredAndFirstIsRefusedInWords() throws Exception {
    for (int i = 0; i < 200; i++) {
      save(VIEWER, "'name': 'v" + i + "', 'address': '%s'");
    }
    HttpResponse<String> full = post(VIEWER, "'name': 'x', 'address': '%s'");
    assertThat(full.statusCode()).isEqualTo(409);
    assertThat(full.body()).contains("200");
    assertThat(post(OFFICER, "'name': 'x', 'address': '%s'").statusCode()).isEqualTo(201);
  }

  private String save(String who, String members) throws Exception {
    HttpResponse<String> answer = post(who, members);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode made = Json.MAPPER.readTree(answer.body());
    assertThat(answer.headers().firstValue("Location"))
        .hasValue(VIEWS + "/" + made.get("id").asText());
    return made.get("id").asText();
  }

  private HttpResponse<String> post(String who, String members) throws Exception {
    return send(who, "POST", VIEWS, "{" + members.replace("'%s'", "'" + AT + "'") + "}");
  }

  private HttpResponse<String> change(String who, String id, String body) throws Exception {
    return send(who, "PATCH", VIEWS + "/" + id, body);
  }

  private int remove(String who, String id) throws Exception {
    return send(who, "DELETE", VIEWS + "/" + id, "").statusCode();
  }

  private HttpResponse<String> send(String who, String method, String path, String body)
      throws Exception {
    return server.send(
        who,
        method,
        path,
        body.replace('\'', '"').replace('`', '\''),
        Map.of("Content-Type", "application/json"));
  }

  private List<JsonNode> views(String who) throws Exception {
    List<JsonNode> views = new ArrayList<>();
    Json.MAPPER.readTree(server.get(who, VIEWS).body()).get("views").forEach(views::add);
    return views;
  }

  private List<String> ids(String who) throws Exception {
    return views(who).stream().map(view -> view.get("id").asText()).toList();
  }

  private void admit(String name, Role role, Classification clearance, Set<String> compartments) {
    server.admit(
        name,
        new Caller(
            name,
            Set.of(role),
            new Access(
                new Author(name),
                clearance,
                compartments,
                Set.of("incident"),
                Set.of(),
                Set.of(),
                Optional.empty())));
  }
}
