package org.vigie.geodata.analysis.local;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Companion;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Displacement;
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
    Sufficiency.ofEvents(placed.used().size());
    ArealUnits units =
        UnitChoice.units(
            subject, placed.used(), values, area -> Intensity.fits(area, values), said);
    int[] unitOfEach = units.ofEvents();
    List<List<Events.Event>> members = units.members(unitOfEach, placed.used());
    List<Events.Event> used = members.stream().flatMap(List::stream).toList();
    said.dropped("outside every area", placed.used().size() - (long) used.size());
    Sufficiency.ofEvents(used.size());
    Neighbours neighbours = NeighbourRule.neighbours(units, values, said);
    Sufficiency.ofCells(neighbours);
    LocalTesting test =
        new LocalTesting(Statistic.of(values), intensity(units, values), FalseDiscovery.of(values));
    Outcome outcome = test.of(units.counts(unitOfEach), neighbours);
    Sufficiency.ofVariation(outcome);
    progress.at(0.1, "permuting");
    List<Double> pPerm = permuted(outcome, neighbours, values, progress.part(0.1, 0.4));
    Displacement displacement = new Displacement(placed.used(), Seed.of(values));
    int draws = draws(displacement, units, placed.used().size(), values, said);
    List<Double> stability =
        draws == 0
            ? List.of()
            : boxed(
                Stability.shares(
                    units,
                    displacement,
                    draws,
                    IntStream.range(0, units.size()).map(outcome::side).toArray(),
                    moved -> test.of(units.counts(moved), neighbours).verdicts(),
                    progress.part(0.4, 0.9)));
    LocalFindings findings =
        new LocalFindings(units, neighbours, test.intensity(), outcome, members, pPerm, stability);
    LocalCaveats caveats = new LocalCaveats(outcome, test.intensity(), members, used);
    said.figures(units.figures()).figures(figures(outcome, neighbours, members));
    said.figure("draws", draws);
    progress.at(0.9, "checking the size of cells");
    if (units instanceof HexagonUnits hexagons) {
      said.figure("cellSizeCheck", sizes(hexagons, outcome, values, test));
    } else {
      said.caveat(
          "The borders were drawn for administration: compare with another level and with"
              + " hexagons.");
    }
    caveats.alone(pPerm).ifPresent(said::caveat);
    said.caveats(caveats.list());
    caveats.unstable(stability).ifPresent(said::caveat);
    if (findings.onlyNotable()) {
      said.caveat("Only the cells that are unusual are shown: there are too many others.");
    }
    return AnalysisResult.of(
        findings.list(events, used.size()),
        test.statistic() == Statistic.MORAN ? LocalFindings.OF_TYPES : LocalFindings.OF_BINS,
        said.build(used.size()));
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
    return boxed(new ConditionalPermutation(x, neighbours, nsim, Seed.of(values)).p(progress));
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static int draws(
      Displacement displacement,
      ArealUnits units,
      int events,
      Parameters.Values values,
      Diagnostics.Builder said) {
    int asked = displacement.uncertain() == 0 ? 0 : values.integer(Stability.DRAWS.name());
    int draws = Math.min(asked, Stability.affordable(asked, events, units.size()));
    if (draws < asked) {
      said.chosen(
          Stability.DRAWS.name(), draws, "more would take too long with so many events or cells");
    }
    return draws;
  }

  private static Map<String, Object> figures(
      Outcome outcome, Neighbours neighbours, List<List<Events.Event>> members) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("emptyCells", members.stream().filter(List::isEmpty).count());
    figures.put("islands", neighbours.islands());
    figures.put("neighboursMean", neighbours.mean());
    for (int level = 3; level >= 1; level--) {
      String percent = List.of("90", "95", "99").get(level - 1);
      figures.put("hot" + percent, outcome.count(level));
      figures.put("cold" + percent, outcome.count(-level));
    }
    return figures;
  }

  private static Map<String, Object> sizes(
      HexagonUnits units, Outcome outcome, Parameters.Values values, LocalTesting test) {
    CellSizeCheck check = new CellSizeCheck(units, outcome.hot());
    Function<HexagonUnits, boolean[]> verdict =
        other ->
            test.of(other.counts(other.ofEvents()), NeighbourRule.neighbours(other, values)).hot();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("half", check.with(0.5, verdict));
    figures.put("double", check.with(2, verdict));
    return figures;
  }
}
