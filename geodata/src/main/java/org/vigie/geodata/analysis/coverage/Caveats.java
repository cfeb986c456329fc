package org.vigie.geodata.analysis.coverage;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.geodata.analysis.grid.StudyCells;

/** What a reader of coverage must know before acting on it, in plain words. */
final class Caveats {

  private final PatrolTracks patrols;
  private final Hotspots hotspots;
  private final List<HotspotCoverage> covered;
  private final CellCoverage byCell;
  private final StudyCells cells;
  private final double rangeM;

  Caveats(
      PatrolTracks patrols,
      Hotspots hotspots,
      List<HotspotCoverage> covered,
      CellCoverage byCell,
      StudyCells cells,
      double rangeM) {
    this.patrols = patrols;
    this.hotspots = hotspots;
    this.covered = covered;
    this.byCell = byCell;
    this.cells = cells;
    this.rangeM = rangeM;
  }

  List<String> list() {
    List<String> caveats = new ArrayList<>();
    caveats.add(
        String.format(
            Locale.ROOT,
            "%,d of %,d hexagons and %,d of %,d hotspots were never within %,.0f m of a patrol in"
                + " these data, which begin on %s: what happens there is unknown, not safe.",
            byCell.neverSeen(),
            cells.size(),
            covered.stream().filter(HotspotCoverage::never).count(),
            covered.size(),
            rangeM,
            LocalDate.ofInstant(Window.instant(patrols.first()), ZoneOffset.UTC)));
    caveats.add(
        "Within range of a track does not mean that anything was seen from it, or that anybody was"
            + " protected.");
    if (patrols.untimed() > 0) {
      caveats.add(
          String.format(
              Locale.ROOT,
              "Of %,d of %,d patrols only departure and return are known: time is spread evenly"
                  + " along their way, and a time of presence can be wrong by up to %.1f hours.",
              patrols.untimed(),
              patrols.patrols(),
              patrols.longestSeconds() / 3_600));
    }
    patrols
        .dropped()
        .forEach(
            (reason, n) -> caveats.add(n + " patrols of the layer do not count: " + reason + "."));
    int breaks = patrols.gaps() + patrols.impossible();
    if (breaks > 0) {
      caveats.add(
          "Tracks were broken at "
              + patrols.gaps()
              + " gaps and "
              + patrols.impossible()
              + " impossible speeds: what lies between was not taken for seen.");
    }
    if (hotspots.over() + hotspots.withoutArea() > 0) {
      caveats.add(
          hotspots.over()
              + " hotspots are no longer valid and "
              + hotspots.withoutArea()
              + " have no area: they are left out.");
    }
    caveats.add(
        "Events per hour of presence: patrols find and report more where they are, and go where"
            + " things happen. The rates say nothing of what patrols cause or prevent.");
    caveats.add("Looked at: " + cells.rule() + ".");
    return caveats;
  }
}
