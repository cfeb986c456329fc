package org.vigie.server.picture;

import java.time.Clock;
import java.util.List;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.selection.Selections;

/** The endpoints of the map. */
public final class PictureRoutes implements Routes {

  static final String TAG = "Picture";

  private final List<Route> routes;

  public PictureRoutes(MissionIdentity mission, LayerCatalog catalog, GuardedStore store) {
    Selections selections = new Selections(catalog);
    Revalidation revalidation = new Revalidation(store);
    StatisticsEndpoint statistics = new StatisticsEndpoint(selections, store, revalidation);
    routes =
        List.of(
            new MissionEndpoint(mission, catalog, store, revalidation).route(),
            new LayersEndpoint(catalog).route(),
            new PictureEndpoint(selections, store, revalidation).route(),
            new CountsEndpoint(selections, store).route(),
            new ReleasedEndpoint(catalog, store, Clock.systemUTC()).route(),
            statistics.byAddress(),
            statistics.byBody(),
            new HistogramEndpoint(selections, store, revalidation).route());
  }

  @Override
  public List<Route> routes() {
    return routes;
  }
}
