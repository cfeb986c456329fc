package org.vigie.geodata.analysis.emerging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
import org.vigie.geodata.analysis.grid.NeighbourRule;
import org.vigie.geodata.analysis.grid.UnitChoice;
import org.vigie.geodata.analysis.local.CellSizeCheck;
import org.vigie.geodata.analysis.local.Stability;
import org.vigie.geodata.analysis.local.Study;
import org.vigie.geodata.analysis.local.Sufficiency;
import org.vigie.geodata.model.BadInputException;

/**
 * Hot spots in time: Gi* of each cell at each step, its trend and one of seventeen categories. Some
 * seconds for 20 000 events in a thousand cells with all checks.
 */
public final class HotspotEmerging implements Analysis {

  static final Parameter LAG =
      Parameter.integer(
          "lag",
          "Steps before",
          "How many steps before count as neighbours of a step. More smooths the course over"
              + " time.",
          1,
          0,
          12);

  /** Testing a bin costs as much as moving so many events. */
  private static final double BIN_COST = 10;

  private static final Parameters PARAMETERS =
      Parameters.of(
          Span.STEP_DAYS,
          UnitChoice.GRID,
          UnitChoice.CELL_M,
          UnitChoice.LEVEL,
          NeighbourRule.WEIGHTS,
          NeighbourRule.BAND_M,
          NeighbourRule.NEAREST,
          LAG,
          Window.PARAMETER,
          FalseDiscovery.PARAMETER,
          Stability.DRAWS,
          PlacedEvents.INCLUDE_COARSE,
          Seed.PARAMETER);

  @Override
  public String id() {
    return "hotspot-emerging";
  }

  @Override
  public String title() {
    return "Emerging hot spots";
  }

  @Override
  public String description() {
    return "Which cells are becoming hot, stay hot or are no longer so: Getis-Ord Gi* of every cell"
        + " at every step of time together with its neighbours in space and time, the Mann-Kendall"
        + " trend of it, and one of seventeen categories with a plain sentence.";
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
    Diagnostics.Builder said =
        Diagnostics.of(
            subject.events(), values, "Emerging hot spots " + version() + ", equal-area plane");
    PlacedEvents placed = PlacedEvents.of(subject.events(), values);
    List<Events.Event> dated = placed.used().stream().filter(Span::isDated).toList();
    said.dropped(placed.dropped());
    said.dropped("it has no date", placed.used().size() - (long) dated.size());
    Sufficiency.ofEvents(dated.size());
    TimeSteps steps = Span.steps(subject, dated, values, said);
    List<Events.Event> within = dated.stream().filter(e -> steps.of(Span.start(e)) >= 0).toList();
    said.dropped("before the first whole step", dated.size() - (long) within.size());
    Study study = Study.of(subject, within, values, area -> true, said);
    int[] stepOfEach = within.stream().mapToInt(e -> steps.of(Span.start(e))).toArray();
    CubeTesting test = CubeTesting.of(values);
    SpaceTimeCube cube =
        SpaceTimeCube.of(study.unitOfEach(), stepOfEach, study.units().size(), steps.count());
    progress.at(0.05, "testing cells at each step");
    List<History> histories = test.of(cube, study.neighbours());
    said.figures(figures(histories, steps));
    List<Double> stability =
        Stability.shares(
            study,
            values,
            BIN_COST * steps.count(),
            codes(histories),
            moved ->
                codes(
                    test.of(
                        SpaceTimeCube.of(moved, stepOfEach, study.units().size(), steps.count()),
                        study.neighbours())),
            said,
            progress.part(0.1, 0.9));
    progress.at(0.9, "checking the size of cells");
    CellSizeCheck.say(
        study,
        hot(histories),
        other ->
            hot(
                test.of(
                    SpaceTimeCube.of(other.ofEvents(), stepOfEach, other.size(), steps.count()),
                    NeighbourRule.neighbours(other, values))),
        said);
    EmergingFindings findings = new EmergingFindings(study, steps, cube, histories, stability);
    said.caveats(new EmergingCaveats(histories, study, steps, stability).list());
    if (findings.onlyPatterns()) {
      said.caveat("Only cells with a pattern are shown: there are too many others.");
    }
    return AnalysisResult.of(
        findings.list(subject.events()), Category.legend(), said.build(study.used()));
  }

  /** Categories as numbers other than 0. */
  private static int[] codes(List<History> histories) {
    return histories.stream().mapToInt(h -> h.category().code()).toArray();
  }

  private static boolean[] hot(List<History> histories) {
    boolean[] hot = new boolean[histories.size()];
    for (int i = 0; i < hot.length; i++) {
      Category category = histories.get(i).category();
      hot[i] = !category.isNone() && category.hot();
    }
    return hot;
  }

  private static Map<String, Object> figures(List<History> histories, TimeSteps steps) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("steps", steps.count());
    figures.put("from", steps.start(0).toString());
    figures.put("until", steps.end().toString());
    figures.put("hotBins", histories.stream().mapToLong(h -> h.count(1)).sum());
    figures.put("coldBins", histories.stream().mapToLong(h -> h.count(-1)).sum());
    figures.put(
        "categories",
        histories.stream()
            .collect(
                Collectors.groupingBy(
                    h -> h.category().label(), TreeMap::new, Collectors.counting())));
    return figures;
  }
}
