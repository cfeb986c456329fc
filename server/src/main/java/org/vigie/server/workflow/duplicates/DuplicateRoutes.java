package org.vigie.server.workflow.duplicates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.geojson.GeoJsonFeatures;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Batch;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.Merge;
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
import org.vigie.server.workflow.duplicates.CandidateSearch.Candidate;
import org.vigie.server.workflow.duplicates.CandidateSearch.Found;

/** What may be the same as a draft, as a stored feature, or as what an import brought. */
public final class DuplicateRoutes implements Routes {

  static final String TAG = "Duplicates";

  private static final Schema CANDIDATES =
      Schema.object(
          "candidates", Schema.array(CandidateDocument.SCHEMA),
          "merges", Schema.array(Schema.of("object")),
          "isCut", Schema.of("boolean"));
  private static final Parameter<String> LAYER =
      Parameter.path("layer", "Name of a layer.", Schema.string(), text -> text);
  private static final Parameter<String> FEATURE =
      Parameter.path("featureId", "Id of a feature.", Schema.string(), text -> text);
  private static final Parameter<String> BATCH =
      Parameter.text("batch", "Id of an import that was committed.");
  private static final Parameter<String> CURSOR =
      Parameter.text("cursor", "From the page before, for the next part of the import.");

  private final GuardedStore store;
  private final LayerCatalog catalog;

  public DuplicateRoutes(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/duplicates")
            .describe(TAG, "getDuplicatesOfImport", "Likely duplicates of what an import brought")
            .with(BATCH, CURSOR)
            .answers(
                "Pairs, a part of the import at a time",
                Schema.object(
                    "compared", Schema.integer(),
                    "pairs", Schema.array(Schema.of("object")),
                    "isCut", Schema.of("boolean"),
                    "next", Schema.string()))
            .handle(this::batch),
        Route.post("/api/duplicates")
            .describe(TAG, "findDuplicates", "Likely duplicates of a draft; nothing is stored")
            .takes(
                "The draft, with the id of the feature when it is one already",
                MediaTypes.JSON,
                Schema.object(
                        "layer", Schema.string(),
                        "id", Schema.string(),
                        "geometry", Schema.of("object"),
                        "valid_from", Schema.string(),
                        "valid_to", Schema.string(),
                        "radius_m", Schema.of("number"),
                        "properties", Schema.of("object"))
                    .requiring("layer"))
            .answers("The likeliest first", CANDIDATES)
            .handle(this::draft),
        Route.get("/api/duplicates/{layer}/{featureId}")
            .describe(TAG, "getDuplicates", "Likely duplicates of a feature")
            .with(LAYER, FEATURE)
            .answers("The likeliest first, and the merges that it was part of", CANDIDATES)
            .handle(this::stored));
  }

  private void stored(Context context) throws BadInputException {
    FeatureStore seen = store.as(Callers.access(context));
    String name = context.pathParam("layer");
    String id = context.pathParam("featureId");
    Layer layer = layers(context).find(name).orElseThrow(() -> absent(name, id));
    Feature feature =
        FeatureId.find(id)
            .flatMap(each -> seen.find(name, each))
            .orElseThrow(() -> absent(name, id));
    Found found = new CandidateSearch(seen, layer).of(feature, Optional.of(feature.id()));
    List<MergeDocument> merges = new ArrayList<>();
    for (Merge merge : seen.merges(name, feature.id())) {
      merges.add(MergeDocument.of(merge, layer, seen));
    }
    HighestMark mark = new HighestMark();
    mark.take(feature);
    answer(context, layer, found, merges, mark);
  }

  private void draft(Context context) throws IOException, BadInputException {
    Bodies.requireType(context, MediaTypes.JSON);
    JsonNode body = Json.read(Bodies.read(context));
    String name = body.path("layer").asText();
    Layer layer =
        layers(context)
            .find(name)
            .orElseThrow(
                () ->
                    new BadInputException(
                        Fault.of(
                            "layer",
                            Message.of("there is no layer {name}", name),
                            "Name a layer")));
    FeatureStore seen = store.as(Callers.access(context));
    Optional<FeatureId> id = FeatureId.find(body.path("id").asText());
    Found found = new CandidateSearch(seen, layer).of(read(body, layer), id);
    answer(context, layer, found, List.of(), new HighestMark());
  }

  /** As far as it is filled in: what is wrong with the rest is said when it is saved. */
  private static Feature read(JsonNode body, Layer layer) throws BadInputException {
    ObjectNode feature = Json.MAPPER.createObjectNode();
    feature.put("type", "Feature");
    feature.set("geometry", body.get("geometry"));
    ObjectNode properties =
        body.path("properties") instanceof ObjectNode given
            ? given.deepCopy()
            : Json.MAPPER.createObjectNode();
    for (String time : List.of("valid_from", "valid_to", "time_precision", "radius_m")) {
      if (body.hasNonNull(time)) {
        properties.set(time, body.get(time));
      }
    }
    layer.workflow().map(Workflow::property).ifPresent(properties::remove);
    feature.set("properties", properties);
    GeoJsonFeatures.Result result = new GeoJsonFeatures(layer, Mapping.NONE).read(feature);
    return result.feature().orElseThrow(() -> new BadInputException(result.faults()));
  }

  private void batch(Context context) throws BadInputException {
    FeatureStore seen = store.as(Callers.access(context));
    String name = BATCH.find(context).orElse("");
    ProblemException absent =
        ProblemException.notFound(Message.of("There is no import '{name}'.", name));
    Batch batch =
        seen.batches().stream()
            .filter(each -> each.id().toString().equals(name))
            .findFirst()
            .orElseThrow(() -> absent);
    Layer layer = layers(context).find(batch.layer()).orElseThrow(() -> absent);
    Optional<FeatureId> after = CURSOR.find(context).flatMap(FeatureId::find);
    ImportedPairs.Part part = new ImportedPairs(seen, layer).read(batch, after);
    HighestMark mark = new HighestMark();
    List<PairDocument> pairs = new ArrayList<>();
    for (ImportedPairs.Pair pair : part.pairs()) {
      mark.take(pair.one());
      mark.take(pair.other().feature());
      pairs.add(
          new PairDocument(Shown.of(layer, pair.one()), CandidateDocument.of(layer, pair.other())));
    }
    write(
        context,
        mark,
        new BatchDocument(
            part.compared(), pairs, part.isCut(), part.next().map(FeatureId::toString).orElse("")));
  }

  private LayerCatalog layers(Context context) {
    return catalog.readableFor(Callers.access(context));
  }

  private static void answer(
      Context context, Layer layer, Found found, List<MergeDocument> merges, HighestMark mark) {
    List<CandidateDocument> documents = new ArrayList<>();
    for (Candidate candidate : found.candidates()) {
      mark.take(candidate.feature());
      documents.add(CandidateDocument.of(layer, candidate));
    }
    write(context, mark, new Document(documents, merges, found.isCut()));
  }

  private static void write(Context context, HighestMark mark, Object document) {
    Mark.set(context, mark.get());
    context.header("Cache-Control", "no-store");
    context.result(Json.bytes(document)).contentType(MediaTypes.JSON);
  }

  static ProblemException absent(String layer, String id) {
    return ProblemException.notFound(
        Message.of("There is no feature '{id}' in layer '{layer}'.", id, layer));
  }

  private record Document(
      List<CandidateDocument> candidates, List<MergeDocument> merges, boolean isCut) {}

  private record PairDocument(Shown one, CandidateDocument other) {}

  private record BatchDocument(
      int compared, List<PairDocument> pairs, boolean isCut, String next) {}
}
