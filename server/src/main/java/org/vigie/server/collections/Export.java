package org.vigie.server.collections;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.geodata.format.FeatureFormats;
import org.vigie.geodata.format.FileHead;
import org.vigie.geodata.format.WritableFormat;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.Corrections;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Answer;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Link;
import org.vigie.server.http.Links;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;
import org.vigie.server.selection.Selection;

/** Every feature of a selection as one file, streamed from one snapshot, however many there are. */
public final class Export implements Routes {

  private static final Parameter<String> FORMAT =
      Parameter.word(
              "f",
              "Format of the file.",
              FeatureFormats.listWritable().stream().map(WritableFormat::name).toList())
          .orElse("geojson");

  private final GuardedStore store;
  private final CollectionPath path;
  private final Clock clock;

  public Export(GuardedStore store, LayerCatalog catalog, Clock clock) {
    this.clock = clock;
    this.store = store;
    this.path = new CollectionPath(catalog);
  }

  @Override
  public List<Route> routes() {
    Answer answer = new Answer(200, "The file", content());
    return List.of(
        Route.get("/collections/{collectionId}/export")
            .expensive()
            .describe("Data", "exportFeatures", "All features of a selection as a file")
            .with(CollectionPath.COLLECTION, FORMAT)
            .with(ItemParameters.selection())
            .with(QueryHead.TITLE)
            .answers(answer)
            .handle(this::answer));
  }

  /** Links to the whole of the selection that this request makes. */
  static List<Link> links(Context context, Layer layer) {
    Map<String, String> selection = new TreeMap<>();
    for (Parameter<?> parameter : ItemParameters.selection()) {
      String value = context.queryParam(parameter.name());
      selection.put(parameter.name(), value == null ? "" : value);
    }
    List<Link> links = new ArrayList<>();
    for (WritableFormat format : FeatureFormats.listWritable()) {
      selection.put("f", format.name());
      String url = BaseUrl.of(context) + "/collections/" + layer.name() + "/export";
      links.add(
          Link.of(
              url + Links.query(selection),
              "enclosure",
              format.mediaType(),
              "All, as " + format.label()));
    }
    return links;
  }

  private static Map<String, Schema> content() {
    Map<String, Schema> content = new TreeMap<>();
    for (WritableFormat format : FeatureFormats.listWritable()) {
      content.put(
          format.mediaType(),
          format.name().equals("geojson")
              ? Schema.ref("featureCollectionGeoJSON")
              : Schema.string());
    }
    return content;
  }

  /** Before the first byte: what cannot be noted is not handed out. */
  private void note(Context context, Layer layer, WritableFormat format) {
    store
        .auditTrail()
        .record("export", Callers.access(context).author(), layer.name() + " as " + format.name());
  }

  private void answer(Context context) throws BadInputException, IOException {
    Layer layer = path.get(context);
    WritableFormat format = FeatureFormats.findWritable(FORMAT.get(context)).orElseThrow();
    FeatureStore seen = store.as(Callers.access(context));
    Selection asked = ItemParameters.select(context, layer, path.areas(context, seen));
    Optional<FileHead> head = QueryHead.of(context, layer.name(), seen, clock.instant());
    note(context, layer, format);
    Corrections corrections = Corrections.of(seen, layer);
    try (MarkedFile file = new MarkedFile(context, Corrections.declared(layer), format, head)) {
      seen.forEach(
          asked.query(),
          mark -> file.begin(asked.mark(mark)),
          feature -> file.write(corrections.mark(feature)));
    } catch (UncheckedIOException clientGone) {
      throw clientGone.getCause();
    }
  }
}
