package org.vigie.server;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.server.accounts.AccountsApi;
import org.vigie.server.attachments.AttachmentRoutes;
import org.vigie.server.basemap.BasemapDesk;
import org.vigie.server.basemap.BasemapRoutes;
import org.vigie.server.breakdown.BreakdownRoutes;
import org.vigie.server.collections.FeaturesApi;
import org.vigie.server.command.Version;
import org.vigie.server.comparison.ComparisonRoutes;
import org.vigie.server.hotspot.DivisionRoutes;
import org.vigie.server.hotspot.HotspotRoutes;
import org.vigie.server.http.ApiDescription;
import org.vigie.server.http.Health;
import org.vigie.server.http.LandingPage;
import org.vigie.server.http.Routes;
import org.vigie.server.http.StaticAssets;
import org.vigie.server.live.LiveLimits;
import org.vigie.server.live.LiveRoutes;
import org.vigie.server.marks.MarkRoutes;
import org.vigie.server.picture.MissionIdentity;
import org.vigie.server.picture.PictureRoutes;
import org.vigie.server.places.PlaceRoutes;
import org.vigie.server.processes.JobDesk;
import org.vigie.server.processes.ProcessRoutes;
import org.vigie.server.saved.SavedViewRoutes;
import org.vigie.server.shift.ShiftRoutes;
import org.vigie.server.snapshot.SnapshotRoutes;
import org.vigie.server.tiles.EventTileRoutes;
import org.vigie.server.tiles.TileRoutes;
import org.vigie.server.transfers.ImportDesk;
import org.vigie.server.transfers.ImportRoutes;
import org.vigie.server.workflow.ReportsAndIncidents;
import org.vigie.server.workflow.duplicates.DuplicateRoutes;
import org.vigie.server.workflow.duplicates.LinkProposalRoutes;
import org.vigie.server.workflow.duplicates.MergeRoutes;
import org.vigie.server.workflow.duplicates.SplitRoutes;

/** Everything the server offers over HTTP. */
final class Capabilities {

  private Capabilities() {}

  static List<Routes> of(
      Mission mission,
      AccountsApi people,
      ImportDesk imports,
      JobDesk jobs,
      BasemapDesk basemaps,
      MissionIdentity identity) {
    GuardedStore store = mission.store();
    StaticAssets assets = new StaticAssets();
    return described(
        assets,
        List.of(
            new FeaturesApi(store, mission.layers(), Clock.systemUTC()),
            new ReportsAndIncidents(store, mission.layers(), identity.clock()),
            new DuplicateRoutes(store, mission.layers()),
            new MergeRoutes(store, mission.layers()),
            new SplitRoutes(store, mission.layers()),
            new LinkProposalRoutes(store, mission.layers()),
            new ProcessRoutes(jobs),
            new ImportRoutes(imports, mission.layers(), store),
            new PictureRoutes(identity, mission.layers(), store),
            new BreakdownRoutes(mission.layers(), store),
            new TileRoutes(mission.layers(), store),
            new EventTileRoutes(mission.layers(), store),
            people,
            new AttachmentRoutes(mission.layers(), store),
            new MarkRoutes(store, mission.layers()),
            new PlaceRoutes(mission.layers(), store),
            new HotspotRoutes(store, mission.layers(), identity.clock()),
            new SavedViewRoutes(store, mission.layers()),
            new ShiftRoutes(store, mission.layers(), identity.clock()),
            new SnapshotRoutes(store, mission.layers()),
            new ComparisonRoutes(store, mission.layers()),
            new BasemapRoutes(basemaps),
            new DivisionRoutes(store, mission.layers(), identity.clock()),
            new LiveRoutes(store, people.credentials(), LiveLimits.USUAL),
            new Health(store::isReachable),
            assets));
  }

  /** With the landing page and the API description, which tell of all the others. */
  private static List<Routes> described(StaticAssets assets, List<Routes> capabilities) {
    List<Routes> all = new ArrayList<>();
    all.add(new LandingPage(capabilities, assets));
    all.addAll(capabilities);
    all.add(new ApiDescription(List.copyOf(all), Version.current()));
    return all;
  }
}
