package org.vigie.geodata.analysis.local;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Companion;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.FalseDiscovery;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.PlacedEvents;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.analysis.grid.AreaUnits;
import org.vigie.geodata.analysis.grid.ArealUnits;
import org.vigie.geodata.analysis.grid.HexagonUnits;
import org.vigie.geodata.analysis.grid.NeighbourRule;
import org.vigie.geodata.analysis.grid.Neighbours;
import org.vigie.geodata.analysis.grid.UnitChoice;
import org.vigie.geodata.model.BadInputException;

/**
 * Hot and cold spots by a local statistic on hexagons or areas. A second for 20 000 events and a
 * thousand cells with all checks.
 */
public final class HotspotLocal implements Analysis {

  /** Testing a cell costs as much as moving so many events. */
  private static final double CELL_COST = 10;

  private static final Parameter NSIM =
      Parameter.integer(
          "nsim",
          "Permutations",
          "Random neighbourhoods that each cell is compared with. More give finer probabilities; 0"
              + " for none.",
          999,
          0,
          9_999);

  private static final Parameters PARAMETERS =
      Parameters.of(
          Statistic.PARAMETER,
          UnitChoice.GRID,
          UnitChoice.CELL_M,
          UnitChoice.LEVEL,
          NeighbourRule.WEIGHTS,
          NeighbourRule.BAND_M,
          NeighbourRule.NEAREST,
          Intensity.DENOMINATOR,
          Intensity.RATE,
          Intensity.SCALE,
          FalseDiscovery.PARAMETER,
          NSIM,
          Stability.DRAWS,
          PlacedEvents.INCLUDE_COARSE,
          Seed.PARAMETER);

  @Override
  public String id() {
    return "hotspot-local";
  }

  @Override
  public String title() {
    return "Hot spots by local statistics";
  }

  @Override
  public String description() {
    return "Which cells have more or fewer events, together with their neighbours, than chance"
        + " explains: Getis-Ord Gi* or Gi, or local Moran, on hexagons or administrative areas."
        + " Every cell has its z, its probability by the normal distribution and by permutation,"
        + " and a q that allows for many tests; and the share of draws in which it stays hot when"
        + " the events are moved within their stated uncertainty.";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public Parameters parameters() {
    return PARAMETERS;
  }

  @Override
  public List<Companion> companions() {
    return List.of(UnitChoice.AREAS);
  }

  @Override
  public AnalysisResult run(Subject subject, Parameters.Values values, Progress progress)
      throws BadInputException {
    Events events = subject.events();
    Intensity.check(values);
    Diagnostics.Builder said =
        Diagnostics.of(
            events, values, "Local statistics " + version() + ", azimuthal equal-area plane");
    PlacedEvents placed = PlacedEvents.of(events, values);
    said.dropped(placed.dropped());
    Study study =
        Study.of(subject, placed.used(), values, area -> Intensity.fits(area, values), said);
    ArealUnits units = study.units();
    Neighbours neighbours = study.neighbours();
    LocalTesting test =
        new LocalTesting(Statistic.of(values), intensity(units, values), FalseDiscovery.of(values));
    Outcome outcome = test.of(units.counts(study.unitOfEach()), neighbours);
    Sufficiency.ofVariation(outcome);
    List<Double> pPerm = permuted(outcome, neighbours, values, progress.part(0.1, 0.4));
    List<Double> stability =
        Stability.shares(
            study,
            values,
            CELL_COST,
            outcome.sides(),
            moved -> test.of(units.counts(moved), neighbours).verdicts(),
            said,
            progress.part(0.4, 0.9));
    said.figures(outcome.figures());
    progress.at(0.9, "checking the size of cells");
    CellSizeCheck.say(study, outcome.hot(), other -> hot(other, test, values), said);
    LocalFindings findings = new LocalFindings(study, test.intensity(), outcome, pPerm, stability);
    said.caveats(new LocalCaveats(outcome, test.intensity(), study).list(pPerm, stability));
    if (findings.onlyNotable()) {
      said.caveat("Only the cells that are unusual are shown: there are too many others.");
    }
    return AnalysisResult.of(
        findings.list(events),
        test.statistic() == Statistic.MORAN ? LocalFindings.OF_TYPES : LocalFindings.OF_BINS,
        said.build(study.used()));
  }

  private static Intensity intensity(ArealUnits units, Parameters.Values values) {
    return units instanceof AreaUnits areas
        ? Intensity.ofAreas(values, IntStream.range(0, areas.size()).mapToObj(areas::area).toList())
        : Intensity.ofCounts(values);
  }

  private static List<Double> permuted(
      Outcome outcome, Neighbours neighbours, Parameters.Values values, Progress progress) {
    int nsim = values.integer(NSIM.name());
    if (nsim == 0) {
      return List.of();
    }
    double[] x = IntStream.range(0, outcome.size()).mapToDouble(outcome::x).toArray();
    double[] p = new ConditionalPermutation(x, neighbours, nsim, Seed.of(values)).p(progress);
    return Arrays.stream(p).boxed().toList();
  }

  private static boolean[] hot(HexagonUnits other, LocalTesting test, Parameters.Values values) {
    return test.of(other.counts(other.ofEvents()), NeighbourRule.neighbours(other, values)).hot();
  }
}
