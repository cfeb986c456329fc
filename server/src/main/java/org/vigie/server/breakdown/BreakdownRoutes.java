package org.vigie.server.breakdown;

import java.util.List;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;
import org.vigie.server.selection.Selections;

/** What the charts beside the map ask. */
public final class BreakdownRoutes implements Routes {

  static final String TAG = "Breakdown";

  private final List<Route> routes;

  public BreakdownRoutes(LayerCatalog catalog, GuardedStore store) {
    Selections selections = new Selections(catalog);
    routes =
        List.of(
            new BreakdownEndpoint(selections, store).route(),
            new MatrixEndpoint(selections, store).route());
  }

  @Override
  public List<Route> routes() {
    return routes;
  }
}
