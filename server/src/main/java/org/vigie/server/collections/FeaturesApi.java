package org.vigie.server.collections;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.http.StaticAssets;

/** OGC API - Features over the layers of a mission; with the map at its root for browsers. */
public final class FeaturesApi implements Routes {

  private final List<Routes> parts;

  public FeaturesApi(FeatureStore store, LayerCatalog catalog, StaticAssets assets, Clock clock) {
    parts =
        List.of(
            new LandingPage(assets),
            new Functions(),
            new Collections(store, catalog),
            new Schemas(catalog),
            new Items(store, catalog, clock),
            new Export(store, catalog),
            new Item(store, catalog),
            new Editing(store, catalog),
            new History(store, catalog));
  }

  @Override
  public List<Route> routes() {
    List<Route> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(part.routes()));
    return all;
  }
}
