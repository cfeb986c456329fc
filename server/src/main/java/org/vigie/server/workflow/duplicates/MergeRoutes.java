package org.vigie.server.workflow.duplicates;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.Merge;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Json;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;
import org.vigie.server.workflow.Shown;

/** Merges incidents, and takes a merge or a split back; each as a whole or not at all. */
public final class MergeRoutes implements Routes {

  private static final int MOST_MERGED = 20;
  private static final Parameter<String> MERGE =
      Parameter.path("mergeId", "Id of a merge or split.", Schema.string(), text -> text);

  private final GuardedStore store;
  private final MergeLayers layers;

  public MergeRoutes(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.layers = new MergeLayers(catalog);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/api/merges")
            .describe(DuplicateRoutes.TAG, "merge", "Make one incident of several")
            .only(MergeLayers.WHO)
            .takes(
                "Which is kept, which are merged into it, on the versions that were looked at;"
                    + " values: of which one a property, \"place\" or \"time\" is taken, by id",
                MediaTypes.JSON,
                Schema.object(
                        "layer", Schema.string(),
                        "keep", LookedAt.SCHEMA,
                        "merge", Schema.array(LookedAt.SCHEMA),
                        "values", Schema.of("object"))
                    .requiring("layer", "keep", "merge"))
            .answers(Answer.empty(201, "Merged; the id undoes it"))
            .answers(Answer.empty(403, "The caller may not change the layer"))
            .answers(MergeDocument.STALE)
            .handle(this::merge),
        Route.post("/api/merges/{mergeId}/undo")
            .describe(DuplicateRoutes.TAG, "undoMerge", "Take a merge or a split back as a whole")
            .only(MergeLayers.WHO)
            .with(MERGE)
            .answers("It was undone", Schema.object("marksStayRaised", Schema.bool()))
            .answers(Answer.empty(409, "Something of it was changed since; the detail says what"))
            .handle(this::undo));
  }

  private void merge(Context context) throws IOException, BadInputException, StaleVersionException {
    Bodies.requireType(context, MediaTypes.JSON);
    MergeWish wish = Json.read(Bodies.read(context), MergeWish.class);
    Layer layer = layers.writable(context, wish.layer);
    FeatureStore seen = store.as(Callers.access(context));
    List<LookedAt> all = new ArrayList<>();
    all.add(wish.keep == null ? LookedAt.NOTHING : wish.keep);
    all.addAll(wish.merge == null ? List.of() : wish.merge);
    if (all.size() < 2 || all.size() > MOST_MERGED + 1) {
      throw new BadInputException(
          Fault.of(
              "merge",
              Message.of("names {value}", all.size() - 1),
              Message.of("Name 1 to {mostMerged}", MOST_MERGED)));
    }
    List<Feature> features = new ArrayList<>();
    Set<FeatureId> ids = new HashSet<>();
    Workflow workflow = MergeLayers.workflow(layer);
    for (LookedAt looked : all) {
      Feature feature = looked.current(seen, layer);
      if (!ids.add(feature.id())) {
        throw new BadInputException(
            Fault.of("merge", Message.of("names {feature} twice", feature.id()), "Name each once"));
      }
      if (workflow.merged().equals(Optional.of(workflow.stateOf(feature.properties())))) {
        throw ProblemException.of(
            409,
            "Conflict",
            Message.of("'{title}' is merged already.", Shown.of(layer, feature).title()));
      }
      features.add(feature);
    }
    Map<String, FeatureId> taken = taken(wish.values);
    try {
      Merge.Draft done =
          new Merging(seen, layer, workflow)
              .merge(features.get(0), features.subList(1, features.size()), taken);
      MergeDocument.created(context, seen, layer, done);
    } catch (StaleVersionException late) {
      throw LookedAt.overtaken(seen, layer, all);
    }
  }

  private void undo(Context context) throws BadInputException, StaleVersionException {
    FeatureStore seen = store.as(Callers.access(context));
    String id = context.pathParam("mergeId");
    Merge merge =
        FeatureId.find(id)
            .flatMap(each -> seen.findMerge(each.value()))
            .filter(each -> layers.readable(context).find(each.draft().layer()).isPresent())
            .orElseThrow(
                () -> ProblemException.notFound(Message.of("There is no merge '{id}'.", id)));
    if (merge.undone()) {
      throw Undoing.conflict("It was undone already.");
    }
    Layer layer = layers.writable(context, merge.draft().layer());
    try {
      boolean raised = new Undoing(seen, layer).undo(merge);
      context.header("Cache-Control", "no-store");
      context.result(Json.bytes(Map.of("marksStayRaised", raised))).contentType(MediaTypes.JSON);
    } catch (StaleVersionException late) {
      throw Undoing.conflict("Something of it was changed just now.");
    }
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

  private record MergeWish(
      @Nullable String layer,
      @Nullable LookedAt keep,
      @Nullable List<LookedAt> merge,
      @Nullable JsonNode values) {}
}
