package org.vigie.server.workflow.duplicates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.geojson.GeoJsonFeatures;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.Merge;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.HighestMark;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;
import org.vigie.server.workflow.Shown;

/** Merges incidents, splits them, and takes either back; each as a whole or not at all. */
public final class MergeRoutes implements Routes {

  private static final int MOST_MERGED = 20;
  private static final Role[] WHO = {Role.DUTY_OFFICER, Role.PROTECTION_ADVISER, Role.ANALYST};
  private static final Schema SEEN =
      Schema.object("id", Schema.string(), "version", Schema.integer()).requiring("id", "version");
  private static final Answer STALE =
      Answer.empty(412, "Somebody changed one of them first; the detail says which");
  private static final Parameter<String> MERGE =
      Parameter.path("mergeId", "Id of a merge or split.", Schema.string(), text -> text);

  private final GuardedStore store;
  private final LayerCatalog catalog;

  public MergeRoutes(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/api/merges")
            .describe(DuplicateRoutes.TAG, "merge", "Make one incident of several")
            .only(WHO)
            .takes(
                "Which is kept, which are merged into it, on the versions that were looked at;"
                    + " values: of which one a property, \"place\" or \"time\" is taken, by id",
                MediaTypes.JSON,
                Schema.object(
                        "layer", Schema.string(),
                        "keep", SEEN,
                        "merge", Schema.array(SEEN),
                        "values", Schema.of("object"))
                    .requiring("layer", "keep", "merge"))
            .answers(Answer.empty(201, "Merged; the id undoes it"))
            .answers(Answer.empty(403, "The caller may not change the layer"))
            .answers(STALE)
            .handle(this::merge),
        Route.post("/api/merges/{mergeId}/undo")
            .describe(DuplicateRoutes.TAG, "undoMerge", "Take a merge or a split back as a whole")
            .only(WHO)
            .with(MERGE)
            .answers("It was undone", Schema.object("marksStayRaised", Schema.bool()))
            .answers(Answer.empty(409, "Something of it was changed since; the detail says what"))
            .handle(this::undo),
        Route.post("/api/splits")
            .describe(
                DuplicateRoutes.TAG, "split", "Take reports out of an incident into a new one")
            .only(WHO)
            .takes(
                "The version that was looked at, ids of reports, and what the new one says",
                MediaTypes.JSON,
                Schema.object(
                        "layer", Schema.string(),
                        "id", Schema.string(),
                        "version", Schema.integer(),
                        "reports", Schema.array(Schema.string()),
                        "values", Schema.of("object"))
                    .requiring("layer", "id", "version", "reports"))
            .answers(Answer.empty(201, "Split; the id undoes it"))
            .answers(Answer.empty(403, "The caller may not change the layer"))
            .answers(STALE)
            .handle(this::split));
  }

  private void merge(Context context) throws IOException, BadInputException, StaleVersionException {
    Bodies.requireType(context, MediaTypes.JSON);
    MergeWish wish = Json.read(Bodies.read(context), MergeWish.class);
    Layer layer = writable(context, wish.layer);
    FeatureStore seen = store.as(Callers.access(context));
    List<Looked> all = new ArrayList<>();
    all.add(wish.keep == null ? new Looked("", 0) : wish.keep);
    all.addAll(wish.merge == null ? List.of() : wish.merge);
    if (all.size() < 2 || all.size() > MOST_MERGED + 1) {
      throw new BadInputException(
          Fault.of("merge", "names " + (all.size() - 1), "Name 1 to " + MOST_MERGED));
    }
    List<Feature> features = new ArrayList<>();
    Set<FeatureId> ids = new HashSet<>();
    Workflow workflow = workflow(layer);
    for (Looked looked : all) {
      Feature feature = current(seen, layer, looked);
      if (!ids.add(feature.id())) {
        throw new BadInputException(
            Fault.of("merge", "names " + feature.id() + " twice", "Name each once"));
      }
      if (workflow.merged().equals(Optional.of(workflow.stateOf(feature.properties())))) {
        throw ProblemException.of(
            409, "Conflict", "'" + Shown.of(layer, feature).title() + "' is merged already.");
      }
      features.add(feature);
    }
    Map<String, FeatureId> taken = taken(wish.values);
    try {
      Merge.Draft done =
          new Merging(seen, layer, workflow)
              .merge(features.get(0), features.subList(1, features.size()), taken);
      created(context, seen, layer, done);
    } catch (StaleVersionException late) {
      throw overtaken(seen, layer, all);
    }
  }

  private void split(Context context) throws IOException, BadInputException, StaleVersionException {
    Bodies.requireType(context, MediaTypes.JSON);
    SplitWish wish = Json.read(Bodies.read(context), SplitWish.class);
    Layer layer = writable(context, wish.layer);
    FeatureStore seen = store.as(Callers.access(context));
    Looked looked = new Looked(wish.id == null ? "" : wish.id, wish.version);
    Feature from = current(seen, layer, looked);
    Set<FeatureId> reports = new HashSet<>();
    for (String id : wish.reports == null ? List.<String>of() : wish.reports) {
      reports.add(
          FeatureId.find(id)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          Fault.of("reports", "'" + id + "' is no id", "Name reports by id"))));
    }
    if (reports.isEmpty()) {
      throw new BadInputException(Fault.of("reports", "is empty", "Name a report at least"));
    }
    try {
      Merge.Draft done =
          new Splitting(seen, layer, workflow(layer))
              .split(from, reports, values(layer, from, wish.values));
      created(context, seen, layer, done);
    } catch (StaleVersionException late) {
      throw overtaken(seen, layer, List.of(looked));
    }
  }

  private void undo(Context context) throws BadInputException, StaleVersionException {
    FeatureStore seen = store.as(Callers.access(context));
    String id = context.pathParam("mergeId");
    Merge merge =
        FeatureId.find(id)
            .flatMap(each -> seen.findMerge(each.value()))
            .filter(each -> layers(context).find(each.draft().layer()).isPresent())
            .orElseThrow(() -> ProblemException.notFound("There is no merge '" + id + "'."));
    if (merge.undone()) {
      throw Undoing.conflict("It was undone already.");
    }
    Layer layer = writable(context, merge.draft().layer());
    try {
      boolean raised = new Undoing(seen, layer).undo(merge);
      context.header("Cache-Control", "no-store");
      context.result(Json.bytes(Map.of("marksStayRaised", raised))).contentType(MediaTypes.JSON);
    } catch (StaleVersionException late) {
      throw Undoing.conflict("Something of it was changed just now.");
    }
  }

  private LayerCatalog layers(Context context) {
    return catalog.readableFor(Callers.access(context));
  }

  private Layer writable(Context context, @Nullable String name) throws BadInputException {
    Access access = Callers.access(context);
    Layer layer =
        Optional.ofNullable(name)
            .flatMap(layers(context)::find)
            .orElseThrow(
                () ->
                    new BadInputException(
                        Fault.of("layer", "there is no layer " + name, "Name a layer")));
    if (!access.mayWrite(layer.name())) {
      throw ProblemException.of(
          403,
          "Forbidden",
          "You may not change features of layer '" + layer.name() + "'. Ask an administrator.");
    }
    return layer.visibleTo(access);
  }

  private static Workflow workflow(Layer layer) {
    return layer
        .workflow()
        .filter(each -> each.merged().isPresent())
        .orElseThrow(
            () ->
                ProblemException.of(
                    409, "Conflict", "Features of '" + layer.name() + "' cannot be merged."));
  }

  /** The version that was looked at, which must still be the current one. */
  private static Feature current(FeatureStore seen, Layer layer, Looked looked)
      throws BadInputException {
    Feature feature =
        FeatureId.find(looked.id == null ? "" : looked.id)
            .flatMap(id -> seen.find(layer.name(), id))
            .orElseThrow(
                () ->
                    new BadInputException(
                        Fault.of(
                            "id",
                            "there is no feature " + looked.id,
                            "Name a feature that you can see")));
    if (feature.version() != looked.version) {
      throw overtaken(seen, layer, List.of(looked));
    }
    return feature;
  }

  private static ProblemException overtaken(FeatureStore seen, Layer layer, List<Looked> looked) {
    List<String> changed = new ArrayList<>();
    for (Looked each : looked) {
      FeatureId.find(each.id == null ? "" : each.id)
          .flatMap(id -> seen.find(layer.name(), id))
          .filter(feature -> feature.version() != each.version)
          .ifPresent(feature -> changed.add(Shown.of(layer, feature).title()));
    }
    return ProblemException.of(
        412,
        "Precondition Failed",
        "Somebody changed it first: "
            + (changed.isEmpty() ? "one of them is gone" : String.join(", ", changed))
            + ". Look again.");
  }

  private static Map<String, FeatureId> taken(@Nullable JsonNode values) throws BadInputException {
    Map<String, FeatureId> taken = new LinkedHashMap<>();
    if (values != null) {
      for (Map.Entry<String, JsonNode> each : values.properties()) {
        taken.put(
            each.getKey(),
            FeatureId.find(each.getValue().asText())
                .orElseThrow(
                    () ->
                        new BadInputException(
                            Fault.of(
                                "values." + each.getKey(),
                                "is not an id",
                                "Name the id of the incident it is taken of"))));
      }
    }
    return taken;
  }

  /** Properties of the new incident, checked as those of any other. */
  private static Map<String, Object> values(Layer layer, Feature from, @Nullable JsonNode given)
      throws BadInputException {
    ObjectNode properties =
        given instanceof ObjectNode object ? object.deepCopy() : Json.MAPPER.createObjectNode();
    Set<String> named = new HashSet<>();
    properties.fieldNames().forEachRemaining(named::add);
    for (String name : named) {
      boolean isState = layer.workflow().orElseThrow().property().equals(name);
      if (isState || layer.findProperty(name).isEmpty()) {
        throw new BadInputException(
            Fault.of("values." + name, "cannot be given", "Name properties of " + layer.name()));
      }
    }
    layer
        .drawnBy()
        .filter(name -> !properties.has(name) && from.properties().get(name) instanceof String)
        .ifPresent(name -> properties.put(name, String.valueOf(from.properties().get(name))));
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("type", "Feature");
    body.putNull("geometry");
    body.set("properties", properties);
    GeoJsonFeatures.Result result = new GeoJsonFeatures(layer, Mapping.NONE).read(body);
    if (result.feature().isEmpty()) {
      throw new BadInputException(result.faults());
    }
    Map<String, Object> values = new HashMap<>(result.feature().get().properties());
    values.keySet().retainAll(named);
    return values;
  }

  private static void created(Context context, FeatureStore seen, Layer layer, Merge.Draft done) {
    Merge merge =
        seen.findMerge(done.id())
            .orElseThrow(
                () -> ProblemException.notFound("The merge was made; you do not see it any more."));
    MergeDocument document = MergeDocument.of(merge, layer, seen);
    HighestMark mark = new HighestMark();
    done.parts().forEach(part -> seen.find(layer.name(), part.id()).ifPresent(mark::take));
    Mark.set(context, mark.get());
    context.status(201);
    context.header("Location", "/api/merges/" + done.id());
    context.result(Json.bytes(document)).contentType(MediaTypes.JSON);
  }

  private record Looked(@Nullable String id, long version) {}

  private record MergeWish(
      @Nullable String layer,
      @Nullable Looked keep,
      @Nullable List<Looked> merge,
      @Nullable JsonNode values) {}

  private record SplitWish(
      @Nullable String layer,
      @Nullable String id,
      long version,
      @Nullable List<String> reports,
      @Nullable JsonNode values) {}
}
