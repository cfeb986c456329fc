package org.vigie.server.collections;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.geo.Crs;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.store.Submission;
import org.vigie.geodata.workflow.StateGuard;
import org.vigie.server.http.Answer;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Bodies;
import org.vigie.server.http.Callers;
import org.vigie.server.http.IdempotencyKey;
import org.vigie.server.http.Json;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.ProblemException;
import org.vigie.server.http.RequestBody;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/**
 * Creates, replaces, patches and deletes features (OGC 20-002r1). A change must carry the entity
 * tag of the version that was edited, so that nobody overwrites what he has not seen.
 */
public final class Editing implements Routes {

  private static final Parameter<String> IF_MATCH =
      Parameter.header(
          "If-Match", "Entity tag of the version that was edited.", Schema.string(), text -> text);
  private static final Parameter<String> PREFER =
      Parameter.header(
          "Prefer",
          "return=representation for the stored feature in the answer, return=minimal for none.",
          Schema.string(),
          text -> text);
  private static final Schema FEATURE = Schema.ref("featureGeoJSON");
  private static final RequestBody BODY =
      new RequestBody("A GeoJSON feature", Map.of(MediaTypes.GEOJSON, FEATURE));
  private static final RequestBody PATCH =
      new RequestBody(
          "What changes (RFC 7396): members with new values, null to take one away",
          Map.of(MediaTypes.MERGE_PATCH, Schema.of("object")));
  private static final Answer STORED =
      Answer.ok("The feature as stored", MediaTypes.GEOJSON, FEATURE);
  private static final Answer DONE = Answer.empty(204, "Done");
  private static final Answer STALE = Answer.empty(412, "Somebody else changed it first");
  private static final Answer NO_TAG = Answer.empty(428, "If-Match is missing");

  private final GuardedStore store;
  private final CollectionPath path;

  public Editing(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.path = new CollectionPath(catalog);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/collections/{collectionId}/items")
            .describe("Editing", "createFeature", "Create a feature")
            .with(
                CollectionPath.COLLECTION,
                PREFER,
                BodyFeature.CONTENT_CRS,
                IdempotencyKey.PARAMETER)
            .takes(BODY)
            .answers(new Answer(201, "Created; Location names it", Map.of()))
            .answers(Answer.empty(409, "The key was used for other content"))
            .handle(this::create),
        edit(Route.put(Item.PATH), "replaceFeature", "Replace a feature")
            .with(BodyFeature.CONTENT_CRS)
            .takes(BODY)
            .answers(STORED)
            .handle(this::replace),
        edit(Route.patch(Item.PATH), "updateFeature", "Change some of a feature")
            .takes(PATCH)
            .answers(STORED)
            .handle(this::patch),
        edit(Route.delete(Item.PATH), "deleteFeature", "Delete a feature").handle(this::delete));
  }

  private Route.Builder edit(Route.Builder route, String id, String summary) {
    return route
        .describe("Editing", id, summary)
        .with(CollectionPath.COLLECTION, CollectionPath.FEATURE, IF_MATCH, PREFER)
        .answers(DONE)
        .answers(STALE)
        .answers(NO_TAG);
  }

  private void create(Context context)
      throws IOException, BadInputException, StaleVersionException {
    Layer layer = path.getWritable(context);
    byte[] body = BodyFeature.bytes(context);
    FeatureStore mine = store.as(Callers.access(context));
    Optional<Submission> submission =
        IdempotencyKey.find(context, body, BodyFeature.CONTENT_CRS.get(context).uri());
    Feature feature =
        MarkGuard.visible(
            Callers.access(context),
            StateGuard.created(layer, BodyFeature.read(context, body, layer)));
    if (submission.isPresent()) {
      submit(context, mine, layer, submission.get(), feature);
      return;
    }
    created(context, layer, mine.write(writing -> writing.insert(feature)));
  }

  /** Once for its key: a repetition is answered like the first time. */
  private void submit(
      Context context, FeatureStore mine, Layer layer, Submission submission, Feature feature)
      throws IOException, BadInputException, StaleVersionException {
    Submission.Outcome outcome =
        mine.once(
            submission,
            writing -> {
              Feature stored = writing.insert(feature);
              return new Submission.Receipt(201, pathOf(stored), Item.tag(stored));
            });
    Submission.Receipt receipt = outcome.receipt();
    context.status(receipt.status());
    context.header("Location", BaseUrl.of(context) + receipt.location());
    context.header("ETag", receipt.tag());
    Optional<Feature> first =
        PREFER.find(context).isPresent()
            ? version(mine, feature.layer(), receipt)
            : Optional.empty(); // nothing of it is asked for
    if (first.isPresent()) {
      answer(context, layer, first.get(), receipt.status());
    }
  }

  /** The version that the receipt is about, whatever came after it; empty when hidden meanwhile. */
  private static Optional<Feature> version(
      FeatureStore mine, String layer, Submission.Receipt receipt) {
    String id = receipt.location().substring(receipt.location().lastIndexOf('/') + 1);
    return FeatureId.find(id).stream()
        .flatMap(each -> mine.history(layer, each).stream())
        .flatMap(change -> change.after().stream())
        .filter(feature -> Item.tag(feature).equals(receipt.tag()))
        .findFirst();
  }

  private void created(Context context, Layer layer, Feature stored)
      throws IOException, BadInputException {
    context.status(201);
    context.header("Location", BaseUrl.of(context) + pathOf(stored));
    answer(context, layer, stored, 201);
  }

  private void replace(Context context)
      throws IOException, BadInputException, StaleVersionException {
    Layer layer = path.getWritable(context);
    Feature current = current(context, layer);
    Feature edited = BodyFeature.read(context, BodyFeature.bytes(context), layer, current);
    store(context, layer, current, edited);
  }

  private void patch(Context context) throws IOException, BadInputException, StaleVersionException {
    Layer layer = path.getWritable(context);
    Feature current = current(context, layer);
    Bodies.requireType(context, MediaTypes.MERGE_PATCH, MediaTypes.GEOJSON, MediaTypes.JSON);
    var patch = Json.read(Bodies.read(context));
    var merged = MergePatch.apply(ItemJson.tree(current), patch);
    store(context, layer, current, BodyFeature.read(merged, layer, current));
  }

  private void store(Context context, Layer layer, Feature current, Feature edited)
      throws IOException, BadInputException, StaleVersionException {
    Feature allowed = StateGuard.edited(layer, current, BodyFeature.successor(current, edited));
    Feature next = MarkGuard.edited(Callers.access(context), current, allowed);
    Feature stored =
        store
            .as(Callers.access(context))
            .write(writing -> writing.replace(next, current.version()));
    answer(context, layer, stored, 200);
  }

  private void delete(Context context) throws BadInputException, StaleVersionException {
    Layer layer = path.getWritable(context);
    Feature current = current(context, layer);
    store
        .as(Callers.access(context))
        .write(
            writing -> {
              writing.delete(layer.name(), current.id(), current.version());
              return current;
            });
    context.status(204);
  }

  /** The stored version, when it is the one that the caller has edited. */
  private Feature current(Context context, Layer layer)
      throws BadInputException, StaleVersionException {
    FeatureId id = CollectionPath.featureId(context);
    Feature current =
        store
            .as(Callers.access(context))
            .find(layer.name(), id)
            .orElseThrow(() -> CollectionPath.absent(id));
    String wanted =
        IF_MATCH
            .find(context)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        428,
                        "Precondition Required",
                        "Send If-Match with the ETag of the version you edited, so that no other"
                            + " edit is lost."));
    if (!path.matches(wanted, current, layer)) {
      throw new StaleVersionException(current.version());
    }
    return current;
  }

  private void answer(Context context, Layer layer, Feature stored, int status)
      throws IOException, BadInputException {
    Mark.set(context, stored.classification());
    context.header("ETag", path.tag(stored, layer));
    String prefer = PREFER.find(context).orElse("");
    if (prefer.contains("return=minimal")) {
      context.header("Preference-Applied", "return=minimal");
    }
    if (!prefer.contains("return=representation")) {
      context.status(status == 200 ? 204 : status);
      return;
    }
    context.header("Preference-Applied", "return=representation");
    context.status(status);
    Item.send(context, stored, Crs.CRS84, new ItemJson(Crs.CRS84, Optional.empty()), List.of());
  }

  private static String pathOf(Feature feature) {
    return "/collections/" + feature.layer() + "/items/" + feature.id();
  }
}
