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
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Caller;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Members;
import org.vigie.server.selection.Selection;
import org.vigie.server.selection.Selections;

/** An analysis as a process: selects events by the usual members, then runs in memory. */
final class AnalysisProcess implements OfferedProcess {

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
    List<Layer> readable = selections.as(access).layers();
    analysis.companions().forEach(c -> inputs.add(ProcessInput.of(c, readable)));
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
    var values = analysis.parameters().read(given(inputs));
    waitForTurn();
    try {
      SubjectReader reader = new SubjectReader(seen, asked);
      Subject subject = reader.read(analysis, readable, inputs);
      AnalysisResult result = analysis.run(subject, values, Progress.UNHEARD);
      Classification marked = reader.mark();
      return new Executed(
          Map.of(OUTPUT, new ResultJson(analysis, inputs, reader.asOf()).of(result, marked)),
          marked);
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
