package org.vigie.server.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.server.testing.TestIncidents.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Json;
import org.vigie.server.testing.Sql;
import org.vigie.server.testing.TestMission;

/** Jobs as OGC 18-062r2 has them: what its abstract tests ask of job-list, dismiss and core. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessJobsTest {

  private static final String ECHO = "/processes/echo/execution";
  private static final String CLUSTERS = "/processes/cluster-density/execution";
  private static final String EXCEPTION =
      "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";
  private static final Set<String> OVER = Set.of("successful", "failed", "dismissed");
  private static final String LONG = "{'inputs':{'text':'late','pause':60}}";

  private DatabaseAddress address;
  private TestMission mission;

  @BeforeAll
  void load(DatabaseAddress given) throws BadInputException, StaleVersionException {
    address = given;
    mission = new TestMission(address, (catalog, store, desk) -> List.of(new ProcessRoutes(desk)));
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      features.add(
          incident("a" + i, 20 + i % 3 * 0.01, 5 + i / 3 * 0.01, "2024-01-05", "BATTLES", 1L, 2));
    }
    mission.load(features);
  }

  @AfterEach
  void dismissAll() throws Exception {
    for (JsonNode job : mission.get("/jobs").get("jobs")) {
      dismiss(job.get("jobID").asText());
      dismiss(job.get("jobID").asText());
    }
  }

  @AfterAll
  void stop() {
    mission.close();
  }

  @Test
  void whoeverPrefersNotToWaitIsGivenAJobAndLaterItsResult() throws Exception {
    HttpResponse<String> accepted = start(ECHO, "{'inputs':{'text':'hello','pause':0.2}}");
    assertThat(accepted.statusCode()).isEqualTo(201);
    assertThat(accepted.headers().firstValue("Preference-Applied")).hasValue("respond-async");
    JsonNode status = Json.MAPPER.readTree(accepted.body());
    String id = status.get("jobID").asText();
    assertThat(accepted.headers().firstValue("Location").orElseThrow()).endsWith("/jobs/" + id);
    assertThat(status.get("type").asText()).isEqualTo("process");
    assertThat(status.get("processID").asText()).isEqualTo("echo");
    assertThat(status.get("status").asText()).isIn("accepted", "running", "successful");
    JsonNode over = await(id);
    assertThat(over.get("status").asText()).isEqualTo("successful");
    assertThat(over.get("progress").asInt()).isEqualTo(100);
    assertThat(Instant.parse(over.get("created").asText()))
        .isBeforeOrEqualTo(Instant.parse(over.get("started").asText()));
    assertThat(Instant.parse(over.get("started").asText()))
        .isBeforeOrEqualTo(Instant.parse(over.get("finished").asText()));
    assertThat(over.get("links"))
        .extracting(l -> l.get("rel").asText())
        .contains("http://www.opengis.net/def/rel/ogc/1.0/results");
    assertThat(mission.get("/jobs/" + id + "/results").asText()).isEqualTo("hello");
  }

  @Test
  void withoutAPreferenceTheResultIsTheAnswer() throws Exception {
    assertThat(mission.post(ECHO, "{'inputs':{'text':'hello'}}").asText()).isEqualTo("hello");
    assertThat(mission.get("/jobs").get("jobs")).isEmpty();
  }

  @Test
  void aJobGivesTheBytesThatWaitingForItGives() throws Exception {
    for (String body :
        List.of(
            "{'inputs':{'layer':'incident','epsM':2000,'minPts':3}}",
            "{'inputs':{'layer':'incident','epsM':2000,'minPts':3},'response':'document'}",
            "{'inputs':{'layer':'incident','datetime':'2024-01-01/2024-12-31'}}")) {
      HttpResponse<String> waited = mission.trying(CLUSTERS, body);
      String id = id(start(CLUSTERS, body));
      assertThat(await(id).get("status").asText()).isEqualTo("successful");
      HttpResponse<String> later = results(id);
      assertThat(later.body()).isEqualTo(waited.body());
      assertThat(later.headers().firstValue("Content-Type"))
          .isEqualTo(waited.headers().firstValue("Content-Type"));
      assertThat(later.headers().firstValue("X-Classification"))
          .isEqualTo(waited.headers().firstValue("X-Classification"));
    }
  }

  @Test
  void aRepeatedRunReadsWhatTheFirstOneRead() throws Exception {
    String body = "{'inputs':{'layer':'incident','epsM':2000,'minPts':3}}";
    String id = id(start(CLUSTERS, body));
    await(id);
    String first = results(id).body();
    mission.load(List.of(incident("later", 20.0, 5.0, "2024-01-05", "RIOTS", 1L, 2)));
    Sql.asOwner(
        address,
        "update vigie.job set state = 'ACCEPTED', result = null, finished_at = null,"
            + " expires_at = null where id = '"
            + id
            + "'");
    assertThat(await(id).get("status").asText()).isEqualTo("successful");
    assertThat(results(id).body()).isEqualTo(first);
    assertThat(mission.trying(CLUSTERS, body).body()).as("the control").isNotEqualTo(first);
  }

  @Test
  void resultsComeInTheFormsThatPeopleHandOn() throws Exception {
    String id = id(start(CLUSTERS, "{'inputs':{'layer':'incident','epsM':2000,'minPts':3}}"));
    await(id);
    HttpResponse<String> csv = form(id, "f=csv");
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
        .contains("cluster-density.UNCLASSIFIED.csv");
    assertThat(csv.body()).startsWith("classification,longitude,latitude,");
    assertThat(form(id, "f=md").body()).startsWith("**UNCLASSIFIED**");
    assertThat(form(id, "f=json").body()).isEqualTo(results(id).body());
    assertThat(form(id, "f=png").statusCode()).isEqualTo(400);
    assertThat(form(id, "f=csv&part=nothing").statusCode()).isEqualTo(400);
    String echo = id(start(ECHO, "{'inputs':{'text':'a'}}"));
    await(echo);
    assertThat(form(echo, "f=csv").statusCode()).isEqualTo(400);
  }

  @Test
  void whatCannotBeComputedFailsWithTheReason() throws Exception {
    String id =
        id(start(CLUSTERS, "{'inputs':{'layer':'incident','as-known-at':'2001-01-01T00:00:00Z'}}"));
    JsonNode status = await(id);
    HttpResponse<String> waited =
        mission.trying(
            CLUSTERS, "{'inputs':{'layer':'incident','as-known-at':'2001-01-01T00:00:00Z'}}");
    assertThat(status.get("status").asText())
        .isEqualTo(waited.statusCode() == 200 ? "successful" : "failed");
    assertThat(results(id).statusCode()).isEqualTo(waited.statusCode());
    assertThat(results(id).body()).isEqualTo(waited.body());
  }

  @Test
  void aResultBeforeItsTimeIsNotReadyAndAJobOfNobodyIsNone() throws Exception {
    String id = id(start(ECHO, LONG));
    problem(results(id), 404, "result-not-ready");
    for (String path : List.of("/jobs/x", "/jobs/" + UUID.randomUUID())) {
      problem(mission.send(mission.request(path).build()), 404, "no-such-job");
      problem(mission.send(mission.request(path + "/results").build()), 404, "no-such-job");
      problem(mission.send(mission.request(path).DELETE().build()), 404, "no-such-job");
    }
  }

  @Test
  void aRunningJobIsStoppedAndOneThatIsOverIsForgotten() throws Exception {
    String id = id(start(ECHO, LONG));
    awaitState(id, Set.of("running"));
    JsonNode dismissed = Json.MAPPER.readTree(dismiss(id).body());
    assertThat(dismissed.get("status").asText()).isEqualTo("dismissed");
    assertThat(dismissed.get("jobID").asText()).isEqualTo(id);
    assertThat(mission.get("/jobs/" + id).get("status").asText()).isEqualTo("dismissed");
    problem(results(id), 404, "result-not-ready");
    assertThat(dismiss(id).statusCode()).isEqualTo(200);
    problem(mission.send(mission.request("/jobs/" + id).build()), 404, "no-such-job");
    // the runner is free again: a job after it does not wait for the minute of the first
    String next = id(start(ECHO, "{'inputs':{'text':'next'}}"));
    assertThat(await(next).get("status").asText()).isEqualTo("successful");
  }

  @Test
  void howFarAJobIsGrowsUntilItIsDone() throws Exception {
    String id = id(start(ECHO, "{'inputs':{'text':'a','pause':4}}"));
    List<Integer> seen = new ArrayList<>();
    JsonNode status;
    do {
      Thread.sleep(100);
      status = mission.get("/jobs/" + id);
      seen.add(status.get("progress").asInt());
    } while (!OVER.contains(status.get("status").asText()));
    assertThat(seen).isSorted().contains(100);
    assertThat(seen.stream().distinct().count()).isGreaterThan(2);
  }

  @Test
  void whatIsWrongIsSaidBeforeAJobIsMade() throws Exception {
    for (String body :
        List.of(
            "{'inputs':{'epsM':2000}}",
            "{'inputs':{'layer':'incident','epsM':1}}",
            "{'inputs':{'layer':'incident','filter':'nonsense = 1'}}",
            "{'inputs':{'layer':'nothing'}}")) {
      assertThat(start(CLUSTERS, body).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(start(ECHO, "{'inputs':{'text':'a','pause':61}}").statusCode()).isEqualTo(400);
    assertThat(start(ECHO, "{'inputs':{'text':'a','pause':'long'}}").statusCode()).isEqualTo(400);
    assertThat(mission.get("/jobs").get("jobs")).isEmpty();
  }

  @Test
  void jobsAreListedNewestFirstInPagesAndByWhatTheyAre() throws Exception {
    String first = id(start(ECHO, "{'inputs':{'text':'1'}}"));
    await(first);
    String second = id(start(CLUSTERS, "{'inputs':{'layer':'incident','epsM':2000,'minPts':3}}"));
    await(second);
    String third = id(start(ECHO, LONG));
    awaitState(third, Set.of("running"));
    assertThat(ids("/jobs")).containsExactly(third, second, first);
    assertThat(ids("/jobs?processID=echo")).containsExactly(third, first);
    assertThat(ids("/jobs?status=successful")).containsExactly(second, first);
    assertThat(ids("/jobs?status=successful,running&processID=echo")).containsExactly(third, first);
    assertThat(ids("/jobs?type=process")).hasSize(3);
    assertThat(ids("/jobs?type=other")).isEmpty();
    assertThat(ids("/jobs?minDuration=50")).isEmpty();
    assertThat(ids("/jobs?maxDuration=50")).hasSize(3);
    assertThat(ids("/jobs?datetime=../2001-01-01")).isEmpty();
    assertThat(ids("/jobs?datetime=2001-01-01/..")).hasSize(3);
    JsonNode page = mission.get("/jobs?limit=2");
    assertThat(page.get("jobs")).hasSize(2);
    String next = page.get("links").get(1).get("href").asText().replaceFirst("^http://[^/]+", "");
    assertThat(ids(next)).containsExactly(first);
    for (String wrong : List.of("status=late", "limit=0", "after=nothing", "minDuration=x")) {
      assertThat(mission.send(mission.request("/jobs?" + wrong).build()).statusCode())
          .as(wrong)
          .isEqualTo(400);
    }
  }

  @Test
  void onePersonHasOnlySoManyJobsAtATime() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(start(ECHO, LONG).statusCode()).isEqualTo(201);
    }
    HttpResponse<String> sixth = start(ECHO, LONG);
    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(sixth.headers().firstValue("Retry-After")).isPresent();
    // those who wait for their answer are not kept by those who do not
    assertThat(mission.post(ECHO, "{'inputs':{'text':'now'}}").asText()).isEqualTo("now");
  }

  @Test
  void theClassesOfJobsAreDeclared() {
    assertThat(new ProcessRoutes(mission.desk()).conformsTo())
        .extracting(uri -> uri.replaceFirst(".*/", ""))
        .contains("core", "json", "oas30", "ogc-process-description", "job-list", "dismiss");
  }

  private HttpResponse<String> start(String path, String body) throws Exception {
    return mission.send(
        mission
            .request(path)
            .header("Content-Type", "application/json")
            .header("Prefer", "respond-async")
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
            .build());
  }

  private static String id(HttpResponse<String> accepted) throws Exception {
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(201);
    return Json.MAPPER.readTree(accepted.body()).get("jobID").asText();
  }

  private JsonNode await(String id) throws Exception {
    return awaitState(id, OVER);
  }

  private JsonNode awaitState(String id, Set<String> states) throws Exception {
    Instant patience = Instant.now().plus(Duration.ofMinutes(1));
    while (Instant.now().isBefore(patience)) {
      JsonNode status = mission.get("/jobs/" + id);
      if (states.contains(status.get("status").asText())) {
        return status;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(mission.get("/jobs/" + id).toString());
  }

  private HttpResponse<String> results(String id) throws Exception {
    return mission.send(mission.request("/jobs/" + id + "/results").build());
  }

  private HttpResponse<String> form(String id, String form) throws Exception {
    return mission.send(mission.request("/jobs/" + id + "/results?" + form).build());
  }

  private HttpResponse<String> dismiss(String id) throws Exception {
    return mission.send(mission.request("/jobs/" + id).DELETE().build());
  }

  private List<String> ids(String path) throws Exception {
    List<String> ids = new ArrayList<>();
    mission.get(path).get("jobs").forEach(job -> ids.add(job.get("jobID").asText()));
    return ids;
  }

  private static void problem(HttpResponse<String> answer, int status, String type)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Json.MAPPER.readTree(answer.body()).get("type").asText())
        .isEqualTo(EXCEPTION + type);
  }
}
