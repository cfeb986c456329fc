package org.vigie.server.collections;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.geo.Crs;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Answer;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Callers;
import org.vigie.server.http.CrsParameter;
import org.vigie.server.http.EntityTags;
import org.vigie.server.http.Json;
import org.vigie.server.http.KeptOffline;
import org.vigie.server.http.Link;
import org.vigie.server.http.Links;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Parameters;
import org.vigie.server.http.Representation;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** One feature, with the entity tag that an edit of it must carry. */
public final class Item implements Routes {

  static final String PATH = "/collections/{collectionId}/items/{featureId}";

  private static final List<Representation> OFFERED = Items.OFFERED;
  private static final Parameter<String> F = Representation.parameter(OFFERED);

  private final GuardedStore store;
  private final CollectionPath path;

  public Item(GuardedStore store, LayerCatalog catalog) {
    this.store = store;
    this.path = new CollectionPath(catalog);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(PATH)
            .describe("Data", "getFeature", "One feature")
            .with(CollectionPath.COLLECTION, CollectionPath.FEATURE, F)
            .with(CrsParameter.CRS, ItemParameters.PROPERTIES, Parameters.AS_KNOWN_AT)
            .answers(
                Answer.ok("The feature", MediaTypes.GEOJSON, Schema.ref("featureGeoJSON"))
                    .or(MediaTypes.HTML, Schema.string()))
            .handle(this::answer));
  }

  private void answer(Context context) throws BadInputException, IOException {
    Layer layer = path.get(context);
    Representation form = Representation.choose(context, OFFERED);
    Crs crs = CrsParameter.CRS.get(context);
    ItemJson json = new ItemJson(crs, ItemParameters.properties(context, layer));
    Optional<Instant> asKnownAt = Parameters.AS_KNOWN_AT.find(context);
    FeatureId id = CollectionPath.featureId(context);
    Feature feature =
        asKnownAt
            .map(instant -> store.as(Callers.access(context)).find(layer.name(), id, instant))
            .orElseGet(() -> store.as(Callers.access(context)).find(layer.name(), id))
            .orElseThrow(() -> CollectionPath.absent(id));
    Mark.set(context, feature.classification());
    KeptOffline.never(context);
    List<Link> links = links(context, layer, form);
    if (form.equals(Representation.HTML)) {
      ItemPage.send(context, layer, feature, links);
      return;
    }
    if (!EntityTags.notModified(context, path.tag(feature, layer))) {
      send(context, feature, crs, json, links);
    }
  }

  /** The tag of a version whoever sees it; see {@link CollectionPath#tag} for the caller's. */
  static String tag(Feature feature) {
    return "\"" + feature.version() + "\"";
  }

  static void send(Context context, Feature feature, Crs crs, ItemJson json, List<Link> links)
      throws IOException, BadInputException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.MAPPER.getFactory().createGenerator(bytes)) {
      json.writeWithProvenance(out, feature, links);
    }
    context.header("Content-Crs", "<" + crs.uri() + ">");
    context.result(bytes.toByteArray()).contentType(MediaTypes.GEOJSON);
  }

  private static List<Link> links(Context context, Layer layer, Representation form) {
    List<Link> links = new ArrayList<>(Links.selfAndAlternates(context, OFFERED, form));
    String collection = BaseUrl.of(context) + "/collections/" + layer.name();
    links.add(Link.of(collection + "?f=json", "collection", MediaTypes.JSON, layer.title()));
    return links;
  }
}
