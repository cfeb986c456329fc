package org.vigie.geodata.analysis.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.grid.HexagonLattice;
import org.vigie.geodata.analysis.grid.StudyCells;
import org.vigie.geodata.model.BadInputException;

/**
 * What becomes of coverage when patrols see half and twice as far, and when the hexagons are half
 * and twice as wide: the share of the study never seen, the share seen in thirty days, and for
 * another range the hexagons never seen in common over those of either (Jaccard).
 */
final class CoverageChecks {

  private final Study study;
  private final PatrolTracks patrols;
  private final StudyCells cells;
  private final Window window;
  private final List<Events.Event> events;
  private final double rangeM;

  CoverageChecks(
      Study study,
      PatrolTracks patrols,
      StudyCells cells,
      Window window,
      List<Events.Event> events,
      double rangeM) {
    this.study = study;
    this.patrols = patrols;
    this.cells = cells;
    this.window = window;
    this.events = events;
    this.rangeM = rangeM;
  }

  /** Hexagons too small for so wide a study are left out. */
  Map<String, Object> figures(CellCoverage shown, Progress progress) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("shownCoverage", check(shown));
    range(figures, "halfRange", rangeM / 2, shown, progress.part(0, 0.25));
    range(figures, "doubleRange", rangeM * 2, shown, progress.part(0.25, 0.5));
    side(figures, "doubleSide", 2, progress.part(0.5, 0.6));
    side(figures, "halfSide", 0.5, progress.part(0.6, 1));
    return figures;
  }

  private void range(
      Map<String, Object> figures,
      String name,
      double range,
      CellCoverage shown,
      Progress progress) {
    CellCoverage other = coverage(cells, range, progress);
    Map<String, Object> check = check(other);
    check.put("rangeM", range);
    long both = both(shown, other);
    long either = shown.neverSeen() + other.neverSeen() - both;
    if (either > 0) {
      check.put("jaccard", (double) both / either);
    }
    figures.put(name, check);
  }

  private static long both(CellCoverage one, CellCoverage other) {
    return IntStream.range(0, one.size()).filter(i -> one.never(i) && other.never(i)).count();
  }

  private void side(Map<String, Object> figures, String name, double factor, Progress progress) {
    double side = cells.lattice().side() * factor;
    try {
      StudyCells others = study.cells(new HexagonLattice(study.plane(), side), patrols);
      Map<String, Object> check = check(coverage(others, rangeM, progress));
      check.put("sideM", side);
      figures.put(name, check);
    } catch (BadInputException tooMany) {
      figures.put(name, Map.of("sideM", side));
    }
  }

  private CellCoverage coverage(StudyCells of, double range, Progress progress) {
    return new CellCoverage(of, patrols.parts(), range, window, events, progress);
  }

  private static Map<String, Object> check(CellCoverage coverage) {
    Map<String, Object> check = new LinkedHashMap<>();
    check.put("neverSeenShare", (double) coverage.neverSeen() / coverage.size());
    check.put("seen30DaysShare", coverage.seen30Days());
    return check;
  }
}
