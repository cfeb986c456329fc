package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.server.http.Caller;
import org.vigie.server.http.HighestMark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Members;
import org.vigie.server.selection.Selection;
import org.vigie.server.selection.Selections;

/** An analysis as a process: selects events by the usual members, then runs in memory. */
final class AnalysisProcess implements OfferedProcess {

  /** Some 150 bytes each in memory. */
  private static final long MAX_EVENTS = 1_000_000;

  /** More runs at once than this would only slow each other, and the map, down. */
  private static final int MAX_RUNS = 2;

  private static final long MAX_WAIT_SECONDS = 20;

  private static final String OUTPUT = "areas";

  private final Analysis analysis;
  private final Selections selections;
  private final GuardedStore store;
  private final Semaphore runs = new Semaphore(MAX_RUNS, true);

  AnalysisProcess(Analysis analysis, Selections selections, GuardedStore store) {
    this.analysis = analysis;
    this.selections = selections;
    this.store = store;
  }

  @Override
  public String id() {
    return analysis.id();
  }

  @Override
  public String title() {
    return analysis.title();
  }

  @Override
  public String description() {
    return analysis.description();
  }

  @Override
  public String version() {
    return analysis.version();
  }

  @Override
  public List<ProcessInput> inputs(Access access) {
    List<ProcessInput> inputs = new ArrayList<>(SelectionInputs.of(selections.as(access)));
    analysis.parameters().list().forEach(p -> inputs.add(ProcessInput.of(p)));
    return inputs;
  }

  @Override
  public Map<String, Object> outputs() {
    return Map.of(
        OUTPUT,
        Map.of(
            "title",
            "Areas with their figures, and diagnostics of the run",
            "schema",
            Schema.of("object")
                .with("format", "geojson-feature-collection")
                .with("contentMediaType", MediaTypes.GEOJSON)));
  }

  @Override
  public String mediaType(String output) {
    return MediaTypes.GEOJSON;
  }

  @Override
  public Executed execute(Caller caller, Members inputs) throws BadInputException {
    FeatureStore seen = store.as(caller.access());
    Selections readable = selections.as(caller.access());
    Selection asked = readable.of(SelectionInputs.plainBox(inputs), new Areas(readable, seen));
    FeatureQuery query = asked.query();
    var values = analysis.parameters().read(given(inputs));
    waitForTurn();
    try {
      refuseTooMany(seen, query);
      LogPosition asOf = seen.position();
      Events.Builder events = Events.of(query.layer());
      HighestMark mark = new HighestMark();
      seen.forEach(
          query,
          feature -> {
            events.add(feature);
            mark.take(feature);
          });
      AnalysisResult result = analysis.run(events.build(), values);
      Classification marked = asked.mark(mark.get());
      return new Executed(
          Map.of(OUTPUT, new ResultJson(analysis, inputs, asOf).of(result, marked)), marked);
    } finally {
      runs.release();
    }
  }

  private void waitForTurn() {
    try {
      if (runs.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw ProblemException.of(
        503, "Service Unavailable", "Other analyses are running. Try again in a few seconds.");
  }

  private void refuseTooMany(FeatureStore seen, FeatureQuery query) throws BadInputException {
    long count = seen.count(query);
    if (count > MAX_EVENTS) {
      throw new BadInputException(
          Fault.of(
              "inputs",
              count + " events are selected",
              "Select at most " + MAX_EVENTS + " by a smaller area, a shorter time or a filter"));
    }
  }

  /** The values of the declared parameters, as Java has them; the rest belongs to the selection. */
  private Map<String, Object> given(Members inputs) {
    Map<String, Object> given = new LinkedHashMap<>();
    for (Parameter parameter : analysis.parameters().list()) {
      inputs.find(parameter.name()).ifPresent(node -> given.put(parameter.name(), value(node)));
    }
    return given;
  }

  private static Object value(JsonNode node) {
    if (node.isNumber()) {
      return node.numberValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.asText();
  }
}
