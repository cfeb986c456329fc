package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.analysis.Analyses;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Json;
import org.vigie.server.http.Link;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.Problem;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Members;
import org.vigie.server.selection.Selections;

/**
 * Lists, describes and runs processes (OGC 18-062r2). Everything runs synchronously; there are no
 * jobs.
 */
public final class ProcessRoutes implements Routes {

  private static final String TAG = "Processes";
  private static final String EXCEPTION =
      "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";
  private static final String EXECUTE = "http://www.opengis.net/def/rel/ogc/1.0/execute";
  private static final Set<String> EXECUTION = Set.of("inputs", "outputs", "response");

  private static final Parameter<String> PROCESS =
      Parameter.path("processID", "Id of a process.", Schema.string(), text -> text);
  private static final Parameter<String> JOB =
      Parameter.path("jobID", "Id of a job.", Schema.string(), text -> text);

  private static final Parameter<Integer> LIMIT = Parameters.limit(1_000, 100);
  private static final Parameter<String> AFTER =
      Parameter.text("after", "Id of the last process of the page before; the next link has it.");

  private final Map<String, OfferedProcess> processes = new LinkedHashMap<>();

  public ProcessRoutes(LayerCatalog catalog, GuardedStore store) {
    Selections selections = new Selections(catalog);
    Analyses.list().forEach(a -> processes.put(a.id(), new AnalysisProcess(a, selections, store)));
    OfferedProcess echo = new EchoProcess();
    processes.put(echo.id(), echo);
  }

  @Override
  public List<String> conformsTo() {
    String classes = "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/";
    return List.of(
        classes + "core", classes + "ogc-process-description", classes + "json", classes + "oas30");
  }

  @Override
  public List<Link> entries(String base) {
    String rel = "http://www.opengis.net/def/rel/ogc/1.0/processes";
    return List.of(Link.of(base + "/processes", rel, MediaTypes.JSON, "The processes"));
  }

  @Override
  public List<Route> routes() {
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
            .describe(TAG, "execute", "Run a process and wait for its result")
            .with(PROCESS)
            .takes(
                "The inputs by name, as the description of the process declares them",
                MediaTypes.JSON,
                Schema.object(Map.of("inputs", Schema.of("object"))))
            .answers("The output, or all outputs by name", Schema.of("object"))
            .handle(this::execute),
        noJob("/jobs/{jobID}", "getStatus", "Status of a job"),
        noJob("/jobs/{jobID}/results", "getResult", "Results of a job"));
  }

  private void list(Context context) throws BadInputException {
    int limit = LIMIT.get(context);
    List<String> ids = new ArrayList<>(processes.keySet());
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
    for (Map.Entry<String, OfferedProcess> entry : processes.entrySet()) {
      if (ids.contains(entry.getKey())) {
        summaries.add(summary(context, entry.getValue()));
      }
    }
    context.json(Map.of("processes", summaries, "links", links));
  }

  private int position(String id) throws BadInputException {
    int position = List.copyOf(processes.keySet()).indexOf(id);
    if (position < 0) {
      throw new BadInputException(
          Fault.of("after", "'" + id + "' is no process", "Follow the next link of the list"));
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
    Members body = Members.of(Json.read(Bodies.read(context)), "").allow(EXECUTION);
    JsonNode given = body.find("inputs").orElseGet(Json.MAPPER::createObjectNode);
    Members inputs =
        InputValues.plain(
            Members.of(given, "inputs").allow(process.inputNames(access)), process.inputs(access));
    ProcessInput.requireAll(process.inputs(access), inputs);
    Outputs outputs = Outputs.of(body, process);
    Executed executed = process.execute(Callers.get(context), inputs);
    Mark.set(context, executed.mark());
    outputs.send(context, executed.outputs());
  }

  private OfferedProcess get(Context context) throws BadInputException {
    String id = PROCESS.get(context);
    OfferedProcess process = processes.get(id);
    if (process == null) {
      throw new ProblemException(
          Problem.of(404, "Not Found", "There is no process '" + id + "'.")
              .ofType(EXCEPTION + "no-such-process"));
    }
    return process;
  }

  private static Map<String, Object> summary(Context context, OfferedProcess process) {
    String url = BaseUrl.of(context) + "/processes/" + process.id();
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("id", process.id());
    summary.put("title", process.title());
    summary.put("description", process.description());
    summary.put("version", process.version());
    summary.put("jobControlOptions", List.of("sync-execute"));
    summary.put("outputTransmission", List.of("value"));
    summary.put(
        "links",
        List.of(
            Link.of(url, "self", MediaTypes.JSON, "Description"),
            Link.of(url + "/execution", EXECUTE, MediaTypes.JSON, "Execution")));
    return summary;
  }

  /** Nothing runs in the background, so no id names a job. */
  private static Route noJob(String path, String id, String summary) {
    return Route.get(path)
        .describe(TAG, id, summary)
        .with(JOB)
        .answers("Never: processes answer at once", Schema.of("object"))
        .handle(
            context -> {
              throw new ProblemException(
                  Problem.of(
                          404,
                          "Not Found",
                          "There is no job '" + JOB.get(context) + "': processes answer at once.")
                      .ofType(EXCEPTION + "no-such-job"));
            });
  }
}
