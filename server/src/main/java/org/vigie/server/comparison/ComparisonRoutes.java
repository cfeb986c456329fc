package org.vigie.server.comparison;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.PictureRequest;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Members;
import org.vigie.server.selection.Selections;

/** {@code POST /api/comparison}: in what two pictures of one window differ, layer by layer. */
public final class ComparisonRoutes implements Routes {

  private static final Set<String> MEMBERS = Set.of("bbox", "zoom", "a", "b");
  private static final Set<String> OF_LAYER = Set.of("name", "datetime", "filter", "as-known-at");

  private final GuardedStore store;
  private final Selections selections;

  public ComparisonRoutes(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.selections = new Selections(catalog);
  }

  @Override
  public List<Route> routes() {
    Schema text = Schema.string();
    Schema layers =
        Schema.array(
            Schema.object("name", text, "datetime", text, "filter", text, "as-known-at", text)
                .requiring("name"));
    return List.of(
        Route.post("/api/comparison")
            .asks()
            .expensive()
            .describe("Watch", "comparePictures", "In what two pictures of one window differ")
            .takes(
                "The window; the layers of both pictures with a period, a filter and the moment as"
                    + " known at which each; zoom, whose cells of 16 pixels are counted",
                MediaTypes.JSON,
                Schema.object(
                        "bbox",
                        Schema.array(Schema.number()),
                        "zoom",
                        Schema.integer(0, PictureRequest.MAX_ZOOM, 0),
                        "a",
                        layers,
                        "b",
                        layers)
                    .requiring("bbox", "a", "b"))
            .answers(
                "Each layer that is in both: how many in each, exactly, and features of one period"
                    + " (only in a, only in b, changed, the same; the gravest "
                    + ComparedFeatures.MOST_TOLD
                    + " told one by one) or counts in cells, of two periods and of more than "
                    + ComparedLayer.MOST_READ
                    + " features",
                Schema.object(
                    "dataAsOf", Schema.of("object"),
                    "classification", text,
                    "layers", Schema.array(Schema.of("object"))))
            .handle(this::answer));
  }

  private void answer(Context context) throws BadInputException, IOException {
    Members body = Members.of(Json.read(Bodies.read(context)), "").allow(MEMBERS);
    Access access = Callers.access(context);
    FeatureStore seen = store.as(access);
    Areas areas = new Areas(selections.as(access), seen);
    int zoom = body.integer("zoom", 0, PictureRequest.MAX_ZOOM);
    Map<String, FeatureQuery> inB = side("b", body, access, areas);
    List<ComparedLayer> layers = new ArrayList<>();
    Classification highest = Classification.UNCLASSIFIED;
    LogPosition asOf = LogPosition.EMPTY;
    for (FeatureQuery a : side("a", body, access, areas).values()) {
      FeatureQuery b = inB.get(a.layer().name());
      if (b != null) {
        ComparedLayer.Answer answer = ComparedLayer.of(seen, a, b, zoom);
        layers.add(answer.layer());
        highest = highest.highest(answer.highest());
        asOf = answer.asOf().sequence() > asOf.sequence() ? answer.asOf() : asOf;
      }
    }
    highest = highest.highest(areas.mark());
    Mark.set(context, highest);
    context.header("Cache-Control", "no-store");
    context.result(Json.bytes(new Document(asOf, highest, layers))).contentType(MediaTypes.JSON);
  }

  private Map<String, FeatureQuery> side(String side, Members body, Access access, Areas areas)
      throws BadInputException {
    Selections readable = selections.as(access);
    Map<String, FeatureQuery> queries = new LinkedHashMap<>();
    for (Members each : body.objects(side)) {
      each.allow(OF_LAYER);
      Layer layer = readable.layer(each.name("name"), each.getText("name"));
      FeatureQuery around = readable.around(layer, each);
      FeatureQuery query =
          around
              .withBbox(window(readable, layer, body))
              .withFilter(readable.filter(layer, each, areas, around.asKnownAt()));
      if (queries.put(layer.name(), query) != null) {
        throw each.wrong(
            "name",
            Message.of("{layer} is asked for twice", layer.name()),
            Message.of("Ask once for each layer"));
      }
    }
    return queries;
  }

  private static BoundingBox window(Selections readable, Layer layer, Members body)
      throws BadInputException {
    return readable
        .around(layer, body)
        .bbox()
        .orElseThrow(() -> body.wrong("bbox", "is missing", "Send [west, south, east, north]"));
  }

  private record Document(
      LogPosition dataAsOf, Classification classification, List<ComparedLayer> layers) {}
}
