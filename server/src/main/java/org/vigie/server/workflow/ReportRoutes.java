package org.vigie.server.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.server.http.Answer;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** Makes an incident of a report: both the incident and the link to it, or neither. */
public final class ReportRoutes implements Routes {

  private final GuardedStore store;
  private final FeaturePath path;

  public ReportRoutes(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.path = new FeaturePath(catalog);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/api/workflow/{layer}/{featureId}/incident")
            .describe(WorkflowRoutes.TAG, "makeIncident", "Make an incident of a report")
            .with(FeaturePath.LAYER, FeaturePath.FEATURE)
            .takes(
                "Properties of the incident; place, time and marks are those of the report",
                MediaTypes.JSON,
                Schema.object("properties", Schema.of("object")).requiring("properties"))
            .answers(Answer.empty(201, "The incident, linked to its report; Location names it"))
            .answers(Answer.empty(403, "The caller may not write incidents"))
            .handle(this::make));
  }

  private void make(Context context) throws IOException, BadInputException, StaleVersionException {
    FeatureStore seen = store.as(Callers.access(context));
    Feature report = path.feature(context, seen);
    Layer reports = path.layer(context);
    Layer incidents = incidents(path.layers(context), reports);
    FeaturePath.requireWritable(context, incidents.name());
    Bodies.requireType(context, MediaTypes.JSON);
    JsonNode said = Json.read(Bodies.read(context)).path("properties");
    if (!said.isObject()) {
      throw new BadInputException(
          Fault.of("properties", "is missing", "Send \"properties\": {…} of the incident"));
    }
    Feature draft = new IncidentDraft(reports, incidents).of(report, said);
    Feature stored =
        seen.write(
            writing -> {
              writing.because("Made of report " + Shown.of(reports, report).title());
              Feature incident = writing.insert(draft);
              writing.link(LinkType.REPORTED_BY, FeatureRef.of(report), FeatureRef.of(incident));
              return incident;
            });
    Mark.set(context, stored.classification());
    context.status(201);
    context.header(
        "Location",
        BaseUrl.of(context) + "/collections/" + stored.layer() + "/items/" + stored.id());
    context.header("ETag", FeaturePath.tag(stored));
    context.result(Json.bytes(Shown.of(incidents, stored))).contentType(MediaTypes.JSON);
  }

  private static Layer incidents(LayerCatalog layers, Layer reports) {
    return layers.list().stream()
        .filter(
            layer ->
                layer
                    .workflow()
                    .flatMap(Workflow::reports)
                    .map(Workflow.Reports::layer)
                    .equals(Optional.of(reports.name())))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    409,
                    "Conflict",
                    Message.of("Features of '{reports}' are no reports.", reports.name())));
  }
}
