package org.vigie.geodata.analysis.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vigie.geodata.analysis.RateRatio;
import org.vigie.geodata.analysis.Table;

/** The series with what it would have been, and the changes, in rows. */
final class SeriesTables {

  private static final String NOTHING = "";

  private final StepCounts steps;
  private final Optional<InterruptedSeries> series;

  SeriesTables(StepCounts steps, Optional<InterruptedSeries> series) {
    this.steps = steps;
    this.series = series;
  }

  Table series() {
    double[] fitted = series.map(s -> s.fit().fitted()).orElse(new double[0]);
    List<List<Object>> rows = new ArrayList<>();
    for (int step = 0; step < steps.size(); step++) {
      boolean after = step >= steps.before();
      List<Object> row = new ArrayList<>();
      row.add(steps.start(step));
      row.add(after ? "after" : "before");
      row.add(steps.count(step));
      row.add(fitted.length == 0 ? NOTHING : (Object) fitted[step]);
      InterruptedSeries.Effect without =
          after && series.isPresent() ? series.get().counterfactual(step) : null;
      row.add(without == null ? NOTHING : (Object) without.value());
      row.add(without == null ? NOTHING : (Object) without.low());
      row.add(without == null ? NOTHING : (Object) without.high());
      rows.add(row);
    }
    return new Table(
        "series",
        "Events by step, and what the time before led to",
        List.of(
            new Table.Column("start", "Start (UTC)", ""),
            new Table.Column("part", "Part", ""),
            new Table.Column("count", "Events", ""),
            new Table.Column("fitted", "Fitted", ""),
            new Table.Column("counterfactual", "If nothing had changed", ""),
            new Table.Column("counterfactualLow", "at least (95 %)", ""),
            new Table.Column("counterfactualHigh", "at most (95 %)", "")),
        rows);
  }

  /**
   * @param same steps on either side of the plain ratio
   */
  Table effects(RateRatio ratio, int same) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "Events in " + same + " steps after over " + same + " before, exact interval",
            ratio.ratio() == null ? NOTHING : (Object) ratio.ratio(),
            ratio.low(),
            ratio.high() == null ? NOTHING : (Object) Objects.requireNonNull(ratio.high())));
    series.ifPresent(
        s -> {
          rows.add(row("Level at the moment over the level expected", s.level()));
          rows.add(row("Growth a step after over growth before", s.slope()));
        });
    return new Table(
        "effects",
        "Changes as ratios; 1 is no change",
        List.of(
            new Table.Column("change", "Change", ""),
            new Table.Column("ratio", "Ratio", "1"),
            new Table.Column("low", "at least (95 %)", "1"),
            new Table.Column("high", "at most (95 %)", "1")),
        rows);
  }

  private static List<Object> row(String name, InterruptedSeries.Effect effect) {
    return List.of(name, effect.value(), effect.low(), effect.high());
  }
}
