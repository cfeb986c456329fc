package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Job;
import org.vigie.geodata.store.Jobs;
import org.vigie.server.http.Answer;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Json;
import org.vigie.server.http.Link;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.Route;
import org.vigie.server.http.Schema;

/** Lists jobs, tells how far they are, gives their results and dismisses them. */
final class JobRoutes {

  private static final String TAG = "Processes";

  private static final Parameter<String> JOB =
      Parameter.path("jobID", "Id of a job.", Schema.string(), text -> text);
  private static final Parameter<Integer> LIMIT = Parameters.limit(1_000, 100);
  private static final Parameter<String> AFTER =
      Parameter.text("after", "Id of the last job of the page before; the next link has it.");

  private static final Parameter<String> FORMAT =
      Parameter.word(
          "f",
          "Of an analysis: json for the result or a part of it, csv for its findings or a table,"
              + " md for the method note, png for a grid. Absent: as it was asked for.",
          ResultDocument.FORMATS);
  private static final Parameter<String> PART =
      Parameter.text(
          "part", "Name of a table or grid of the result; absent: all, or the first grid.");

  private final JobDesk desk;

  JobRoutes(JobDesk desk) {
    this.desk = desk;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/jobs")
            .describe(TAG, "getJobs", "Your jobs, the newest first")
            .with(LIMIT, AFTER)
            .with(JobFilter.parameters())
            .answers(
                "Their status",
                Schema.object(
                    Map.of(
                        "jobs", Schema.array(Schema.of("object")),
                        "links", Schema.array(Schema.of("object")))))
            .handle(this::list),
        Route.get("/jobs/{jobID}")
            .describe(TAG, "getStatus", "How far a job is")
            .with(JOB)
            .answers("The status", Schema.of("object"))
            .handle(context -> answer(context, get(context))),
        Route.delete("/jobs/{jobID}")
            .asks()
            .describe(TAG, "dismiss", "Stop a job, or forget one that is over")
            .with(JOB)
            .answers("What it was, now dismissed", Schema.of("object"))
            .handle(this::dismiss),
        Route.get("/jobs/{jobID}/results")
            .expensive()
            .describe(TAG, "getResult", "Results of a job")
            .with(JOB, FORMAT, PART)
            .answers(
                Answer.ok("The output, or all outputs by name", Schema.of("object"))
                    .or(MediaTypes.GEOJSON, Schema.of("object"))
                    .or(MediaTypes.CSV, Schema.string())
                    .or("text/markdown", Schema.string())
                    .or("image/png", Schema.string().with("format", "binary")))
            .handle(this::results));
  }

  private void list(Context context) throws BadInputException {
    int limit = LIMIT.get(context);
    List<Job> jobs = new JobFilter(context).of(jobs(context).list());
    Optional<String> after = AFTER.find(context);
    if (after.isPresent()) {
      jobs = jobs.subList(position(jobs, after.get()) + 1, jobs.size());
    }
    String base = BaseUrl.of(context);
    List<Link> links = new ArrayList<>();
    links.add(Link.of(base + "/jobs", "self", MediaTypes.JSON, "This document"));
    if (jobs.size() > limit) {
      jobs = jobs.subList(0, limit);
      String next = base + "/jobs?limit=" + limit + "&after=" + jobs.get(limit - 1).id();
      links.add(Link.of(next, "next", MediaTypes.JSON, "More jobs"));
    }
    context.header("Cache-Control", "no-store");
    var documents = jobs.stream().map(job -> JobDocument.of(job, base)).toList();
    context
        .result(Json.bytes(Map.of("jobs", documents, "links", links)))
        .contentType(MediaTypes.JSON);
  }

  private static int position(List<Job> jobs, String id) throws BadInputException {
    for (int i = 0; i < jobs.size(); i++) {
      if (jobs.get(i).id().toString().equals(id)) {
        return i;
      }
    }
    throw new BadInputException(
        Fault.of("after", Message.of("'{id}' is no job", id), "Follow the next link of the list"));
  }

  private void dismiss(Context context) throws BadInputException {
    UUID id = get(context).id();
    Job job = jobs(context).dismiss(id).orElseThrow(() -> ProcessProblem.noSuchJob(id.toString()));
    desk.stop(id);
    Map<String, Object> document = JobDocument.of(job, BaseUrl.of(context));
    document.put("status", Job.State.DISMISSED.word());
    document.put("message", job.state().isOver() ? "forgotten" : "dismissed");
    document.put("links", List.of());
    context.header("Cache-Control", "no-store");
    context.result(Json.bytes(document)).contentType(MediaTypes.JSON);
  }

  private void results(Context context) throws BadInputException {
    Job job = get(context);
    switch (job.state()) {
      case ACCEPTED, RUNNING ->
          throw ProcessProblem.notReady(
              Message.of(
                  "The job is {state}, {percent} % done. Ask later.",
                  job.state().word(), job.percent()));
      case DISMISSED ->
          throw ProcessProblem.notReady(Message.of("The job was dismissed and has no result."));
      default -> send(context, job, jobs(context).result(job.id()).orElseThrow());
    }
  }

  private void send(Context context, Job job, byte[] result) throws BadInputException {
    context.header("Cache-Control", "no-store");
    if (job.state() == Job.State.FAILED) {
      Mark.set(context, job.mark());
      context.status(StoredJson.read(result).path("status").asInt());
      context.result(result).contentType(MediaTypes.PROBLEM);
      return;
    }
    OfferedProcess process = desk.processes().get(job.process());
    Execution asked =
        Execution.of(process, Callers.access(context), StoredJson.read(job.request()).node());
    if (!isStillSeen(asked, Callers.access(context), job)) {
      throw ProcessProblem.notReady(
          Message.of(
              "The result is not kept any more: what it was made of has changed. Run it again."));
    }
    Mark.set(context, job.mark());
    Optional<String> format = FORMAT.find(context);
    Optional<String> part = PART.find(context);
    Map<String, JsonNode> outputs = StoredJson.outputs(result);
    JsonNode areas = outputs.get(AnalysisProcess.OUTPUT);
    if (format.isEmpty() && part.isEmpty()) {
      asked.outputs().send(context, outputs);
    } else if (areas == null) {
      throw new BadInputException(
          Fault.of("f", "is for results of analyses", "Ask without f and part"));
    } else {
      send(context, new ResultDocument(areas).file(format.orElse(ResultDocument.JSON), part));
    }
  }

  private static boolean isStillSeen(Execution asked, Access access, Job job) {
    try {
      return asked.process().isStillSeen(access, asked.inputs(), job);
    } catch (BadInputException gone) {
      // a layer or an area that it names is not there for this caller any more
      return false;
    }
  }

  /** Noted before the first byte, as every export is. */
  private void send(Context context, ResultFile file) {
    desk.store()
        .auditTrail()
        .record("export", Callers.access(context).author(), "analysis " + file.name());
    context
        .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
        .contentType(file.mediaType())
        .result(file.content());
  }

  private Job get(Context context) throws BadInputException {
    String id = JOB.get(context);
    return find(context, id).orElseThrow(() -> ProcessProblem.noSuchJob(id));
  }

  private Optional<Job> find(Context context, String id) {
    try {
      return jobs(context).find(UUID.fromString(id));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private Jobs jobs(Context context) {
    return desk.store().jobs(Callers.access(context));
  }

  static void answer(Context context, Job job) {
    context.header("Cache-Control", "no-store");
    context
        .result(Json.bytes(JobDocument.of(job, BaseUrl.of(context))))
        .contentType(MediaTypes.JSON);
  }
}
