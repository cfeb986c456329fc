package org.vigie.server.hotspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.access.Role;
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
import org.vigie.server.http.HighestMark;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Selections;

/**
 * Makes two areas of one and one of two. Each is one change of several features, kept whole or not
 * at all and taken back as a whole ({@code POST /api/merges/{mergeId}/undo}).
 */
public final class DivisionRoutes implements Routes {

  private static final String TAG = "Hotspots";
  private static final Parameter<String> LAYER =
      Parameter.path("layer", "Name of a layer of areas.", Schema.string(), text -> text);
  private static final Parameter<String> FEATURE =
      Parameter.path("featureId", "Id of a feature.", Schema.string(), text -> text);
  private static final Answer STALE =
      Answer.empty(412, "Somebody changed one of them first; look again");
  private static final Answer FORBIDDEN = Answer.empty(403, "The caller may not change the layer");

  /** Those who may take it back as well. */
  private static final Role[] WHO = {Role.DUTY_OFFICER, Role.PROTECTION_ADVISER, Role.ANALYST};

  private final GuardedStore store;
  private final LayerCatalog catalog;
  private final Clock clock;

  /**
   * @param clock what time it is in the mission; that of an exercise may stand still
   */
  public DivisionRoutes(GuardedStore store, LayerCatalog catalog, Clock clock) {
    this.store = store;
    this.catalog = catalog;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/api/hotspots/{layer}/{featureId}/split")
            .describe(TAG, "splitHotspot", "Make two areas of one")
            .only(WHO)
            .with(LAYER, FEATURE)
            .takes(
                "The version that was looked at; what it keeps; what the new one gets, and its"
                    + " name",
                MediaTypes.JSON,
                Schema.object(
                        "version",
                        Schema.integer(),
                        "keeps",
                        Areas.SCHEMA,
                        "gives",
                        Areas.SCHEMA,
                        "name",
                        Schema.string())
                    .requiring("version", "keeps", "gives", "name"))
            .answers(Answer.empty(201, "Split; the id undoes it"))
            .answers(FORBIDDEN)
            .answers(STALE)
            .handle(this::split),
        Route.post("/api/hotspots/{layer}/{featureId}/join")
            .describe(TAG, "joinHotspots", "Make one area of two; the other one ends now")
            .only(WHO)
            .with(LAYER, FEATURE)
            .takes(
                "The versions that were looked at, and the outline of both together",
                MediaTypes.JSON,
                Schema.object(
                        "version", Schema.integer(),
                        "other",
                            Schema.object("id", Schema.string(), "version", Schema.integer())
                                .requiring("id", "version"),
                        "area", Areas.SCHEMA)
                    .requiring("version", "other", "area"))
            .answers(Answer.empty(201, "Joined; the id undoes it"))
            .answers(FORBIDDEN)
            .answers(STALE)
            .handle(this::join));
  }

  private void split(Context context) throws IOException, BadInputException, StaleVersionException {
    Layer layer = writable(context);
    FeatureStore seen = store.as(Callers.access(context));
    Seen looked = subject(context, seen, layer);
    SplitWish wish = Json.read(Bodies.read(context), SplitWish.class);
    Feature from = looked.current(wish.version);
    String name = wish.name == null ? "" : wish.name.strip();
    if (name.isEmpty()) {
      throw new BadInputException(Fault.of("name", "is missing", "Name the new area"));
    }
    Areas areas = new Areas(new Selections(catalog.readableFor(Callers.access(context))), seen);
    Division division = new Division(seen, layer, clock.instant());
    created(
        context,
        seen,
        layer,
        division.split(
            from, area(areas, wish.keeps, "keeps"), area(areas, wish.gives, "gives"), name));
  }

  private void join(Context context) throws IOException, BadInputException, StaleVersionException {
    Layer layer = writable(context);
    FeatureStore seen = store.as(Callers.access(context));
    Seen looked = subject(context, seen, layer);
    JoinWish wish = Json.read(Bodies.read(context), JoinWish.class);
    Feature keep = looked.current(wish.version);
    OtherWish named = wish.other == null ? new OtherWish("", 0) : wish.other;
    String id = named.id == null ? "" : named.id;
    Feature other =
        find(seen, layer, id)
            .orElseThrow(
                () ->
                    new BadInputException(
                        Fault.of(
                            "other.id",
                            Message.of("there is no feature '{id}'", id),
                            "Name an area that you can see")))
            .current(named.version);
    if (keep.id().equals(other.id())) {
      throw new BadInputException(
          Fault.of("other.id", "is the same area", "Name another area to join"));
    }
    Areas areas = new Areas(new Selections(catalog.readableFor(Callers.access(context))), seen);
    Division division = new Division(seen, layer, clock.instant());
    created(context, seen, layer, division.join(keep, other, area(areas, wish.area, "area")));
  }

  private static Geometry area(Areas areas, @Nullable JsonNode node, String field)
      throws BadInputException {
    if (node == null || node.isNull()) {
      throw new BadInputException(
          Fault.of(field, "is missing", "Give a GeoJSON Polygon or MultiPolygon"));
    }
    return areas.read(node, field, Optional.empty()).shape();
  }

  /**
   * The feature of the path. What is not there, or not for the caller, is absent before anything
   * else is said.
   */
  private static Seen subject(Context context, FeatureStore seen, Layer layer)
      throws BadInputException {
    Seen found =
        find(seen, layer, context.pathParam("featureId")).orElseThrow(() -> absent(context));
    if (layer.workflow().isPresent() || layer.titleProperty().isEmpty()) {
      throw ProblemException.of(
          409,
          "Conflict",
          Message.of("Areas of '{layer}' cannot be split or joined.", layer.name()));
    }
    Bodies.requireType(context, MediaTypes.JSON);
    return found;
  }

  /** A layer which the caller may change. */
  private Layer writable(Context context) {
    var access = Callers.access(context);
    String name = context.pathParam("layer");
    Layer layer =
        catalog
            .readableFor(access)
            .find(name)
            .orElseThrow(
                () -> ProblemException.notFound(Message.of("There is no layer '{name}'.", name)));
    if (!access.mayWrite(layer.name())) {
      throw ProblemException.of(
          403,
          "Forbidden",
          Message.of("You may not change features of layer '{name}'. Ask an administrator.", name));
    }
    return layer.visibleTo(access);
  }

  private static Optional<Seen> find(FeatureStore seen, Layer layer, String id) {
    return FeatureId.find(id).flatMap(each -> seen.find(layer.name(), each)).map(Seen::new);
  }

  private static ProblemException absent(Context context) {
    return ProblemException.notFound(
        Message.of(
            "There is no feature '{id}' in layer '{name}'.",
            context.pathParam("featureId"),
            context.pathParam("layer")));
  }

  private static void created(Context context, FeatureStore seen, Layer layer, Merge.Draft done) {
    HighestMark mark = new HighestMark();
    done.parts().forEach(part -> seen.find(layer.name(), part.id()).ifPresent(mark::take));
    Mark.set(context, mark.get());
    List<String> others =
        done.parts().stream()
            .map(part -> part.id().toString())
            .filter(id -> !id.equals(done.subject().toString()))
            .toList();
    context.status(201);
    context.header("Location", "/api/merges/" + done.id());
    context.header("Cache-Control", "no-store");
    context
        .result(
            Json.bytes(
                Map.of(
                    "id", done.id().toString(),
                    "subject", done.subject().toString(),
                    "others", others)))
        .contentType(MediaTypes.JSON);
  }

  private record Seen(Feature feature) {

    /** The feature, when it still is the version that was looked at. */
    Feature current(long version) throws StaleVersionException {
      if (feature.version() != version) {
        throw new StaleVersionException(feature.version());
      }
      return feature;
    }
  }

  private record SplitWish(
      long version, @Nullable JsonNode keeps, @Nullable JsonNode gives, @Nullable String name) {}

  private record JoinWish(long version, @Nullable OtherWish other, @Nullable JsonNode area) {}

  private record OtherWish(@Nullable String id, long version) {}
}
