package org.vigie.server.workflow.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Json;
import org.vigie.server.workflow.Officers;

@PostgisTest
class MergeTest {

  private static final Layer INCIDENTS = LayerFiles.read().get("incident");

  private Officers officers;

  @BeforeEach
  void open(DatabaseAddress address) throws Exception {
    officers = new Officers(address);
    // Incidents of other tests are alike, too.
    List<Feature> left = new ArrayList<>();
    officers.everything.forEach(FeatureQuery.of(INCIDENTS), left::add);
    officers.everything.write(
        w -> {
          for (Feature each : left) {
            w.delete("incident", each.id(), each.version());
          }
          return left.size();
        });
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void anIncidentLikeAnotherIsProposedWithReasonsUntilSomebodySaysItIsNot() throws Exception {
    String one = officers.incident("ann");
    String other = officers.incident("ben");
    JsonNode candidates = candidates("ann", one);
    assertThat(candidates).hasSize(1);
    assertThat(candidates.get(0).path("id").asText()).isEqualTo(other);
    assertThat(candidates.get(0).path("score").asDouble()).isEqualTo(1);
    assertThat(candidates.get(0).path("reasons").toString()).contains("same place", "same time");
    HttpResponse<String> distinct =
        officers.link("ann", "distinct_from", "incident/" + one, "incident/" + other);
    assertThat(distinct.statusCode()).as(distinct.body()).isEqualTo(201);
    assertThat(candidates("ann", one)).isEmpty();
    assertThat(candidates("ben", other)).isEmpty();
    officers.send("ann", "DELETE", distinct.headers().firstValue("Location").orElseThrow(), "");
    assertThat(candidates("ann", one)).hasSize(1);
  }

  @Test
  void aDraftIsComparedWithoutBeingStored() throws Exception {
    String one = officers.incident("ann");
    HttpResponse<String> answer =
        officers.send(
            "rita",
            "POST",
            "/api/duplicates",
            "{'layer': 'incident', 'geometry': {'type': 'Point', 'coordinates': [21.5, 5.5]},"
                + " 'valid_from': '2026-03-01T06:00:00Z',"
                + " 'properties': {'type': 'BATTLES', 'title': 'EXERCISE clash'}}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Json.MAPPER.readTree(answer.body()).path("candidates").get(0).path("id").asText())
        .isEqualTo(one);
  }

  @Test
  void whatTheCallerDoesNotSeeIsNeverProposed() throws Exception {
    String one = officers.incident("ann");
    Feature hidden = stored(officers.incident("ann"));
    officers.everything.write(
        w ->
            w.replace(
                hidden.withMarks(Classification.STRICTLY_CONFIDENTIAL, Set.of()),
                hidden.version()));
    assertThat(candidates("ann", one)).isEmpty();
    assertThat(candidates("cleo", one)).as("the analyst is cleared for it").hasSize(1);
  }

  @Test
  void aMergeMovesReportsTakesTheHighestMarksAndIsUndoneAsAWhole() throws Exception {
    String kept = officers.incident("ann");
    String merged = officers.incident("ben");
    String report = officers.report("rita", "EX-1", "B2", "src-1");
    officers.link("ann", "reported_by", "report/" + report, "incident/" + merged);
    Feature other = stored(merged);
    officers.everything.write(
        w ->
            w.replace(
                other
                    .withProperty("title", "EXERCISE better title")
                    .withProperty("killed_best", 3L)
                    .withMarks(Classification.CONFIDENTIAL, Set.of()),
                other.version()));
    Feature before = stored(kept);
    Feature otherBefore = stored(merged);

    HttpResponse<String> done = merge("ann", kept, merged, "'title': '" + merged + "'");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
    assertThat(stored(kept).properties())
        .containsEntry("title", "EXERCISE better title")
        .doesNotContainKey("killed_best");
    assertThat(stored(kept).classification()).isEqualTo(Classification.CONFIDENTIAL);
    assertThat(stored(merged).properties()).containsEntry("status", "MERGED");
    assertThat(links(kept)).containsExactlyInAnyOrder("reported_by", "same_as");
    assertThat(links(merged)).containsExactly("same_as");
    assertThat(officers.get("ann", "/api/workflow/incident/" + kept).path("reports")).hasSize(1);
    assertThat(candidates("ann", kept)).isEmpty();

    String id = Json.MAPPER.readTree(done.body()).path("id").asText();
    HttpResponse<String> undone = officers.send("ben", "POST", "/api/merges/" + id + "/undo", "");
    assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
    assertThat(stored(kept).properties()).isEqualTo(before.properties());
    assertThat(stored(merged).properties()).isEqualTo(otherBefore.properties());
    assertThat(links(kept)).isEmpty();
    assertThat(links(merged)).containsExactly("reported_by");
    assertThat(stored(kept).classification())
        .as("one person does not lower marks, neither by an undo")
        .isEqualTo(Classification.CONFIDENTIAL);
    assertThat(undone.body()).contains("\"marksStayRaised\":true");
    assertThat(officers.send("ben", "POST", "/api/merges/" + id + "/undo", "").statusCode())
        .isEqualTo(409);
  }

  @Test
  void whatWasMergedWaitsForNobodyUntilItIsUndone() throws Exception {
    String kept = officers.incident("ann");
    String merged = officers.incident("ben");
    assertThat(waiting("ann")).contains(kept, merged);
    HttpResponse<String> done = merge("ann", kept, merged, "");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
    assertThat(waiting("ann")).contains(kept).doesNotContain(merged);
    String id = Json.MAPPER.readTree(done.body()).path("id").asText();
    officers.send("ann", "POST", "/api/merges/" + id + "/undo", "");
    assertThat(waiting("ann")).contains(kept, merged);
  }

  @Test
  void anUndoIsRefusedWhenOneWasEditedSinceAndNamesIt() throws Exception {
    String kept = officers.incident("ann");
    String merged = officers.incident("ben");
    String id = Json.MAPPER.readTree(merge("ann", kept, merged, "").body()).path("id").asText();
    Feature now = stored(kept);
    officers.everything.write(
        w -> w.replace(now.withProperty("title", "EXERCISE edited since"), now.version()));
    HttpResponse<String> undo = officers.send("ann", "POST", "/api/merges/" + id + "/undo", "");
    assertThat(undo.statusCode()).isEqualTo(409);
    assertThat(undo.body()).contains("EXERCISE edited since");
    assertThat(stored(merged).properties()).containsEntry("status", "MERGED");
  }

  @Test
  void ofMergesAndEditsAtOnceEachIsDoneWholeOrNotAtAll() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      for (int round = 0; round < 8; round++) {
        String kept = officers.incident("ann");
        String merged = officers.incident("ben");
        Feature edited = stored(merged);
        List<Callable<Integer>> rivals =
            List.of(
                () -> merge("ann", kept, merged, "").statusCode(),
                () -> merge("ben", merged, kept, "").statusCode(),
                () -> edit(edited));
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> each : pool.invokeAll(rivals)) {
          answers.add(each.get());
        }
        assertThat(answers).allMatch(status -> Set.of(201, 412, 409, 200).contains(status));
        boolean isMerged = stored(kept).properties().containsValue("MERGED");
        boolean isOther = stored(merged).properties().containsValue("MERGED");
        assertThat(isMerged && isOther).isFalse();
        assertThat(links(kept)).hasSize(isMerged || isOther ? 1 : 0);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aVersionNotLookedAtIsNotMergedAndAViewerMergesNothing() throws Exception {
    String kept = officers.incident("ann");
    String merged = officers.incident("ben");
    assertThat(
            officers.send("ann", "POST", "/api/merges", wish(kept, 1, merged, 7, "")).statusCode())
        .isEqualTo(412);
    assertThat(merge("vic", kept, merged, "").statusCode()).isEqualTo(403);
    assertThat(links(kept)).isEmpty();
  }

  @Test
  void reportsAreSplitOffIntoANewIncidentAndBack() throws Exception {
    String old = officers.incident("ann");
    String first = officers.report("rita", "EX-1", "B2", "src-1");
    String second = officers.report("rita", "EX-2", "C3", "src-2");
    officers.link("ann", "reported_by", "report/" + first, "incident/" + old);
    officers.link("ann", "reported_by", "report/" + second, "incident/" + old);
    String body =
        "{'layer': 'incident', 'id': '%s', 'version': %d, 'reports': [%s], 'values': {'title':"
            + " 'EXERCISE second clash'}}";
    HttpResponse<String> all =
        officers.send(
            "ann",
            "POST",
            "/api/splits",
            body.formatted(old, 1, "'" + first + "', '" + second + "'"));
    assertThat(all.statusCode()).as(all.body()).isEqualTo(400);
    HttpResponse<String> done =
        officers.send("ann", "POST", "/api/splits", body.formatted(old, 1, "'" + second + "'"));
    assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
    JsonNode split = Json.MAPPER.readTree(done.body());
    String made = split.path("others").get(0).path("id").asText();
    assertThat(stored(made).properties())
        .containsEntry("title", "EXERCISE second clash")
        .containsEntry("status", "REPORTED");
    assertThat(links(made)).containsExactly("reported_by");
    HttpResponse<String> undone =
        officers.send("ann", "POST", "/api/merges/" + split.path("id").asText() + "/undo", "");
    assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
    assertThat(officers.everything.find("incident", id(made))).isEmpty();
    assertThat(links(old)).containsExactly("reported_by", "reported_by");
  }

  private int edit(Feature feature) {
    try {
      officers.everything.write(
          w -> w.replace(feature.withProperty("summary", "EXERCISE edit"), feature.version()));
      return 200;
    } catch (Exception late) {
      return 412;
    }
  }

  @Test
  void whatAnImportBroughtIsComparedWithItselfAndTheRestAndOnlyForWhoMaySeeIt() throws Exception {
    String stored = officers.incident("ben");
    String row = "X-%d,EXERCISE clash,BATTLES,2026-03-01T06:10:00Z,5.5,21.5\n";
    String table =
        "ref,title,type,valid_from,latitude,longitude\n"
            + row.formatted(1)
            + row.formatted(2)
            + "X-3,EXERCISE far away,RIOTS,2026-03-01T06:10:00Z,-5.5,1.5\n";
    JsonNode done = officers.importTable("ann", "alike.csv", table);
    String batch = "/api/duplicates?batch=" + done.path("batch").asText();
    JsonNode answer = officers.get("ann", batch);
    assertThat(answer.path("compared").asInt()).isEqualTo(3);
    assertThat(answer.path("next").asText()).isEmpty();
    Set<Set<String>> pairs = new HashSet<>();
    for (JsonNode pair : answer.path("pairs")) {
      pairs.add(Set.of(pair.at("/one/title").asText(), pair.at("/other/id").asText()));
      assertThat(pair.at("/other/reasons")).isNotEmpty();
    }
    assertThat(answer.path("pairs")).as("each pair once").hasSize(3);
    assertThat(pairs.toString()).contains(stored).doesNotContain("far away");
    JsonNode first = answer.path("pairs").get(0);
    officers.link(
        "ann",
        "distinct_from",
        "incident/" + first.at("/one/id").asText(),
        "incident/" + first.at("/other/id").asText());
    assertThat(officers.get("ann", batch).path("pairs")).as("settled").hasSize(2);
    assertThat(officers.send("ann", "GET", "/api/duplicates?batch=none", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aReportNearAnOpenIncidentIsProposedToBeLinkedUntilItIs() throws Exception {
    String open = officers.incident("ann");
    String closed = officers.incident("ben");
    assertThat(officers.step("ann", closed, "TRIAGED", "").statusCode()).isEqualTo(200);
    assertThat(officers.step("ann", closed, "REFUTED", "").statusCode()).isEqualTo(200);
    String report = officers.report("rita", "REP-P1", "B2", "S-1");
    String path = "/api/links/report/" + report + "/proposals";
    JsonNode proposals = officers.get("ben", path).path("proposals");
    assertThat(proposals.findValuesAsText("id")).containsExactly(open);
    assertThat(proposals.get(0).path("reasons").toString()).contains("same place", "same time");
    officers.link("ann", "reported_by", "report/" + report, "incident/" + open);
    assertThat(officers.get("ben", path).path("proposals")).as("linked").isEmpty();
    assertThat(officers.get("ben", "/api/links/incident/" + open + "/proposals").path("proposals"))
        .as("an incident speaks of itself")
        .isEmpty();
    assertThat(officers.send("vic", "GET", path, "").statusCode())
        .as("a viewer reads no reports")
        .isEqualTo(404);
  }

  private List<String> waiting(String who) throws Exception {
    return officers.get(who, "/api/inbox?limit=100").path("items").findValuesAsText("id");
  }

  private JsonNode candidates(String who, String id) throws Exception {
    return officers.get(who, "/api/duplicates/incident/" + id).path("candidates");
  }

  private HttpResponse<String> merge(String who, String keep, String other, String values)
      throws Exception {
    long kept = stored(keep).version();
    return officers.send(
        who, "POST", "/api/merges", wish(keep, kept, other, stored(other).version(), values));
  }

  private static String wish(String keep, long kept, String other, long version, String values) {
    return ("{'layer': 'incident', 'keep': {'id': '%s', 'version': %d}, 'merge': [{'id': '%s',"
            + " 'version': %d}], 'values': {%s}}")
        .formatted(keep, kept, other, version, values);
  }

  private List<String> links(String id) {
    return officers.everything.links("incident", id(id)).stream()
        .map(link -> link.type().word())
        .toList();
  }

  private Feature stored(String id) {
    return officers.everything.find("incident", id(id)).orElseThrow();
  }

  private static FeatureId id(String text) {
    return FeatureId.find(text).orElseThrow();
  }
}
