package org.vigie.geodata.workflow;

import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.model.Feature;

/**
 * What one report says about how far it can be trusted: two judgements, each on its own.
 *
 * @param name by which people know the report
 * @param reliability of the source, A to E, F when it cannot be judged; empty when nobody judged
 * @param credibility of the information, 1 to 5, 6 when it cannot be judged; 0 when nobody judged
 * @param sourceRef opaque reference of the source; empty when unknown or not to be seen
 * @param sourceType kind of source; empty when unknown
 */
public record ReportGrade(
    String name,
    Optional<Character> reliability,
    int credibility,
    Optional<String> sourceRef,
    Optional<String> sourceType) {

  public static ReportGrade of(Feature report) {
    Map<String, Object> properties = report.properties();
    String reliability = text(properties, "source_reliability").orElse("");
    String credibility = text(properties, "info_credibility").orElse("");
    return new ReportGrade(
        text(properties, "ref").orElseGet(() -> report.id().toString()),
        reliability.matches("[A-F]") ? Optional.of(reliability.charAt(0)) : Optional.empty(),
        credibility.matches("[1-6]") ? credibility.charAt(0) - '0' : 0,
        text(properties, "source_ref"),
        text(properties, "source_type"));
  }

  /** As people write it, for example {@code B2}; a dash stands for what nobody judged. */
  public String code() {
    return reliability.map(String::valueOf).orElse("–")
        + (credibility == 0 ? "–" : String.valueOf(credibility));
  }

  /** Whether the truth of it was judged; "cannot be judged" is no judgement. */
  boolean isJudged() {
    return credibility >= 1 && credibility <= 5;
  }

  /** Held to be possibly true or better, and not from a source known to be unreliable. */
  boolean supports() {
    return credibility >= 1 && credibility <= 3 && reliability.map(r -> r != 'E').orElse(true);
  }

  /** Held to be improbable: other information contradicts it. */
  boolean isContradicted() {
    return credibility == 5;
  }

  private static Optional<String> text(Map<String, Object> properties, String name) {
    return properties.get(name) instanceof String text && !text.isBlank()
        ? Optional.of(text.strip())
        : Optional.empty();
  }
}
