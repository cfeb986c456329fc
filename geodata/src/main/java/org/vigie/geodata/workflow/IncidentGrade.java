package org.vigie.geodata.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an incident's reports are worth together. The grades follow the Admiralty System as NATO's
 * AJP-2.1 describes it: 1 is "confirmed by other sources", 5 "improbable", that is, contradicted by
 * other information. The rule that derives one grade from several is ours; it stands in
 * docs/incidents.md and decision 92.
 *
 * <ol>
 *   <li>The most credible report gives the grade; of several, the one of the more reliable source.
 *   <li>When at least two independent sources say so (possibly true or better, no unreliable
 *       source), the credibility is 1, unless a report is contradicted.
 *   <li>When a report is contradicted, the credibility is one step lower than the best report's.
 * </ol>
 *
 * @param reliability A to F of the report that gives the grade; empty when it was not judged
 * @param credibility 1 to 6; 0 when no report was judged
 * @param giver name of the report that gives the grade; empty without one
 * @param independentSources how many sources that do not depend on one another support it
 * @param sentence why, for people
 */
public record IncidentGrade(
    Optional<Character> reliability,
    int credibility,
    Optional<String> giver,
    int independentSources,
    String sentence) {

  private static final Comparator<ReportGrade> BEST_FIRST =
      Comparator.comparingInt((ReportGrade r) -> r.credibility() == 0 ? 7 : r.credibility())
          .thenComparing(r -> r.reliability().orElse('G'))
          .thenComparing(ReportGrade::name);

  /**
   * @param reports those that are linked, visible and not corrected, in any order
   * @param corrected how many more were left out because a correction stands for them
   */
  public static IncidentGrade of(List<ReportGrade> reports, int corrected) {
    Optional<ReportGrade> best = reports.stream().filter(r -> r.credibility() > 0).min(BEST_FIRST);
    if (best.isEmpty()) {
      return new IncidentGrade(
          Optional.empty(), 0, Optional.empty(), 0, ungraded(reports.size(), corrected));
    }
    ReportGrade giver = best.get();
    List<ReportGrade> supporting = reports.stream().filter(ReportGrade::supports).toList();
    int sources = independentSources(supporting);
    List<String> contradicted =
        reports.stream()
            .filter(r -> r.isContradicted() && !r.equals(giver))
            .map(ReportGrade::name)
            .sorted()
            .toList();
    int credibility = giver.credibility();
    boolean lowered = !contradicted.isEmpty() && giver.isJudged() && credibility < 5;
    boolean raised = !lowered && sources >= 2 && credibility > 1;
    if (lowered) {
      credibility++;
    } else if (raised) {
      credibility = 1;
    }
    StringBuilder why = new StringBuilder();
    why.append("Report ").append(giver.name()).append(" (").append(giver.code()).append(")");
    why.append(reports.size() == 1 ? " is the only one" : " is the best of " + reports.size());
    why.append(
        sources == 0
            ? "; no source supports it"
            : sources == 1
                ? "; one source supports it"
                : "; " + sources + " independent sources agree");
    if (raised) {
      why.append(", so the credibility is 1, confirmed by other sources");
    }
    if (lowered) {
      why.append("; report ")
          .append(String.join(", ", contradicted))
          .append(" is contradicted, so the credibility is one step lower");
    }
    why.append('.').append(leftOut(corrected));
    return new IncidentGrade(
        giver.reliability(), credibility, Optional.of(giver.name()), sources, why.toString());
  }

  /** As people write it, for example {@code B1}; empty without a judged report. */
  public String code() {
    return credibility == 0 ? "" : reliability.map(String::valueOf).orElse("–") + credibility;
  }

  /**
   * Reports with different source references come from different sources. One without a reference
   * counts only when nobody else of its kind of source has spoken, since it may be the same; one
   * that names neither counts only when it is alone.
   */
  static int independentSources(List<ReportGrade> reports) {
    Set<String> named = new HashSet<>();
    Set<String> typesOfNamed = new HashSet<>();
    List<String> types = new ArrayList<>();
    for (ReportGrade report : reports) {
      if (report.sourceRef().isPresent()) {
        named.add(report.sourceRef().get());
        report.sourceType().ifPresent(typesOfNamed::add);
      } else {
        report.sourceType().ifPresent(types::add);
      }
    }
    Set<String> kinds = new HashSet<>(types);
    kinds.removeAll(typesOfNamed);
    int sources = named.size() + kinds.size();
    return sources == 0 && !reports.isEmpty() ? 1 : sources;
  }

  private static String ungraded(int reports, int corrected) {
    return (reports == 0
            ? "No report is linked that you may see."
            : "Nobody has judged the information of its reports.")
        + leftOut(corrected);
  }

  private static String leftOut(int corrected) {
    return corrected == 0
        ? ""
        : corrected == 1
            ? " One report is left out because it was corrected."
            : " " + corrected + " reports are left out because they were corrected.";
  }
}
