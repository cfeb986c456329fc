package org.vigie.server.collections;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Link;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.Schema;

/** OGC API - Features over the layers of a mission. */
public final class FeaturesApi implements Routes {

  private final List<Routes> parts;

  public FeaturesApi(GuardedStore store, LayerCatalog catalog, Clock clock) {
    parts =
        List.of(
            new Functions(),
            new Collections(store, catalog),
            new Schemas(catalog),
            new Items(store, catalog, clock),
            new Export(store, catalog, clock),
            new Item(store, catalog),
            new Editing(store, catalog),
            new History(store, catalog),
            new Changes(store, catalog));
  }

  @Override
  public List<Route> routes() {
    List<Route> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(part.routes()));
    return all;
  }

  @Override
  public Map<String, Schema> schemas() {
    return Components.schemas();
  }

  @Override
  public List<String> conformsTo() {
    return Conformance.CLASSES;
  }

  @Override
  public List<Link> entries(String base) {
    return List.of(
        Link.of(base + "/collections", "data", MediaTypes.JSON, "The collections"),
        Link.of(
            base + "/functions",
            "http://www.opengis.net/def/rel/ogc/1.0/functions",
            MediaTypes.JSON,
            "Functions of the filter language"));
  }
}
