package org.vigie.geodata.analysis;

import java.util.List;
import java.util.Optional;
import org.vigie.geodata.analysis.coverage.PatrolCoverage;
import org.vigie.geodata.analysis.density.ClusterDensity;
import org.vigie.geodata.analysis.emerging.HotspotEmerging;
import org.vigie.geodata.analysis.grid.HexagonCounts;
import org.vigie.geodata.analysis.local.HotspotLocal;
import org.vigie.geodata.analysis.quality.DataQuality;
import org.vigie.geodata.analysis.repeat.NearRepeat;
import org.vigie.geodata.analysis.risk.RiskForecast;
import org.vigie.geodata.analysis.scan.SpaceTimeScan;
import org.vigie.geodata.analysis.series.BeforeAfter;
import org.vigie.geodata.analysis.surface.DensitySurface;

/** Every analysis there is. */
public final class Analyses {

  private static final List<Analysis> ALL =
      List.of(
          new BeforeAfter(),
          new ClusterDensity(),
          new DataQuality(),
          new DensitySurface(),
          new HexagonCounts(),
          new HotspotEmerging(),
          new HotspotLocal(),
          new NearRepeat(),
          new PatrolCoverage(),
          new RiskForecast(),
          new SpaceTimeScan());

  private Analyses() {}

  public static List<Analysis> list() {
    return ALL;
  }

  public static Optional<Analysis> find(String id) {
    return ALL.stream().filter(a -> a.id().equals(id)).findFirst();
  }
}
