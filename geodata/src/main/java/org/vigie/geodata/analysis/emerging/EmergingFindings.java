package org.vigie.geodata.analysis.emerging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.grid.Cell;
import org.vigie.geodata.analysis.local.Study;

/** The histories of cells as what is drawn on the map, hot before cold, the clearest first. */
record EmergingFindings(
    Study study,
    TimeSteps steps,
    SpaceTimeCube cube,
    List<History> histories,
    List<Double> stability) {

  /** More cells than this, each with its series, are too many to send and to read. */
  private static final int MOST = 2_000;

  /** Whether cells are left out that hold events but have no pattern. */
  boolean onlyPatterns() {
    return shown(false).size() > MOST;
  }

  List<AnalysisResult.Finding> list(Events events) {
    List<AnalysisResult.Finding> findings = new ArrayList<>();
    for (int unit : shown(onlyPatterns())) {
      Map<String, Object> properties =
          new Cell(study.units().geometry(unit), study.members().get(unit))
              .properties(findings.size() + 1, study.used(), events);
      properties.putAll(study.units().names(unit));
      describe(unit, properties);
      findings.add(new AnalysisResult.Finding(study.units().geometry(unit), properties));
    }
    return findings;
  }

  private List<Integer> shown(boolean patternsAlone) {
    return IntStream.range(0, study.units().size())
        .filter(
            i ->
                !histories.get(i).category().isNone()
                    || (!patternsAlone && !study.members().get(i).isEmpty()))
        .boxed()
        .sorted(
            Comparator.<Integer, Boolean>comparing(i -> histories.get(i).category().isNone())
                .thenComparing(i -> !histories.get(i).category().hot())
                .thenComparing(i -> histories.get(i).category().pattern())
                .thenComparing(i -> -histories.get(i).count(1))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private void describe(int unit, Map<String, Object> properties) {
    History history = histories.get(unit);
    MannKendall trend = history.trend();
    properties.put("category", history.category().label());
    properties.put("sentence", history.sentence(steps));
    properties.put("steps", history.steps());
    properties.put("hotSteps", history.count(1));
    properties.put("coldSteps", history.count(-1));
    if (history.first(1) >= 0) {
      properties.put("firstHot", steps.start(history.first(1)));
      properties.put("lastHot", steps.start(history.last(1)));
    }
    properties.put("mkS", trend.s());
    properties.put("mkZ", trend.z());
    properties.put("p", trend.p());
    properties.put("pAutocorrelated", trend.correctedP());
    properties.put("sen", trend.slope());
    if (!stability.isEmpty()) {
      properties.put("stability", stability.get(unit));
    }
    properties.put("series", series(unit, history));
  }

  private List<Map<String, Object>> series(int unit, History history) {
    List<Map<String, Object>> series = new ArrayList<>();
    for (int step = 0; step < history.steps(); step++) {
      Map<String, Object> at = new LinkedHashMap<>();
      Instant from = steps.start(step);
      at.put("from", from);
      at.put("count", (long) cube.count(step, unit));
      if (!Double.isNaN(history.z(step))) {
        at.put("z", history.z(step));
      }
      at.put("side", history.side(step));
      series.add(at);
    }
    return series;
  }
}
