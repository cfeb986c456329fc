package org.vigie.server.collections;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Answer;
import org.vigie.server.http.BaseUrl;
import org.vigie.server.http.Callers;
import org.vigie.server.http.Link;
import org.vigie.server.http.Links;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Page;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Representation;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** The list of collections and each of them. */
public final class Collections implements Routes {

  static final List<Representation> OFFERED = List.of(Representation.JSON, Representation.HTML);

  private static final Parameter<String> F = Representation.parameter(OFFERED);

  private final CollectionPath path;
  private final CollectionDocuments documents;

  public Collections(GuardedStore store, LayerCatalog catalog) {
    this.path = new CollectionPath(catalog);
    this.documents = new CollectionDocuments(new Extents(store));
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/collections")
            .describe("Data", "getCollections", "The collections")
            .with(F)
            .answers(
                Answer.ok("Every collection", Schema.ref("collections"))
                    .or(MediaTypes.HTML, Schema.string()))
            .handle(this::list),
        Route.get("/collections/{collectionId}")
            .describe("Data", "describeCollection", "One collection")
            .with(CollectionPath.COLLECTION, F)
            .answers(
                Answer.ok("The collection", Schema.ref("collection"))
                    .or(MediaTypes.HTML, Schema.string()))
            .handle(this::describe));
  }

  private void list(Context context) throws BadInputException {
    Representation form = Representation.choose(context, OFFERED);
    List<Link> links = Links.selfAndAlternates(context, OFFERED, form);
    String base = BaseUrl.of(context);
    if (form.equals(Representation.HTML)) {
      Page.send(
          context,
          "Collections",
          List.of(),
          links,
          m -> {
            m.open("div", "class", "scroll").open("table").open("tbody");
            for (Layer layer : path.layers(context).list()) {
              m.open("tr").open("th", "scope", "row");
              m.link(base + "/collections/" + layer.name() + "?f=html", layer.title()).close();
              m.tag("td", layer.description()).close();
            }
            m.close().close().close();
          });
      return;
    }
    Access access = Callers.access(context);
    List<Layer> layers = path.layers(context).list();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("links", links);
    document.put(
        "collections",
        layers.stream().map(l -> documents.write(access, l, base, List.of())).toList());
    Mark.set(context, documents.mark(access, layers));
    context.json(document);
  }

  private void describe(Context context) throws BadInputException {
    Layer layer = path.get(context);
    Representation form = Representation.choose(context, OFFERED);
    List<Link> links = Links.selfAndAlternates(context, OFFERED, form);
    String base = BaseUrl.of(context);
    if (!form.equals(Representation.HTML)) {
      Access access = Callers.access(context);
      Mark.set(context, documents.mark(access, List.of(layer)));
      context.json(documents.write(access, layer, base, links));
      return;
    }
    String url = base + "/collections/" + layer.name();
    Page.send(
        context,
        layer.title(),
        List.of(new Page.Step("Collections", "/collections?f=html")),
        links,
        m -> {
          m.tag("p", layer.description());
          Maps.write(m, url + "/items?f=json&limit=500", url, layer);
          m.open("ul");
          m.open("li").link(url + "/items?f=html", "Features").close();
          m.open("li").link(url + "/queryables?f=html", "What can be filtered by").close();
          m.open("li").link(url + "/schema?f=html", "What a feature has").close();
          m.open("li").link(url + "/export?f=csv", "All as CSV").text(", ");
          m.link(url + "/export?f=geojson", "all as GeoJSON").close();
          m.close();
        });
  }
}
