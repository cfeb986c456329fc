package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.server.LowAndHigh.HIGH;
import static org.vigie.server.LowAndHigh.LOW;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Json;
import org.vigie.server.testing.TestIncidents;

/** What changed since the last shift, for each as far as he may see it, until he has seen it. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShiftRightsTest {

  private LowAndHigh both;
  private WholeServer server;
  private WholeServer careless;
  private FeatureStore all;

  @BeforeAll
  void start(DatabaseAddress address, @TempDir Path folder) {
    both = new LowAndHigh(address, folder);
    server = both.sound();
    careless = both.careless();
    all = both.all();
  }

  @AfterAll
  void stop() {
    both.close();
  }

  @Test
  void tellsWhatWasCreatedBecameWorseMovedChangedClosedAndIsGoneSinceAMoment() throws Exception {
    Feature stays = both.stored("stays");
    Feature changes = both.stored("changes");
    Feature corrected = both.stored("is less grave than it was thought");
    Feature closes = both.stored("closes");
    Feature moves = both.stored("moves");
    Feature goes = both.stored("goes");
    Instant then = all.position().committedAt();
    Feature comes = both.stored("comes");
    Feature graver =
        all.write(w -> w.replace(changes.withProperty("severity", 5L), changes.version()));
    all.write(w -> w.replace(graver.withProperty("title", "has changed"), graver.version()));
    all.write(w -> w.replace(corrected.withProperty("severity", 1L), corrected.version()));
    all.write(w -> w.replace(closes.withProperty("status", "CLOSED"), closes.version()));
    Geometry elsewhere = Objects.requireNonNull(moves.geometry()).copy();
    elsewhere.apply((CoordinateFilter) at -> at.setX(at.x + 0.1));
    all.write(w -> w.replace(moves.withGeometry(elsewhere), moves.version()));
    all.write(
        w -> {
          w.delete("incident", goes.id(), goes.version());
          return goes;
        });

    JsonNode report = since(server, LOW, then);
    assertThat(report.path("total").asInt()).isEqualTo(6);
    assertThat(what(report, comes)).isEqualTo("created");
    assertThat(what(report, closes)).isEqualTo("closed");
    assertThat(what(report, moves)).isEqualTo("moved");
    assertThat(what(report, goes)).isEqualTo("gone");
    assertThat(what(report, stays)).isEqualTo("absent");
    JsonNode changed = find(report, changes);
    assertThat(changed.path("what").asText()).isEqualTo("worse");
    assertThat(changed.path("severityBefore").asInt()).isEqualTo(2);
    assertThat(what(report, corrected)).isEqualTo("changed");
    assertThat(find(report, corrected).path("severityBefore").asInt()).isEqualTo(2);
    assertThat(changed.path("title").asText()).isEqualTo("has changed");
    assertThat(changed.path("severity").asInt()).isEqualTo(5);
    assertThat(changed.path("from").asLong()).isEqualTo(changes.version());
    assertThat(changed.path("version").asLong()).isEqualTo(changes.version() + 2);
    assertThat(changed.path("author").asText()).isEqualTo("test");
    assertThat(since(server, LOW, all.position().committedAt()).path("total").asInt()).isZero();
  }

  @Test
  void whatWasRaisedIsGoneAsIfItHadBeenDeletedAndWhatWasHiddenIsAbsent() throws Exception {
    Feature raised = both.stored("raised meanwhile");
    Feature deleted = both.stored("deleted meanwhile");
    Instant then = all.position().committedAt();
    all.write(w -> w.replace(raised.withMarks(Classification.CONFIDENTIAL, Set.of()), 1));
    all.write(
        w -> {
          w.delete("incident", deleted.id(), 1);
          return deleted;
        });
    Feature hidden = both.stored("hidden all the time", Classification.CONFIDENTIAL);

    JsonNode low = since(server, LOW, then);
    assertThat(bare(find(low, raised))).isEqualTo(bare(find(low, deleted)));
    assertThat(low.toString())
        .doesNotContain("meanwhile", "hidden all the time", hidden.id().toString());
    JsonNode high = since(server, HIGH, then);
    assertThat(what(high, raised)).isEqualTo("changed");
    assertThat(what(high, hidden)).isEqualTo("created");
    assertThat(since(careless, LOW, then).toString())
        .as("the negative control: a door that forgets the caller")
        .contains("raised meanwhile", "hidden all the time");
  }

  @Test
  void theMarkIsMovedByItsOwnersWordAloneAndBackAgain() throws Exception {
    both.admit("amina", Classification.UNCLASSIFIED);
    assertThat(json(server.get("amina", "/api/shift")).path("markedAt").isMissingNode()).isTrue();
    both.stored("before the mark");
    JsonNode first = json(server.get("amina", "/api/shift"));
    assertThat(json(server.get("amina", "/api/shift")).path("unread"))
        .as("looking moves nothing")
        .isEqualTo(first.path("unread"));
    Feature late = both.stored("written while she reads");
    assertThat(move("amina", first.path("until").asText()).statusCode()).isEqualTo(204);

    JsonNode second = json(server.get("amina", "/api/shift"));
    assertThat(second.path("total").asInt()).as("what came since she looked").isEqualTo(1);
    assertThat(what(second, late)).isEqualTo("created");
    assertThat(see("amina", late, late.version()).statusCode()).isEqualTo(204);
    JsonNode third = json(server.get("amina", "/api/shift"));
    assertThat(third.path("unread").asInt()).isZero();
    assertThat(third.path("total").asInt()).isEqualTo(1);
    all.write(w -> w.replace(late.withProperty("title", "and changed"), late.version()));
    assertThat(json(server.get("amina", "/api/shift")).path("unread").asInt())
        .as("a later version is unread again")
        .isEqualTo(1);

    String earlier = second.path("mark").asText();
    move("amina", json(server.get("amina", "/api/shift")).path("until").asText());
    assertThat(json(server.get("amina", "/api/shift")).path("total").asInt()).isZero();
    move("amina", earlier);
    assertThat(what(json(server.get("amina", "/api/shift")), late)).isEqualTo("created");
    assertThat(json(server.get(LOW, "/api/shift")).path("markedAt").isMissingNode())
        .as("another's mark is another's")
        .isTrue();
  }

  @Test
  void whatSomebodyDidAloneIsNoNewsToHim() throws Exception {
    both.admit("amina", Classification.UNCLASSIFIED);
    Instant then = all.position().committedAt();
    FeatureStore hers = server.store().as(Access.everything(new Author("amina")));
    Feature own =
        hers.write(
            w -> w.insert(TestIncidents.incident("own", 21.0, 5.0, "2025-03-01", "RIOTS", 1L, 2)));
    assertThat(since(server, "amina", then).path("unread").asInt()).isZero();
    assertThat(since(server, LOW, then).path("unread").asInt()).isEqualTo(1);
    all.write(w -> w.replace(own.withProperty("title", "another's hand"), own.version()));
    assertThat(since(server, "amina", then).path("unread").asInt()).isEqualTo(1);
  }

  @Test
  void aPlaceInTheLogOfOtherRightsOpensNothing() throws Exception {
    String high = json(server.get(HIGH, "/api/shift")).path("until").asText();
    assertThat(move(LOW, high).statusCode()).isEqualTo(409);
    assertThat(move(LOW, "made up").statusCode()).isEqualTo(409);
    assertThat(move(HIGH, high).statusCode()).as("the control").isEqualTo(204);
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    assertThat(server.get(LOW, "/api/shift?since=yesterday").statusCode()).isEqualTo(400);
    assertThat(server.get(LOW, "/api/shift?since=2999-01-01T00:00:00Z").statusCode())
        .isEqualTo(400);
    for (String body :
        List.of("{}", "[]", "{\"features\":[{\"layer\":\"nonsense\",\"id\":\"x\"}]}")) {
      assertThat(post(LOW, "/api/shift/seen", body).statusCode()).as(body).isEqualTo(400);
    }
  }

  private static String bare(JsonNode change) {
    List<String> members = new ArrayList<>();
    change.fieldNames().forEachRemaining(members::add);
    assertThat(change.path("what").asText()).isEqualTo("gone");
    return members + " " + change.path("version");
  }

  private static JsonNode since(WholeServer server, String caller, Instant then) throws Exception {
    return json(server.get(caller, "/api/shift?since=" + then));
  }

  private static String what(JsonNode report, Feature feature) {
    return find(report, feature).path("what").asText("absent");
  }

  private static JsonNode find(JsonNode report, Feature feature) {
    for (JsonNode layer : report.path("layers")) {
      for (JsonNode change : layer.path("changes")) {
        if (change.path("id").asText().equals(feature.id().toString())) {
          return change;
        }
      }
    }
    return report.path("nothing");
  }

  private HttpResponse<String> move(String caller, String until) throws Exception {
    return server.send(
        caller,
        "PUT",
        "/api/shift/mark",
        "{\"until\":\"" + until + "\"}",
        Map.of("Content-Type", "application/json"));
  }

  private HttpResponse<String> see(String caller, Feature feature, long version) throws Exception {
    return post(
        caller,
        "/api/shift/seen",
        "{\"features\":[{\"layer\":\"incident\",\"id\":\"%s\",\"version\":%d}]}"
            .formatted(feature.id(), version));
  }

  private HttpResponse<String> post(String caller, String path, String body) throws Exception {
    return server.send(caller, "POST", path, body, Map.of("Content-Type", "application/json"));
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }
}
