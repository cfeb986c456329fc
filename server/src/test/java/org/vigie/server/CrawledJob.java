package org.vigie.server;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.server.http.Json;

/** A question to a process, asked as a job, and all that is told of it. */
final class CrawledJob {

  private final WholeServer server;
  private final String caller;

  CrawledJob(WholeServer server, String caller) {
    this.server = server;
    this.caller = caller;
  }

  List<HttpResponse<String>> answers(Ask ask) throws Exception {
    List<HttpResponse<String>> answers = new ArrayList<>();
    HttpResponse<String> accepted =
        server.send(
            caller,
            "POST",
            ask.path(),
            ask.body(),
            Map.of("Content-Type", "application/json", "Prefer", "respond-async"));
    answers.add(accepted);
    if (accepted.statusCode() != 201) {
      return answers;
    }
    String job = "/jobs/" + Json.MAPPER.readTree(accepted.body()).get("jobID").asText();
    HttpResponse<String> status = server.get(caller, job);
    while (status.body().matches("(?s).*\"status\":\"(accepted|running)\".*")) {
      Thread.sleep(20);
      status = server.get(caller, job);
    }
    answers.add(status);
    answers.add(server.get(caller, "/jobs"));
    for (String form : List.of("", "?f=json", "?f=csv", "?f=md", "?f=png")) {
      answers.add(server.get(caller, job + "/results" + form));
    }
    answers.add(server.send(caller, "DELETE", job, "", Map.of()));
    return answers;
  }
}
