package org.vigie.server.hotspot;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** {@code /api/hotspots}: overdue reviews, and the live card of an area. */
public final class HotspotRoutes implements Routes {

  private static final String TAG = "Hotspots";
  private static final Duration USUAL_PERIOD = Duration.ofDays(30);
  private static final Parameter<String> LAYER =
      Parameter.path("layer", "Name of a layer of areas.", Schema.string(), text -> text);
  private static final Parameter<String> FEATURE =
      Parameter.path("featureId", "Id of a feature.", Schema.string(), text -> text);

  private final GuardedStore store;
  private final LayerCatalog catalog;
  private final Clock clock;

  /**
   * @param clock what time it is in the mission; that of an exercise may stand still
   */
  public HotspotRoutes(GuardedStore store, LayerCatalog catalog, Clock clock) {
    this.store = store;
    this.catalog = catalog;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/hotspots/overdue")
            .describe(TAG, "getOverdueReviews", "Areas whose review is overdue, the longest first")
            .answers(
                "Areas that still hold and should have been reviewed by now",
                Schema.object(
                    Map.of(
                        "today", Schema.string(),
                        "total", Schema.integer(),
                        "items", Schema.array(Schema.of("object")))))
            .handle(this::overdue),
        Route.get("/api/hotspots/{layer}/{featureId}")
            .expensive()
            .describe(
                TAG,
                "getHotspotCard",
                "What an area holds now: events against the period before, patrols against the"
                    + " requirement, open alerts, the suggestion it came from, drift since drawing")
            .with(LAYER, FEATURE, Parameters.DATETIME)
            .answers(
                "Each part is absent when its layer is not there for the caller",
                Schema.object(
                    Map.of(
                        "events", Schema.of("object"),
                        "coverage", Schema.of("object"),
                        "alerts", Schema.of("object"),
                        "review", Schema.of("object"),
                        "suggestion", Schema.of("object"),
                        "drift", Schema.of("object"))))
            .handle(this::card));
  }

  private void overdue(Context context) {
    LayerCatalog readable = catalog.readableFor(Callers.access(context));
    FeatureStore seen = store.as(Callers.access(context));
    OverdueReviews reviews =
        OverdueReviews.of(seen, readable, clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
    Mark.set(context, reviews.mark());
    send(context, reviews.document());
  }

  private void card(Context context) throws BadInputException {
    LayerCatalog readable = catalog.readableFor(Callers.access(context));
    FeatureStore seen = store.as(Callers.access(context));
    Feature area = area(context, readable, seen);
    HotspotCard card = new HotspotCard(seen, readable, area, clock.instant());
    HotspotCard.Document document = card.of(period(context));
    Mark.set(context, card.mark());
    send(context, document);
  }

  private Feature area(Context context, LayerCatalog readable, FeatureStore seen)
      throws BadInputException {
    String name = context.pathParam("layer");
    String id = context.pathParam("featureId");
    Feature feature =
        readable
            .find(name)
            .map(Layer::name)
            .flatMap(layer -> FeatureId.find(id).flatMap(each -> seen.find(layer, each)))
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        Message.of("There is no feature '{id}' in layer '{name}'.", id, name)));
    if (feature.geometry() == null || feature.geometry().getDimension() != 2) {
      throw new BadInputException(
          Fault.of(
              "featureId", Message.of("'{id}' has no area", id), "Name a feature that is an area"));
    }
    return feature;
  }

  /** The one asked for, both ends closed; else the last thirty days with today. */
  private TimeSpan period(Context context) throws BadInputException {
    Instant tomorrow = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    TimeSpan asked =
        Parameters.DATETIME
            .find(context)
            .orElse(TimeSpan.of(tomorrow.minus(USUAL_PERIOD), tomorrow));
    Instant start = asked.start();
    Instant end = asked.end();
    if (start == null || end == null || !start.isBefore(end)) {
      throw new BadInputException(
          Fault.of(
              "datetime",
              "has an open end or no length",
              "Give a start and an end, for example 2026-01-01/2026-03-31"));
    }
    return asked;
  }

  private static void send(Context context, Object document) {
    context.header("Cache-Control", "no-store");
    context.result(Json.bytes(document)).contentType(MediaTypes.JSON);
  }
}
