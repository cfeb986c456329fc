package org.vigie.geodata.analysis.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Legend;
import org.vigie.geodata.analysis.Legend.Entry;
import org.vigie.geodata.analysis.Legend.Tone;
import org.vigie.geodata.analysis.grid.Cell;

/** The units of a local statistic as what is drawn on the map, hottest first. */
record LocalFindings(
    Study study, Intensity intensity, Outcome outcome, List<Double> pPerm, List<Double> stability) {

  /** More cells than this are too many to draw and to read. */
  private static final int MOST = 5_000;

  static final Legend OF_BINS =
      new Legend(
          "Hot and cold, many tests allowed for",
          "bin",
          List.of(
              Entry.range(3.0, null, "hot, 99 % confidence", Tone.HOT_STRONG),
              Entry.range(2.0, 3.0, "hot, 95 %", Tone.HOT),
              Entry.range(1.0, 2.0, "hot, 90 %", Tone.HOT_WEAK),
              Entry.range(0.0, 1.0, "not unusual", Tone.NEUTRAL),
              Entry.range(-1.0, 0.0, "cold, 90 %", Tone.COLD_WEAK),
              Entry.range(-2.0, -1.0, "cold, 95 %", Tone.COLD),
              Entry.range(null, -2.0, "cold, 99 %", Tone.COLD_STRONG)));

  static final Legend OF_TYPES =
      new Legend(
          "Alike or unlike, 95 % confidence, many tests allowed for",
          "type",
          List.of(
              Entry.word("HH", "high among high", Tone.HOT_STRONG),
              Entry.word("HL", "high among low", Tone.HOT_WEAK),
              Entry.word("LH", "low among high", Tone.COLD_WEAK),
              Entry.word("LL", "low among low", Tone.COLD_STRONG),
              Entry.word("none", "not unusual", Tone.NEUTRAL)));

  /** Whether cells are left out that hold events but say nothing. */
  boolean onlyNotable() {
    return shown(false).size() > MOST;
  }

  List<AnalysisResult.Finding> list(Events events) {
    List<AnalysisResult.Finding> findings = new ArrayList<>();
    for (int unit : shown(onlyNotable())) {
      Map<String, Object> properties =
          new Cell(study.units().geometry(unit), study.members().get(unit))
              .properties(findings.size() + 1, study.used(), events);
      properties.putAll(study.units().names(unit));
      describe(unit, properties);
      findings.add(new AnalysisResult.Finding(study.units().geometry(unit), properties));
    }
    return findings;
  }

  private List<Integer> shown(boolean notableAlone) {
    return IntStream.range(0, study.units().size())
        .filter(i -> outcome.isNotable(i) || (!notableAlone && !study.members().get(i).isEmpty()))
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(i -> -outcome.bin(i))
                .thenComparingDouble(i -> Double.isNaN(outcome.z(i)) ? 0 : -outcome.z(i))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private void describe(int unit, Map<String, Object> properties) {
    if (intensity.isRate()) {
      properties.put(intensity.denominator(), intensity.base(unit));
      put(properties, "rate", study.members().get(unit).size() / intensity.base(unit));
    }
    put(properties, "value", outcome.x(unit));
    if (Double.isNaN(outcome.z(unit))) {
      properties.put(
          "noValue", study.neighbours().count(unit) == 0 ? "no neighbours" : "no variation");
      return;
    }
    put(properties, "z", outcome.z(unit));
    put(properties, "p", outcome.p(unit));
    if (!pPerm.isEmpty()) {
      put(properties, "pPerm", pPerm.get(unit));
    }
    put(properties, "q", outcome.q(unit));
    properties.put("bin", outcome.bin(unit));
    outcome
        .moran()
        .ifPresent(
            moran -> {
              put(properties, "moranI", moran.statistic(unit));
              properties.put("type", outcome.type(unit));
            });
    if (intensity.isCounts()) {
      surroundings(unit, properties);
    }
    if (!stability.isEmpty()) {
      put(properties, "stability", stability.get(unit));
    }
  }

  private void surroundings(int unit, Map<String, Object> properties) {
    double around = outcome.x(unit);
    for (int n = 0; n < study.neighbours().count(unit); n++) {
      around += outcome.x(study.neighbours().get(unit, n));
    }
    double mean = study.used() / (double) outcome.size();
    properties.put("countAround", Math.round(around));
    put(properties, "expectedAround", mean * (study.neighbours().count(unit) + 1));
  }

  private static void put(Map<String, Object> properties, String name, @Nullable Double value) {
    if (value != null && Double.isFinite(value)) {
      properties.put(name, value);
    }
  }
}
