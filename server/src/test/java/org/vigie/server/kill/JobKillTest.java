package org.vigie.server.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.VigieProcess;
import org.vigie.server.http.Json;

/** Jobs outlive their server, whether it is stopped or killed. */
class JobKillTest {

  private static final Set<String> OVER = Set.of("successful", "failed", "dismissed");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Path folder;
  private Map<String, String> headers = Map.of();

  @BeforeEach
  void make() {
    folder = TestDatabases.newFolder("vigie-job-kill-");
  }

  @AfterEach
  void remove() {
    TestDatabases.delete(folder);
  }

  @Test
  void whatRanWaitedOrWasDoneIsThereAfterAKillAndAfterAStop() throws Exception {
    Served served = new Served();
    headers = served.signIn(folder);
    List<String> jobs = new ArrayList<>();
    try (VigieProcess server = served.start(folder).awaitReady()) {
      jobs.add(job(server, "done", 0));
      assertThat(awaited(server, jobs.get(0), OVER).path("status").asText())
          .isEqualTo("successful");
      for (int i = 1; i <= 4; i++) {
        jobs.add(job(server, "late " + i, 3));
      }
      awaited(server, jobs.get(1), Set.of("running"));
      server.kill();
    }
    try (VigieProcess server = served.start(folder).awaitReady()) {
      // one was lost while it ran and is taken up again when its runner has been silent for long
      awaited(server, jobs.get(1), Set.of("running", "successful"));
      server.terminate();
      server.awaitExit();
    }
    try (VigieProcess server = served.start(folder).awaitReady()) {
      for (String job : jobs) {
        assertThat(awaited(server, job, OVER).path("status").asText()).isEqualTo("successful");
      }
      assertThat(answer(server, "jobs/" + jobs.get(0) + "/results").textValue()).isEqualTo("done");
      for (int i = 1; i <= 4; i++) {
        assertThat(answer(server, "jobs/" + jobs.get(i) + "/results").textValue())
            .isEqualTo("late " + i);
      }
      assertThat(answer(server, "jobs").path("jobs")).hasSize(5);
    }
  }

  private String job(VigieProcess server, String text, int pause) throws Exception {
    String body = "{\"inputs\":{\"text\":\"%s\",\"pause\":%d}}".formatted(text, pause);
    HttpRequest.Builder request =
        request(server, "processes/echo/execution")
            .header("Content-Type", "application/json")
            .header("Prefer", "respond-async")
            .POST(BodyPublishers.ofString(body));
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Json.MAPPER.readTree(answer.body()).path("jobID").asText();
  }

  private JsonNode awaited(VigieProcess server, String job, Set<String> states) throws Exception {
    Instant patience = Instant.now().plus(Duration.ofMinutes(2));
    JsonNode status = answer(server, "jobs/" + job);
    while (!states.contains(status.path("status").asText())) {
      assertThat(Instant.now()).as(status.toString()).isBefore(patience);
      Thread.sleep(50);
      status = answer(server, "jobs/" + job);
    }
    return status;
  }

  private JsonNode answer(VigieProcess server, String path) throws Exception {
    HttpResponse<String> answer =
        client.send(request(server, path).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  private HttpRequest.Builder request(VigieProcess server, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
    headers.forEach(request::header);
    return request;
  }
}
