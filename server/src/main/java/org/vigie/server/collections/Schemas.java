package org.vigie.server.collections;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.server.http.Answer;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Json;
import org.vigie.server.http.Link;
import org.vigie.server.http.Links;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Page;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Representation;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** What a collection's features have, can be filtered by and sorted by, as JSON Schema. */
public final class Schemas implements Routes {

  private static final List<Representation> OFFERED =
      List.of(new Representation("json", MediaTypes.SCHEMA), Representation.HTML);
  private static final Parameter<String> F = Representation.parameter(OFFERED);

  private final CollectionPath path;

  public Schemas(LayerCatalog catalog) {
    this.path = new CollectionPath(catalog);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        route("queryables", "getQueryables", "What can be filtered by", LayerSchema::queryables),
        route("sortables", "getSortables", "What can be sorted by", LayerSchema::sortables),
        route("schema", "getSchema", "What a feature has", LayerSchema::members));
  }

  private Route route(
      String name, String id, String title, Function<LayerSchema, Map<String, Schema>> part) {
    return Route.get("/collections/{collectionId}/" + name)
        .describe("Data", id, title)
        .with(CollectionPath.COLLECTION, F)
        .answers(
            Answer.ok(title, MediaTypes.SCHEMA, Schema.of("object"))
                .or(MediaTypes.HTML, Schema.string()))
        .handle(context -> answer(context, name, title, part));
  }

  private void answer(
      Context context, String name, String title, Function<LayerSchema, Map<String, Schema>> part)
      throws BadInputException {
    Layer layer = path.get(context);
    LayerSchema schema = new LayerSchema(layer);
    Map<String, Schema> properties = part.apply(schema);
    Representation form = Representation.choose(context, OFFERED);
    String collection = "/collections/" + layer.name();
    if (form.equals(Representation.HTML)) {
      List<Link> links = Links.selfAndAlternates(context, OFFERED, form);
      List<Page.Step> steps =
          List.of(
              new Page.Step("Collections", "/collections?f=html"),
              new Page.Step(layer.title(), collection + "?f=html"));
      Page.send(context, title, steps, links, m -> SchemaTable.write(m, properties));
      return;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$id", BaseUrl.of(context) + collection + "/" + name);
    document.put("type", "object");
    document.put("title", layer.title());
    document.put("description", layer.description());
    document.put("properties", properties);
    if (name.equals("schema")) {
      document.put("required", schema.required());
    }
    document.put("additionalProperties", false);
    context.result(Json.bytes(document)).contentType(MediaTypes.SCHEMA);
  }
}
