package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.Job;
import org.vigie.server.http.Json;
import org.vigie.server.http.Link;
import org.vigie.server.http.MediaTypes;

/** Status of a job as OGC 18-062r2 has it (statusInfo), with what was asked and when it expires. */
final class JobDocument {

  private static final String RESULTS = "http://www.opengis.net/def/rel/ogc/1.0/results";

  private JobDocument() {}

  /**
   * @param base URL of the server
   */
  static Map<String, Object> of(Job job, String base) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("processID", job.process());
    document.put("type", "process");
    document.put("jobID", job.id());
    document.put("status", job.state().word());
    document.put("message", job.message());
    document.put("progress", job.percent());
    document.put("created", job.created());
    job.started().ifPresent(at -> document.put("started", at));
    job.finished().ifPresent(at -> document.put("finished", at));
    document.put("updated", job.updated());
    job.expires().ifPresent(at -> document.put("expires", at));
    job.position().ifPresent(at -> document.put("dataAsOf", at));
    document.put("classification", job.mark().name());
    document.put("inputs", inputs(job));
    document.put("links", links(job, base + "/jobs/" + job.id(), base));
    return document;
  }

  private static JsonNode inputs(Job job) {
    try {
      return Json.read(job.request().getBytes(StandardCharsets.UTF_8)).path("inputs");
    } catch (BadInputException ours) {
      throw new IllegalStateException(ours);
    }
  }

  private static List<Link> links(Job job, String url, String base) {
    List<Link> links = new ArrayList<>();
    links.add(Link.of(url, "self", MediaTypes.JSON, "Status"));
    links.add(Link.of(base + "/processes/" + job.process(), "up", MediaTypes.JSON, "The process"));
    if (job.state() == Job.State.SUCCESSFUL) {
      links.add(Link.of(url + "/results", RESULTS, MediaTypes.JSON, "Results"));
    }
    if (job.state() == Job.State.FAILED) {
      links.add(
          Link.of(
              url + "/results",
              "http://www.opengis.net/def/rel/ogc/1.0/exceptions",
              MediaTypes.PROBLEM,
              "Why it failed"));
    }
    return links;
  }
}
