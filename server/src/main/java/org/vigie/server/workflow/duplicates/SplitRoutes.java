package org.vigie.server.workflow.duplicates;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
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
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** Takes reports of another event out of an incident into one of their own. */
public final class SplitRoutes implements Routes {

  private final GuardedStore store;
  private final MergeLayers layers;

  public SplitRoutes(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.layers = new MergeLayers(catalog);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/api/splits")
            .describe(
                DuplicateRoutes.TAG, "split", "Take reports out of an incident into a new one")
            .only(MergeLayers.WHO)
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
            .answers(MergeDocument.STALE)
            .handle(this::split));
  }

  private void split(Context context) throws IOException, BadInputException, StaleVersionException {
    Bodies.requireType(context, MediaTypes.JSON);
    SplitWish wish = Json.read(Bodies.read(context), SplitWish.class);
    Layer layer = layers.writable(context, wish.layer);
    FeatureStore seen = store.as(Callers.access(context));
    LookedAt looked = new LookedAt(wish.id == null ? "" : wish.id, wish.version);
    Feature from = looked.current(seen, layer);
    Set<FeatureId> reports = new HashSet<>();
    for (String id : wish.reports == null ? List.<String>of() : wish.reports) {
      reports.add(
          FeatureId.find(id)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          Fault.of(
                              "reports",
                              Message.of("'{id}' is no id", id),
                              "Name reports by id"))));
    }
    if (reports.isEmpty()) {
      throw new BadInputException(Fault.of("reports", "is empty", "Name a report at least"));
    }
    try {
      Merge.Draft done =
          new Splitting(seen, layer, MergeLayers.workflow(layer))
              .split(from, reports, SplitValues.of(layer, from, wish.values));
      MergeDocument.created(context, seen, layer, done);
    } catch (StaleVersionException late) {
      throw LookedAt.overtaken(seen, layer, List.of(looked));
    }
  }

  private record SplitWish(
      @Nullable String layer,
      @Nullable String id,
      long version,
      @Nullable List<String> reports,
      @Nullable JsonNode values) {}
}
