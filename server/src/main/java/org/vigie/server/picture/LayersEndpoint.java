package org.vigie.server.picture;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.server.http.Callers;
import org.vigie.server.http.EntityTags;
import org.vigie.server.http.Json;
import org.vigie.server.http.Language;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Route;
import org.vigie.server.http.Schema;

/**
 * {@code GET /api/layers}: the declarations that tree, legend, forms and filters are built from.
 */
final class LayersEndpoint {

  private final LayerCatalog catalog;

  LayersEndpoint(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  Route route() {
    return Route.get("/api/layers")
        .describe(PictureRoutes.TAG, "getLayers", "The declared layers, in the order of the tree")
        .answers(
            "Layers with their properties, code lists and symbols, said in the reader's language",
            Schema.object(Map.of("layers", Schema.array(Schema.of("object")))))
        .handle(this::answer);
  }

  private void answer(Context context) {
    Access access = Callers.access(context);
    Language language = Language.of(context);
    List<LayerDocument> layers =
        catalog.readableFor(access).list().stream()
            .map(layer -> LayerDocument.of(layer, access, language))
            .toList();
    byte[] body = Json.bytes(Map.of("layers", layers));
    if (!EntityTags.notModified(context, EntityTags.ofContent(body))) {
      context.result(body).contentType(MediaTypes.JSON);
    }
  }
}
