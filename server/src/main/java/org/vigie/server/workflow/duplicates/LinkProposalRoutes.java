package org.vigie.server.workflow.duplicates;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Callers;
import org.vigie.server.http.HighestMark;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;
import org.vigie.server.workflow.duplicates.CandidateSearch.Candidate;

/** Which open incidents a report may speak of, with reasons; somebody decides. */
public final class LinkProposalRoutes implements Routes {

  private static final Parameter<String> LAYER =
      Parameter.path("layer", "Name of a layer of reports.", Schema.string(), text -> text);
  private static final Parameter<String> FEATURE =
      Parameter.path("featureId", "Id of a report.", Schema.string(), text -> text);

  private final GuardedStore store;
  private final LayerCatalog catalog;

  public LinkProposalRoutes(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/links/{layer}/{featureId}/proposals")
            .describe(
                DuplicateRoutes.TAG, "getLinkProposals", "Open incidents a report may speak of")
            .with(LAYER, FEATURE)
            .answers(
                "The likeliest first; none for a report that is linked, or for what is no report",
                Schema.object("proposals", Schema.array(CandidateDocument.SCHEMA)))
            .handle(this::answer));
  }

  private void answer(Context context) throws BadInputException {
    FeatureStore seen = store.as(Callers.access(context));
    LayerCatalog layers = catalog.readableFor(Callers.access(context));
    String name = context.pathParam("layer");
    String id = context.pathParam("featureId");
    Feature report =
        layers
            .find(name)
            .flatMap(layer -> FeatureId.find(id).flatMap(each -> seen.find(layer.name(), each)))
            .orElseThrow(() -> DuplicateRoutes.absent(name, id));
    HighestMark mark = new HighestMark();
    mark.take(report);
    List<CandidateDocument> proposals = new ArrayList<>();
    Optional<Layer> incidents = incidents(layers, name);
    if (incidents.isPresent()) {
      for (Candidate candidate : new IncidentSearch(seen, incidents.get()).of(report)) {
        mark.take(candidate.feature());
        proposals.add(CandidateDocument.of(incidents.get(), candidate));
      }
    }
    Mark.set(context, mark.get());
    context.header("Cache-Control", "no-store");
    context.result(Json.bytes(new Document(proposals))).contentType(MediaTypes.JSON);
  }

  private static Optional<Layer> incidents(LayerCatalog layers, String reports) {
    return layers.list().stream()
        .filter(
            layer ->
                layer
                    .workflow()
                    .flatMap(Workflow::reports)
                    .filter(each -> each.layer().equals(reports))
                    .isPresent())
        .findFirst();
  }

  private record Document(List<CandidateDocument> proposals) {}
}
