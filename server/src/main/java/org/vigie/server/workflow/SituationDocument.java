package org.vigie.server.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.workflow.IncidentGrade;
import org.vigie.geodata.workflow.Stay;
import org.vigie.server.http.Schema;

/** Where a feature stands in its workflow, as JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SituationDocument(
    String state,
    String label,
    Instant since,
    @Nullable Long targetSeconds,
    long version,
    List<StayDocument> stays,
    List<TotalDocument> totals,
    List<OfferDocument> steps,
    @Nullable String undoTo,
    GradeDocument grade,
    List<ReportDocument> reports) {

  static final Schema SCHEMA =
      Schema.object(
          "state", Schema.string(),
          "label", Schema.string(),
          "since", Schema.string().with("format", "date-time"),
          "targetSeconds", Schema.integer(),
          "version", Schema.integer(),
          "stays", Schema.array(Schema.of("object")),
          "totals", Schema.array(Schema.of("object")),
          "steps", Schema.array(Schema.of("object")),
          "undoTo", Schema.string(),
          "grade", Schema.of("object"),
          "reports", Schema.array(Schema.of("object")));

  /** One stay in a state; without an end it goes on. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record StayDocument(
      String state,
      String label,
      String author,
      String reason,
      Instant since,
      @Nullable Instant until) {}

  /** Time in a state, all stays together. */
  record TotalDocument(String state, String label, long seconds) {}

  /** A step that leads on; {@code why} says why it may not be taken. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfferDocument(
      String to, String label, boolean allowed, boolean needsReason, @Nullable String why) {}

  /** What the reports are worth together; {@code code} is empty without a judged report. */
  record GradeDocument(String code, int independentSources, String sentence) {}

  /** A linked report; {@code correctedBy} is the id of the report that stands for it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReportDocument(String link, Shown report, @Nullable String correctedBy) {}

  static SituationDocument of(Situation situation, LayerCatalog catalog, Instant now) {
    Layer layer = situation.layer();
    List<Stay> stays = situation.stays();
    Duration target = situation.workflow().targets().get(situation.state());
    IncidentGrade grade = situation.reports().grade();
    List<TotalDocument> totals = new ArrayList<>();
    for (Map.Entry<String, Duration> total : Stay.totals(stays, now).entrySet()) {
      totals.add(
          new TotalDocument(
              total.getKey(),
              Shown.label(layer, total.getKey()),
              Math.max(0, total.getValue().toSeconds())));
    }
    return new SituationDocument(
        situation.state(),
        Shown.label(layer, situation.state()),
        stays.isEmpty() ? now : stays.get(stays.size() - 1).since(),
        target == null ? null : target.toSeconds(),
        situation.feature().version(),
        stays.stream().map(stay -> stay(layer, stay)).toList(),
        totals,
        situation.offers().stream()
            .map(
                offer ->
                    new OfferDocument(
                        offer.to(),
                        Shown.label(layer, offer.to()),
                        offer.isAllowed(),
                        offer.needsReason(),
                        offer.refusal().map(r -> r.sentence()).orElse(null)))
            .toList(),
        situation.undoable().orElse(null),
        new GradeDocument(grade.code(), grade.independentSources(), grade.sentence()),
        situation.reports().list().stream()
            .flatMap(
                linked ->
                    catalog.find(linked.report().layer()).stream()
                        .map(
                            reports ->
                                new ReportDocument(
                                    linked.link().toString(),
                                    Shown.of(reports, linked.report()),
                                    linked.correctedBy().map(c -> c.id().toString()).orElse(null))))
            .toList());
  }

  private static StayDocument stay(Layer layer, Stay stay) {
    return new StayDocument(
        stay.state(),
        Shown.label(layer, stay.state()),
        stay.author().name(),
        stay.reason(),
        stay.since(),
        stay.until().orElse(null));
  }
}
