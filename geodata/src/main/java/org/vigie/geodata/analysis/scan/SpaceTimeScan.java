package org.vigie.geodata.analysis.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Companion;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Displacement;
import org.vigie.geodata.analysis.Legend;
import org.vigie.geodata.analysis.Parameters;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Seed;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.layer.GeometryKind;
import org.vigie.geodata.model.BadInputException;

/**
 * Clusters in space and time by the scan statistic: {@link Scan} with geodesic circles. Under a
 * minute for 999 replications of 20 000 events on two cores when only what goes on now is looked
 * for; {@code docs/analyses/scan-spacetime.md} says what the rest costs.
 */
public final class SpaceTimeScan implements Analysis {

  private static final int STOP_AFTER = 50;
  private static final double WINDOWS = 0.05;
  private static final double REPLICATIONS = 0.85;

  private static final Legend LEGEND =
      new Legend(
          "Chance of so likely a cluster anywhere",
          "p",
          List.of(
              Legend.Entry.range(null, 0.0015, "1 in 1000 or less", Legend.Tone.HOT_STRONG),
              Legend.Entry.range(0.0015, 0.01, "less than 1 in 100", Legend.Tone.HOT),
              Legend.Entry.range(0.01, 0.0501, "1 in 100 to 1 in 20", Legend.Tone.HOT_WEAK),
              Legend.Entry.range(0.0501, null, "may well be chance", Legend.Tone.NEUTRAL)));

  @Override
  public String id() {
    return "scan-spacetime";
  }

  @Override
  public String title() {
    return "Clusters in space and time";
  }

  @Override
  public String description() {
    return "Where and when there were more events than chance would put together: the scan"
        + " statistic of Kulldorff with circles on WGS 84, by default the space-time permutation,"
        + " which needs no population and compares each place and day with what is usual for both."
        + " Every circle and length of time is tried, and p allows for that.";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public Parameters parameters() {
    return ScanSettings.PARAMETERS;
  }

  @Override
  public List<Companion> companions() {
    return List.of(
        new Companion(
            StudyReader.AREAS,
            "Areas with population",
            "Areas with a property 'population', for the Poisson model alone. Of areas over each"
                + " other the smallest are taken.",
            GeometryKind.POLYGON,
            "admin-area",
            false));
  }

  @Override
  public AnalysisResult run(Subject subject, Parameters.Values values, Progress progress)
      throws BadInputException {
    Study study = new StudyReader(subject, values).read();
    new ScanEffort(study, values.integer("replications")).refuseTooMuch();
    Runnable tick = () -> progress.at(0, "looking for clusters");
    Survey survey = study.survey(study.settings(), tick);
    List<Window> windows = survey.scan().windows(values.integer("maxClusters"), tick);
    Significance significance =
        survey
            .scan()
            .significance(
                new Replications(
                    values.integer("replications"), values.flag("stopEarly") ? STOP_AFTER : 0),
                windows.isEmpty() ? 0 : windows.get(0).llr(),
                Seed.of(values),
                progress.part(WINDOWS, REPLICATIONS));
    List<ClusterFinding> clusters =
        IntStream.range(0, windows.size())
            .mapToObj(
                i ->
                    new ClusterFinding(
                        i + 1, survey, windows.get(i), study.events(), significance, study.days()))
            .toList();
    List<ClusterFinding> shown =
        clusters.stream().filter(c -> c.p() <= values.number("maxP")).toList();
    double critical = significance.critical(values.number("maxP"));
    OptionalDouble[] stability =
        stability(study, survey, windows.subList(0, shown.size()), critical, values, progress);
    OptionalDouble recurrence =
        study.days().isPresent() && study.settings().prospective()
            ? OptionalDouble.of(values.integer("stepDays"))
            : OptionalDouble.empty();
    List<AnalysisResult.Finding> findings = new ArrayList<>();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (ClusterFinding cluster : clusters) {
      int rank = rows.size();
      Map<String, Object> properties =
          cluster.properties(
              recurrence, rank < shown.size() ? stability[rank] : OptionalDouble.empty());
      rows.add(properties);
      if (rank < shown.size()) {
        findings.add(cluster.finding(properties, subject.events().classification()));
      }
    }
    ScanFigures figures = new ScanFigures(study, survey, windows, significance);
    return new AnalysisResult(
        findings,
        List.of(),
        List.of(ScanFigures.table(rows)),
        Optional.of(LEGEND),
        Diagnostics.of(subject.events(), values, method(study))
            .dropped(study.dropped())
            .figures(figures.of(shown.size(), critical, progress))
            .caveats(new ScanCaveats(subject, study, shown).list())
            .caveats(withoutStability(study, values))
            .build(study.events().size()));
  }

  private String method(Study study) {
    return (study.settings().byPopulation() ? "Poisson scan " : "Space-time permutation scan ")
        + version()
        + ", circles of WGS 84 geodesics";
  }

  private static OptionalDouble[] stability(
      Study study,
      Survey survey,
      List<Window> shown,
      double critical,
      Parameters.Values values,
      Progress progress) {
    OptionalDouble[] shares = new OptionalDouble[shown.size()];
    Arrays.fill(shares, OptionalDouble.empty());
    if (!withoutStability(study, values).isEmpty() || shown.isEmpty()) {
      return shares;
    }
    List<BitSet> members = shown.stream().map(survey::events).toList();
    double[] stays =
        new Stability(
                new Displacement(study.events(), Seed.of(values)),
                study::moved,
                values.integer("draws"))
            .shares(members, critical, progress.part(REPLICATIONS, 1));
    Arrays.setAll(shares, i -> OptionalDouble.of(stays[i]));
    return shares;
  }

  /** Why there is no stability, nothing when there is. */
  private static List<String> withoutStability(Study study, Parameters.Values values) {
    if (values.integer("draws") == 0) {
      return List.of("Whether clusters depend on how well places are known was not tried.");
    }
    if (new Displacement(study.events(), Seed.of(values)).uncertain() == 0) {
      return List.of(
          "No event states how well its place is known, so nothing is said of how clusters depend"
              + " on it.");
    }
    return study.events().size() > Stability.MOST_EVENTS
        ? List.of(
            "With more than "
                + Stability.MOST_EVENTS
                + " events it is not tried how clusters depend on how well places are known.")
        : List.of();
  }
}
