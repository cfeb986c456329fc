package org.vigie.server.processes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.query.AreaCalls;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.Job;
import org.vigie.geodata.store.LogPosition;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Members;
import org.vigie.server.selection.Selection;
import org.vigie.server.selection.Selections;

/** An analysis as a process: selects events by the usual members, then runs in memory. */
final class AnalysisProcess implements OfferedProcess {

  static final String OUTPUT = "areas";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Share of a run that reading takes. */
  static final double READ = 0.2;

  private final Analysis analysis;
  private final Selections selections;
  private final GuardedStore store;
  private final boolean exercise;

  AnalysisProcess(Analysis analysis, Selections selections, GuardedStore store, boolean exercise) {
    this.exercise = exercise;
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
  public void check(Access access, Members inputs) throws BadInputException {
    select(access, inputs);
    analysis.parameters().read(given(inputs));
    SubjectReader.check(analysis, selections.as(access), inputs);
  }

  @Override
  public Executed execute(Run run, Members inputs) throws BadInputException {
    FeatureStore seen = store.as(run.access());
    LogPosition asOf = run.earlier().orElseGet(seen::position);
    run.reads(asOf);
    Members selecting = run.earlier().isEmpty() ? inputs : asKnownAt(inputs, asOf);
    SubjectReader reader =
        new SubjectReader(seen, selections.as(run.access()), analysis, selecting, run);
    Subject subject = reader.read(select(run.access(), selecting), asOf);
    if (!seen.position().equals(asOf)) {
      // Something was written meanwhile: what was read may be of before or after it.
      run.readAgain();
      subject = reader.read(select(run.access(), asKnownAt(inputs, asOf)), asOf);
    }
    AnalysisResult result =
        analysis.run(subject, analysis.parameters().read(given(inputs)), run.part(READ, 1));
    return new Executed(
        Map.of(
            OUTPUT,
            new ResultJson(analysis, inputs, asOf, exercise)
                .of(result, run.reading().marking().classification())));
  }

  @Override
  public boolean isStillSeen(Access access, Members inputs, Job job) throws BadInputException {
    if (job.position().isEmpty()) {
      return true;
    }
    Members then = asKnownAt(inputs, job.position().get());
    FeatureStore seen = store.as(access);
    Run run = Run.waitedFor(access, PATIENCE);
    return new SubjectReader(seen, selections.as(access), analysis, then, run)
            .count(select(access, then))
        == job.features();
  }

  private Selection select(Access access, Members inputs) throws BadInputException {
    Selections readable = selections.as(access);
    Selection asked =
        readable.of(SelectionInputs.plainBox(inputs), new Areas(readable, store.as(access)));
    FeatureQuery query = asked.query();
    // Nothing outside an area that all events must lie in was looked at, so it is the study area.
    return query.area().isPresent()
        ? asked
        : AreaCalls.around(query.filter())
            .map(area -> new Selection(query.withArea(area), asked.area(), asked.named()))
            .orElse(asked);
  }

  /** The inputs as of a moment, unless they name one of their own. */
  private static Members asKnownAt(Members inputs, LogPosition position) throws BadInputException {
    if (inputs.find(SelectionInputs.AS_KNOWN_AT).isPresent()) {
      return inputs;
    }
    ObjectNode then = inputs.node().deepCopy();
    then.put(SelectionInputs.AS_KNOWN_AT, position.committedAt().toString());
    return Members.of(then, "inputs");
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
