package org.vigie.server.collections;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.geo.Crs;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.query.FeaturePage;
import org.vigie.geodata.store.Corrections;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Answer;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Callers;
import org.vigie.server.http.CrsParameter;
import org.vigie.server.http.EntityTags;
import org.vigie.server.http.HighestMark;
import org.vigie.server.http.Json;
import org.vigie.server.http.KeptOffline;
import org.vigie.server.http.Link;
import org.vigie.server.http.Links;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Representation;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Selection;

/** Pages of the features of a collection. */
public final class Items implements Routes {

  static final List<Representation> OFFERED = List.of(Representation.GEOJSON, Representation.HTML);
  private static final Parameter<String> F = Representation.parameter(OFFERED);

  private final GuardedStore store;
  private final Clock clock;
  private final CollectionPath path;

  public Items(GuardedStore store, LayerCatalog catalog, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.path = new CollectionPath(catalog);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/collections/{collectionId}/items")
            .expensive()
            .describe("Data", "getFeatures", "Features of a collection")
            .with(CollectionPath.COLLECTION, F, ItemParameters.LIMIT)
            .with(ItemParameters.selection())
            .with(ItemParameters.PROPERTIES, CrsParameter.CRS, ItemParameters.CURSOR)
            .answers(
                Answer.ok(
                        "A page of features",
                        MediaTypes.GEOJSON,
                        Schema.ref("featureCollectionGeoJSON"))
                    .or(MediaTypes.HTML, Schema.string()))
            .handle(this::answer));
  }

  private void answer(Context context) throws BadInputException, IOException {
    Layer layer = path.get(context);
    Representation form = Representation.choose(context, OFFERED);
    FeatureStore seen = store.as(Callers.access(context));
    Selection asked = ItemParameters.select(context, layer, path.areas(context, seen));
    int limit = ItemParameters.LIMIT.get(context);
    Optional<String> cursor = ItemParameters.CURSOR.find(context);
    Crs crs = CrsParameter.CRS.get(context);
    ItemJson json = new ItemJson(crs, ItemParameters.properties(context, layer));
    FeaturePage page = seen.page(asked.query(), limit, cursor);
    Corrections corrections = Corrections.of(seen, layer);
    Mark.set(context, asked.mark(HighestMark.of(page.features())));
    KeptOffline.never(context);
    if (EntityTags.notModified(context, tag(context, layer, form, page, corrections))) {
      return;
    }
    List<Link> links = links(context, layer, form, page);
    if (form.equals(Representation.HTML)) {
      ItemsPage.send(context, layer, page, links);
      return;
    }
    byte[] document = write(page, links, json, corrections);
    context.header("Content-Crs", "<" + crs.uri() + ">");
    context.result(document).contentType(MediaTypes.GEOJSON);
  }

  /**
   * Weak, because the time stamp differs between two answers that mean the same. Made of what is in
   * the page alone: a number of the log would tell of writes to what the caller may not see.
   */
  private String tag(
      Context context,
      Layer layer,
      Representation form,
      FeaturePage page,
      Corrections corrections) {
    StringBuilder text = new StringBuilder(form.word()).append(' ').append(page.numberMatched());
    text.append(' ').append(page.next().orElse(""));
    text.append(' ').append(BaseUrl.of(context)).append(context.queryString());
    for (Feature feature : page.features()) {
      text.append(' ').append(feature.id()).append(path.tag(feature, layer));
      text.append(corrections.by().containsKey(feature.id()) ? "c" : "");
    }
    return "W/" + EntityTags.ofText(text.toString());
  }

  private static List<Link> links(
      Context context, Layer layer, Representation form, FeaturePage page) {
    List<Link> links = new ArrayList<>(Links.selfAndAlternates(context, OFFERED, form));
    page.next()
        .ifPresent(
            cursor ->
                links.add(
                    Link.of(
                        Links.with(context, Map.of("cursor", cursor, "f", form.word())),
                        "next",
                        form.mediaType(),
                        "The next page")));
    String collection = BaseUrl.of(context) + "/collections/" + layer.name();
    links.add(Link.of(collection + "?f=json", "collection", MediaTypes.JSON, layer.title()));
    for (Link whole : Export.links(context, layer)) {
      links.add(whole);
    }
    return links;
  }

  /** Complete in memory, so that a feature that the CRS cannot express is a clean refusal. */
  private byte[] write(FeaturePage page, List<Link> links, ItemJson json, Corrections corrections)
      throws IOException, BadInputException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = Json.MAPPER.getFactory().createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("type", "FeatureCollection");
      out.writeStringField("timeStamp", clock.instant().toString());
      out.writeStringField("classification", HighestMark.of(page.features()).name());
      out.writeNumberField("numberMatched", page.numberMatched());
      out.writeNumberField("numberReturned", page.features().size());
      out.writePOJOField("links", links);
      out.writeArrayFieldStart("features");
      for (Feature feature : page.features()) {
        json.write(out, corrections.mark(feature), List.of());
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
