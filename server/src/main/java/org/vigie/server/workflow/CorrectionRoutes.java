package org.vigie.server.workflow;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Corrections;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Json;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** Which reports of a layer were corrected, for whoever draws or lists them. */
public final class CorrectionRoutes implements Routes {

  private final GuardedStore store;
  private final LayerCatalog catalog;

  public CorrectionRoutes(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/corrections/{layer}")
            .describe(
                WorkflowRoutes.TAG, "getCorrections", "Which reports were corrected, by which")
            .with(FeaturePath.LAYER)
            .answers(
                "Ids of corrections by id of what they correct",
                Schema.object("corrected", Schema.of("object")))
            .handle(this::answer));
  }

  private void answer(Context context) {
    String name = context.pathParam("layer");
    Layer layer =
        catalog
            .readableFor(Callers.access(context))
            .find(name)
            .orElseThrow(
                () -> ProblemException.notFound(Message.of("There is no layer '{name}'.", name)));
    Map<String, String> corrected = new TreeMap<>();
    Corrections.of(store.as(Callers.access(context)), layer)
        .by()
        .forEach((old, correction) -> corrected.put(old.toString(), correction.id().toString()));
    context.header("Cache-Control", "no-store");
    context.result(Json.bytes(Map.of("corrected", corrected))).contentType(MediaTypes.JSON);
  }
}
