package org.vigie.server.workflow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.http.Route;
import org.vigie.server.http.Routes;

/** Links, workflow and inbox together. */
public final class ReportsAndIncidents implements Routes {

  private final List<Routes> parts;

  public ReportsAndIncidents(GuardedStore store, LayerCatalog catalog, Clock clock) {
    parts =
        List.of(
            new WorkflowRoutes(store, catalog, clock),
            new ReportRoutes(store, catalog),
            new LinkRoutes(store, catalog),
            new CorrectionRoutes(store, catalog),
            new InboxRoutes(store, catalog, clock));
  }

  @Override
  public List<Route> routes() {
    List<Route> all = new ArrayList<>();
    parts.forEach(part -> all.addAll(part.routes()));
    return all;
  }
}
