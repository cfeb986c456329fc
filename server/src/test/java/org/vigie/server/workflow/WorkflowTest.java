package org.vigie.server.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
class WorkflowTest {

  private Officers officers;
  private String incident;

  @BeforeEach
  void open(DatabaseAddress address) throws Exception {
    officers = new Officers(address);
    incident = officers.incident("ann");
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void aNewIncidentIsReportedAndASecondPersonVerifiesIt() throws Exception {
    assertThat(state("ann")).isEqualTo("REPORTED");
    ok(officers.step("ann", incident, "TRIAGED", ""));
    ok(officers.step("ann", incident, "CORROBORATING", "called the sub-office"));
    HttpResponse<String> own = officers.step("ann", incident, "VERIFIED", "");
    assertThat(own.statusCode()).isEqualTo(403);
    assertThat(own.body())
        .contains("You wrote this yourself", "second person", "Open to you: REFUTED, UNVERIFIABLE");
    assertThat(state("ann")).isEqualTo("CORROBORATING");
    ok(officers.step("ben", incident, "VERIFIED", "second source agrees"));
    ok(officers.step("ann", incident, "CLOSED", ""));
    JsonNode situation = situation("ann");
    assertThat(situation.path("stays").findValuesAsText("state"))
        .containsExactly("REPORTED", "TRIAGED", "CORROBORATING", "VERIFIED", "CLOSED");
    assertThat(situation.path("stays").findValuesAsText("author"))
        .containsExactly("ann", "ann", "ann", "ben", "ann");
    assertThat(situation.path("stays").get(3).path("reason").asText())
        .isEqualTo("second source agrees");
  }

  @Test
  void whoWroteAReportOfItCannotVerifyIt() throws Exception {
    String report = officers.report("ben", "REP-B1", "B2", "S-1");
    ok(officers.link("ann", "reported_by", "report/" + report, "incident/" + incident));
    corroborate();
    HttpResponse<String> answer = officers.step("ben", incident, "VERIFIED", "");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("You wrote a report that this rests on");
    ok(officers.step("cleo", incident, "VERIFIED", ""));
  }

  @Test
  void whoChangedWhatItSaysCannotVerifyItButWhoOnlyTookStepsCan() throws Exception {
    ok(officers.step("ben", incident, "TRIAGED", ""));
    ok(officers.step("ben", incident, "CORROBORATING", ""));
    HttpResponse<String> edit =
        officers.send(
            "cleo",
            "PATCH",
            "/collections/incident/items/" + incident,
            "{'properties': {'killed_best': 3}}",
            "If-Match",
            "\"3\"",
            "Content-Type",
            "application/merge-patch+json");
    assertThat(edit.statusCode()).as(edit.body()).isEqualTo(204);
    assertThat(officers.step("cleo", incident, "VERIFIED", "").statusCode()).isEqualTo(403);
    ok(officers.step("ben", incident, "VERIFIED", ""));
  }

  @Test
  void onePersonMayVerifyWhatTheRuleDoesNotCover() throws Exception {
    incident = officers.create("ann", "incident", "'type': 'HAZARD', 'title': 'EXERCISE flood'");
    corroborate();
    ok(officers.step("ann", incident, "VERIFIED", ""));
  }

  @Test
  void anImpossibleStepSaysWhatIsPossible() throws Exception {
    HttpResponse<String> answer = officers.step("ben", incident, "CLOSED", "");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("It is REPORTED", "Open to you: TRIAGED");
    assertThat(officers.step("ben", incident, "MERGED", "").statusCode())
        .as("a merge alone merges")
        .isEqualTo(409);
    assertThat(officers.step("ben", incident, "DONE", "").statusCode()).isEqualTo(409);
  }

  @Test
  void whatWasDecidedIsReopenedWithAReasonOnly() throws Exception {
    corroborate();
    ok(officers.step("ben", incident, "REFUTED", ""));
    HttpResponse<String> silent = officers.step("ben", incident, "CORROBORATING", "  ");
    assertThat(silent.statusCode()).isEqualTo(400);
    assertThat(silent.body()).contains("reason");
    ok(officers.step("ben", incident, "CORROBORATING", "a witness came forward"));
  }

  @Test
  void anEditDoesNotChangeTheState() throws Exception {
    String path = "/collections/incident/items/" + incident;
    HttpResponse<String> patch =
        officers.send(
            "ben",
            "PATCH",
            path,
            "{'properties': {'status': 'VERIFIED'}}",
            "If-Match",
            "\"1\"",
            "Content-Type",
            "application/merge-patch+json");
    assertThat(patch.statusCode()).isEqualTo(400);
    assertThat(patch.body()).contains("POST /api/workflow/incident");
    HttpResponse<String> created =
        officers.send(
            "ben",
            "POST",
            "/collections/incident/items",
            "{'type': 'Feature', 'geometry': null, 'properties':"
                + " {'type': 'BATTLES', 'status': 'VERIFIED'}}");
    assertThat(created.statusCode()).isEqualTo(400);
    ok(officers.step("ben", incident, "TRIAGED", ""));
    HttpResponse<String> replaced =
        officers.send(
            "ben",
            "PUT",
            path,
            "{'type': 'Feature', 'geometry': null, 'properties':"
                + " {'type': 'RIOTS', 'valid_from': '2026-03-01T06:00:00Z'}}",
            "If-Match",
            "\"2\"");
    assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(204);
    assertThat(state("ben")).as("an edit that is silent about it").isEqualTo("TRIAGED");
  }

  @Test
  void whoseRoleDoesNotAllowItIsToldWhoseDoes() throws Exception {
    HttpResponse<String> answer = officers.step("rita", incident, "TRIAGED", "");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(officers.step("vic", incident, "TRIAGED", "").statusCode()).isEqualTo(403);
    JsonNode step = situation("rita").path("steps").get(0);
    assertThat(step.path("allowed").asBoolean()).isFalse();
    assertThat(step.path("why").asText()).contains("duty-officer or protection-adviser or analyst");
    assertThat(state("ann")).isEqualTo("REPORTED");
  }

  @Test
  void ofOfficersWhoTriageAtOnceOneDoesAndTheOthersSeeTheStateItHasNow() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<HttpResponse<String>>> racers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String who = i % 2 == 0 ? "ann" : "ben";
        racers.add(
            pool.submit(
                () ->
                    officers.send(
                        who,
                        "POST",
                        "/api/workflow/incident/" + incident,
                        "{'to': 'TRIAGED'}",
                        "If-Match",
                        "\"1\"")));
      }
      int won = 0;
      for (Future<HttpResponse<String>> racer : racers) {
        HttpResponse<String> answer = racer.get();
        if (answer.statusCode() == 200) {
          won++;
        } else {
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(412);
          assertThat(answer.body()).contains("it is TRIAGED", "version 2");
        }
      }
      assertThat(won).isEqualTo(1);
      assertThat(situation("ann").path("version").asLong()).isEqualTo(2);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aStepNeedsTheVersionThatWasLookedAt() throws Exception {
    HttpResponse<String> answer =
        officers.send("ben", "POST", "/api/workflow/incident/" + incident, "{'to': 'TRIAGED'}");
    assertThat(answer.statusCode()).isEqualTo(428);
  }

  @Test
  void aStepIsTakenBackByItsAuthorWhileNothingElseHappened() throws Exception {
    ok(officers.step("ben", incident, "TRIAGED", ""));
    assertThat(undo("ann").statusCode()).isEqualTo(409);
    assertThat(situation("ann").has("undoTo")).isFalse();
    assertThat(situation("ben").path("undoTo").asText()).isEqualTo("REPORTED");
    ok(undo("ben"));
    assertThat(state("ben")).isEqualTo("REPORTED");
    assertThat(situation("ben").path("version").asLong()).as("the log keeps both").isEqualTo(3);
    assertThat(situation("ben").path("stays")).hasSize(3);
  }

  @Test
  void creatingIsNoStepThatCouldBeTakenBack() throws Exception {
    assertThat(undo("ann").statusCode()).isEqualTo(409);
  }

  @Test
  void timeInEachStateAddsUpToTheTimeSinceItWasReported() throws Exception {
    corroborate();
    ok(officers.step("ben", incident, "UNVERIFIABLE", ""));
    ok(officers.step("ben", incident, "CORROBORATING", "again"));
    JsonNode situation = situation("ben");
    List<String> states =
        StreamSupport.stream(situation.path("totals").spliterator(), false)
            .map(total -> total.path("state").asText())
            .toList();
    assertThat(states).containsExactly("REPORTED", "TRIAGED", "CORROBORATING", "UNVERIFIABLE");
    assertThat(situation.path("stays")).hasSize(5);
    assertThat(situation.path("targetSeconds").asLong()).isEqualTo(168 * 3600);
  }

  @Test
  void theGradeIsDerivedFromItsReportsAndExplained() throws Exception {
    String first = officers.report("rita", "REP-G1", "C3", "S-1");
    ok(officers.link("ann", "reported_by", "report/" + first, "incident/" + incident));
    assertThat(situation("ann").path("grade").path("code").asText()).isEqualTo("C3");
    String second = officers.report("rita", "REP-G2", "B2", "S-2");
    ok(officers.link("ann", "reported_by", "report/" + second, "incident/" + incident));
    JsonNode grade = situation("ann").path("grade");
    assertThat(grade.path("code").asText()).isEqualTo("B1");
    assertThat(grade.path("sentence").asText())
        .contains("REP-G2 (B2)", "2 independent sources agree", "confirmed by other sources");
    String correction = officers.report("rita", "REP-G3", "B4", "S-2");
    ok(officers.link("rita", "corrects", "report/" + correction, "report/" + second));
    JsonNode corrected = situation("ann");
    assertThat(corrected.path("grade").path("code").asText()).isEqualTo("C3");
    assertThat(corrected.path("reports").get(1).path("correctedBy").asText()).isEqualTo(correction);
  }

  private void corroborate() throws Exception {
    ok(officers.step("ann", incident, "TRIAGED", ""));
    ok(officers.step("ann", incident, "CORROBORATING", ""));
  }

  private HttpResponse<String> undo(String who) throws Exception {
    String tag = "\"" + situation(who).path("version").asLong() + "\"";
    return officers.send(
        who, "POST", "/api/workflow/incident/" + incident + "/undo", "", "If-Match", tag);
  }

  private JsonNode situation(String who) throws Exception {
    return officers.get(who, "/api/workflow/incident/" + incident);
  }

  private String state(String who) throws Exception {
    return situation(who).path("state").asText();
  }

  private static void ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }
}
