package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Job;
import org.vigie.server.http.Answer;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Json;
import org.vigie.server.http.Link;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** Lists, describes and runs processes, at once or as jobs (OGC 18-062r2). */
public final class ProcessRoutes implements Routes {

  private static final String TAG = "Processes";
  private static final String EXECUTE = "http://www.opengis.net/def/rel/ogc/1.0/execute";

  /** Of one caller, waiting and running. */
  private static final int MOST_JOBS = 5;

  private static final int RETRY_SECONDS = 30;
  private static final String ASYNCHRONOUSLY = "respond-async";

  private static final Parameter<String> PROCESS =
      Parameter.path("processID", "Id of a process.", Schema.string(), text -> text);
  private static final Parameter<String> PREFER =
      Parameter.header(
          "Prefer",
          "respond-async to be answered at once with a job that runs in the background (RFC 7240).",
          Schema.string(),
          text -> text);

  private static final Parameter<Integer> LIMIT = Parameters.limit(1_000, 100);
  private static final Parameter<String> AFTER =
      Parameter.text("after", "Id of the last process of the page before; the next link has it.");

  private final JobDesk desk;
  private final Processes processes;
  private final JobRoutes jobs;

  public ProcessRoutes(JobDesk desk) {
    this.desk = desk;
    this.processes = desk.processes();
    this.jobs = new JobRoutes(desk);
  }

  @Override
  public List<String> conformsTo() {
    String classes = "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/";
    return List.of(
        classes + "core",
        classes + "ogc-process-description",
        classes + "json",
        classes + "oas30",
        classes + "job-list",
        classes + "dismiss");
  }

  @Override
  public List<Link> entries(String base) {
    String rel = "http://www.opengis.net/def/rel/ogc/1.0/processes";
    return List.of(
        Link.of(base + "/processes", rel, MediaTypes.JSON, "The processes"),
        Link.of(
            base + "/jobs",
            "http://www.opengis.net/def/rel/ogc/1.0/job-list",
            MediaTypes.JSON,
            "Your jobs"));
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>(jobs.routes());
    routes.addAll(processRoutes());
    return routes;
  }

  private List<Route> processRoutes() {
    return List.of(
        Route.get("/processes")
            .describe(TAG, "getProcesses", "The processes")
            .with(LIMIT, AFTER)
            .answers(
                "Summaries with links to the descriptions",
                Schema.object(
                    Map.of(
                        "processes", Schema.array(Schema.of("object")),
                        "links", Schema.array(Schema.of("object")))))
            .handle(this::list),
        Route.get("/processes/{processID}")
            .describe(TAG, "getProcessDescription", "What a process takes and gives")
            .with(PROCESS)
            .answers("The description, generated from the declared parameters", Schema.of("object"))
            .handle(this::describe),
        Route.post("/processes/{processID}/execution")
            .asks()
            .expensive()
            .describe(TAG, "execute", "Run a process, and wait for its result or not")
            .with(PROCESS, PREFER)
            .takes(
                "The inputs by name, as the description of the process declares them",
                MediaTypes.JSON,
                Schema.object(Map.of("inputs", Schema.of("object"))))
            .answers("The output, or all outputs by name", Schema.of("object"))
            .answers(
                new Answer(
                    201,
                    "A job was accepted; Location says where its status is",
                    Map.of(MediaTypes.JSON, Schema.of("object"))))
            .handle(this::execute));
  }

  private void list(Context context) throws BadInputException {
    int limit = LIMIT.get(context);
    List<String> ids = new ArrayList<>(ids());
    Optional<String> after = AFTER.find(context);
    if (after.isPresent()) {
      ids = ids.subList(position(after.get()) + 1, ids.size());
    }
    String url = BaseUrl.of(context) + "/processes";
    List<Link> links = new ArrayList<>();
    links.add(Link.of(url, "self", MediaTypes.JSON, "This document"));
    if (ids.size() > limit) {
      ids = ids.subList(0, limit);
      String next = url + "?limit=" + limit + "&after=" + ids.get(limit - 1);
      links.add(Link.of(next, "next", MediaTypes.JSON, "More processes"));
    }
    List<Map<String, Object>> summaries = new ArrayList<>();
    ids.forEach(id -> summaries.add(summary(context, processes.get(id))));
    context.json(Map.of("processes", summaries, "links", links));
  }

  private List<String> ids() {
    return processes.list().stream().map(OfferedProcess::id).toList();
  }

  private int position(String id) throws BadInputException {
    int position = ids().indexOf(id);
    if (position < 0) {
      throw new BadInputException(
          Fault.of(
              "after", Message.of("'{id}' is no process", id), "Follow the next link of the list"));
    }
    return position;
  }

  private void describe(Context context) throws BadInputException {
    OfferedProcess process = get(context);
    Map<String, Object> description = summary(context, process);
    Map<String, Object> inputs = new LinkedHashMap<>();
    process
        .inputs(Callers.access(context))
        .forEach(input -> inputs.put(input.name(), input.described()));
    description.put("inputs", inputs);
    description.put("outputs", process.outputs());
    context.json(description);
  }

  private void execute(Context context) throws BadInputException, IOException {
    OfferedProcess process = get(context);
    Access access = Callers.access(context);
    JsonNode document = Json.read(Bodies.read(context));
    Execution execution = Execution.of(process, access, document).checked(access);
    if (wantsNoWait(context)) {
      accept(context, process, document);
      return;
    }
    Run run = processes.waitedFor(access);
    Executed executed = processes.now(execution, run);
    Mark.set(context, run.reading().marking().classification());
    execution.outputs().send(context, executed.outputs());
  }

  private static boolean wantsNoWait(Context context) throws BadInputException {
    return PREFER
        .find(context)
        .map(preferences -> List.of(preferences.toLowerCase(Locale.ROOT).split("[,;]", -1)))
        .filter(each -> each.stream().map(String::strip).anyMatch(ASYNCHRONOUSLY::equals))
        .isPresent();
  }

  private void accept(Context context, OfferedProcess process, JsonNode document) {
    UUID id = UUID.randomUUID();
    Job job =
        desk.store()
            .jobs(Callers.access(context))
            .add(id, process.id(), document.toString(), MOST_JOBS)
            .orElseThrow(ProcessRoutes::tooMany);
    desk.wake();
    context
        .status(201)
        .header("Location", BaseUrl.of(context) + "/jobs/" + id)
        .header("Preference-Applied", ASYNCHRONOUSLY);
    JobRoutes.answer(context, job);
  }

  private static ProblemException tooMany() {
    return ProblemException.of(
            429,
            "Too Many Requests",
            Message.of(
                "You have {mostJobs} jobs that wait or run. Wait for one to end, or dismiss one.",
                MOST_JOBS))
        .retryAfter(RETRY_SECONDS);
  }

  private OfferedProcess get(Context context) throws BadInputException {
    return processes.get(PROCESS.get(context));
  }

  private static Map<String, Object> summary(Context context, OfferedProcess process) {
    String url = BaseUrl.of(context) + "/processes/" + process.id();
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("id", process.id());
    summary.put("title", process.title());
    summary.put("description", process.description());
    summary.put("version", process.version());
    summary.put("jobControlOptions", List.of("sync-execute", "async-execute", "dismiss"));
    summary.put("outputTransmission", List.of("value"));
    summary.put(
        "links",
        List.of(
            Link.of(url, "self", MediaTypes.JSON, "Description"),
            Link.of(url + "/execution", EXECUTE, MediaTypes.JSON, "Execution")));
    return summary;
  }
}
