package org.vigie.server.workflow;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.FeatureLink;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.server.http.Answer;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.HighestMark;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** Links between features. One with an end that the caller does not see is not there for him. */
public final class LinkRoutes implements Routes {

  private static final Schema END =
      Schema.object("layer", Schema.string(), "id", Schema.string(), "ref", Schema.string())
          .requiring("layer");
  private static final Parameter<String> ENDED =
      Parameter.word(
              "ended",
              "Whether links that were taken back are listed, too.",
              List.of("true", "false"))
          .orElse("false");
  private static final Parameter<String> LINK =
      Parameter.path("linkId", "Id of a link.", Schema.string(), text -> text);

  private final GuardedStore store;
  private final FeaturePath path;
  private final LinkRules rules;

  public LinkRoutes(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.path = new FeaturePath(catalog);
    this.rules = new LinkRules(catalog);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/links/{layer}/{featureId}")
            .describe(WorkflowRoutes.TAG, "getLinks", "What a feature is linked to")
            .with(FeaturePath.LAYER, FeaturePath.FEATURE, Parameters.AS_KNOWN_AT, ENDED)
            .answers(
                "The links, oldest first",
                Schema.object("links", Schema.array(LinkDocument.SCHEMA)))
            .handle(this::list),
        Route.post("/api/links")
            .describe(WorkflowRoutes.TAG, "createLink", "Link two features")
            .takes(
                "How the first stands to the second; an end is named by id, or by its reference",
                MediaTypes.JSON,
                Schema.object(
                        "type",
                            Schema.words(
                                Arrays.stream(LinkType.values()).map(LinkType::word).toList()),
                        "from", END,
                        "to", END)
                    .requiring("type", "from", "to"))
            .answers(Answer.empty(201, "Linked; Location names the link"))
            .answers(Answer.empty(403, "The caller may not change what the link is about"))
            .handle(this::create),
        Route.delete("/api/links/{linkId}")
            .describe(WorkflowRoutes.TAG, "deleteLink", "Take a link back; the log keeps it")
            .with(LINK)
            .answers(Answer.empty(204, "Done"))
            .answers(Answer.empty(404, "There is no such link, or no longer"))
            .handle(this::delete));
  }

  private void list(Context context) throws BadInputException {
    FeatureStore seen = store.as(Callers.access(context));
    Optional<Instant> then = Parameters.AS_KNOWN_AT.find(context);
    FeatureRef own =
        then.isPresent() || ENDED.get(context).equals("true")
            ? known(context, seen)
            : FeatureRef.of(path.feature(context, seen));
    List<FeatureLink> links =
        then.isPresent()
            ? seen.links(own.layer(), own.id(), then.get())
            : ENDED.get(context).equals("true")
                ? seen.linkHistory(own.layer(), own.id())
                : seen.links(own.layer(), own.id());
    LayerCatalog layers = path.layers(context);
    HighestMark mark = new HighestMark();
    List<LinkDocument> documents = new ArrayList<>();
    for (FeatureLink link : links) {
      FeatureRef other = link.other(own);
      Optional<Feature> far =
          layers
              .find(other.layer())
              .flatMap(
                  layer ->
                      then.isPresent()
                          ? seen.find(layer.name(), other.id(), then.get())
                          : seen.find(layer.name(), other.id()));
      far.ifPresent(
          feature -> {
            mark.take(feature);
            documents.add(LinkDocument.of(link, own, Shown.of(layers.get(other.layer()), feature)));
          });
    }
    Mark.set(context, mark.get());
    context.header("Cache-Control", "no-store");
    context.result(Json.bytes(Map.of("links", documents))).contentType(MediaTypes.JSON);
  }

  /** Also one that is gone today, when the past is asked for. */
  private FeatureRef known(Context context, FeatureStore seen) {
    String layer = path.layer(context).name();
    String id = context.pathParam("featureId");
    return FeatureId.find(id)
        .filter(each -> !seen.history(layer, each).isEmpty())
        .map(each -> new FeatureRef(layer, each))
        .orElseThrow(() -> FeaturePath.absent(layer, id));
  }

  private void create(Context context)
      throws IOException, BadInputException, StaleVersionException {
    FeatureStore seen = store.as(Callers.access(context));
    Bodies.requireType(context, MediaTypes.JSON);
    Wish wish = Json.read(Bodies.read(context), Wish.class);
    LinkType type =
        Optional.ofNullable(wish.type)
            .flatMap(LinkType::find)
            .orElseThrow(
                () ->
                    new BadInputException(
                        Fault.of(
                            "type",
                            Message.of("'{type}' is not a kind of link", wish.type),
                            Message.of(
                                "Use one of {choices}",
                                Arrays.stream(LinkType.values()).map(LinkType::word).toList()))));
    FeatureRef from = end("from", wish.from, context, seen);
    FeatureRef to = end("to", wish.to, context, seen);
    rules.check(type, from, to);
    FeaturePath.requireWritable(context, LinkRules.owner(type, from, to));
    UUID id = seen.write(writing -> writing.link(type, from, to));
    context.status(201);
    context.header("Location", "/api/links/" + id);
    context
        .result(
            Json.bytes(Map.of("id", id.toString(), "from", from.toString(), "to", to.toString())))
        .contentType(MediaTypes.JSON);
  }

  private FeatureRef end(String field, @Nullable LinkEnd end, Context context, FeatureStore seen)
      throws BadInputException {
    if (end == null) {
      throw new BadInputException(Fault.of(field, "is missing", "Name a feature: layer and id"));
    }
    return end.find(field, path.layers(context), seen);
  }

  private void delete(Context context) throws BadInputException, StaleVersionException {
    FeatureStore seen = store.as(Callers.access(context));
    FeatureLink link =
        find(context.pathParam("linkId"))
            .flatMap(seen::findLink)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        Message.of("There is no link '{id}'.", context.pathParam("linkId"))));
    FeaturePath.requireWritable(context, LinkRules.owner(link.type(), link.from(), link.to()));
    seen.write(
        writing -> {
          writing.unlink(link.id());
          return link;
        });
    context.status(204);
  }

  private static Optional<UUID> find(String text) {
    return FeatureId.find(text).map(FeatureId::value);
  }

  private record Wish(@Nullable String type, @Nullable LinkEnd from, @Nullable LinkEnd to) {}
}
