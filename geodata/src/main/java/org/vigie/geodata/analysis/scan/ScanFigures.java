package org.vigie.geodata.analysis.scan;

import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Table;

/** What a scan reports beside its clusters. */
final class ScanFigures {

  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("cluster", "Cluster", ""),
          new Table.Column("start", "First day", ""),
          new Table.Column("end", "End", ""),
          new Table.Column("radiusM", "Radius", "m"),
          new Table.Column("places", "Places", "1"),
          new Table.Column("count", "Events", "1"),
          new Table.Column("expected", "Expected", "1"),
          new Table.Column("relativeRisk", "Relative risk", "1"),
          new Table.Column("llr", "Log likelihood ratio", "1"),
          new Table.Column("p", "p", "1"),
          new Table.Column("pGumbel", "p by Gumbel", "1"),
          new Table.Column("recurrenceIntervalDays", "By chance once in", "d"),
          new Table.Column("stability", "Stays in", "1"));

  private final Study study;
  private final Survey survey;
  private final List<Window> windows;
  private final Significance significance;

  ScanFigures(Study study, Survey survey, List<Window> windows, Significance significance) {
    this.study = study;
    this.survey = survey;
    this.windows = windows;
    this.significance = significance;
  }

  /** All clusters, those among them that may be chance. */
  static Table table(List<Map<String, Object>> clusters) {
    return new Table(
        "clusters",
        "Clusters, the most likely first",
        COLUMNS,
        clusters.stream()
            .map(c -> COLUMNS.stream().map(column -> c.getOrDefault(column.name(), "")).toList())
            .toList());
  }

  /**
   * @param shown clusters that are significant
   * @param critical likelihood ratio from which on they are
   */
  Map<String, Object> of(int shown, double critical, Progress progress) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("clusters", shown);
    figures.put("places", study.ground().places());
    figures.put("criticalLlr", critical);
    figures.put("replicationsDone", significance.maxima().length);
    figures.put("stoppedEarly", String.valueOf(significance.stopped()));
    figures.put("gumbelLocation", significance.gumbel().location());
    figures.put("gumbelScale", significance.gumbel().scale());
    study
        .days()
        .ifPresent(
            days -> {
              figures.put("studyStart", start(days).toString());
              figures.put("studyEnd", days.end(days.steps() - 1).toString());
              figures.put("steps", days.steps());
            });
    if (study.ground().joinedMetres() > 0) {
      figures.put("joinedMetres", study.ground().joinedMetres());
    }
    if (shown > 0 && Double.isFinite(critical)) {
      figures.put("radiusCheck", radiusCheck(critical, progress));
    }
    return figures;
  }

  private static Instant start(StudyDays days) {
    return days.start(0);
  }

  /**
   * How much of what is significant stays with half and double the largest radius, by the events in
   * it (Jaccard index); against the same critical value.
   */
  private Map<String, Object> radiusCheck(double critical, Progress progress) {
    Runnable tick = () -> progress.at(1, "trying half and double the radius");
    double radius = study.settings().maxRadius();
    BitSet hot = hot(survey, windows, critical);
    Map<String, Object> check = new LinkedHashMap<>();
    for (double factor : new double[] {0.5, 2}) {
      if (factor > 1 && !study.ground().fits(radius * factor)) {
        continue;
      }
      Survey other = study.survey(study.settings().withRadius(radius * factor), tick);
      List<Window> found = other.scan().windows(windows.size(), tick);
      check.put(
          factor < 1 ? "halfJaccard" : "doubleJaccard",
          Survey.jaccard(hot, hot(other, found, critical)));
    }
    return check;
  }

  private static BitSet hot(Survey survey, List<Window> windows, double critical) {
    BitSet hot = new BitSet();
    windows.stream().filter(w -> w.llr() >= critical).forEach(w -> hot.or(survey.events(w)));
    return hot;
  }
}
