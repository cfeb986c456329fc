package org.vigie.geodata.analysis.emerging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.analysis.local.ScatteredEvents;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.TimeSpan;

class HotspotEmergingTest {

  private static final long SEED = Long.getLong("vigie.seed", 20_261_121);
  private static final Map<String, Object> MONTHS =
      Map.of("cellM", 40_000, "stepDays", 30, "draws", 19);

  private final HotspotEmerging analysis = new HotspotEmerging();

  /** A lasting spot in the west, a past one in the north, one of the last month in the east. */
  private static ScatteredEvents planted() {
    return new ScatteredEvents(SEED)
        .scatter(400, 18, 3, 23, 8, 360)
        .plant(600, 18.8, 5, 0.08, 0, 360)
        .plant(500, 20.5, 7.3, 0.08, 0, 300)
        .plant(50, 22.3, 5, 0.08, 331, 29);
  }

  @Test
  void lastingPastAndNewSpotsAreToldApart() throws BadInputException {
    AnalysisResult result = run(planted().build(), MONTHS);
    assertThat(category(result, 18.8, 5))
        .contains("Hot Spot")
        .containsAnyOf("Persist", "Intens", "Dimin");
    assertThat(category(result, 20.5, 7.3)).isEqualTo("Historical Hot Spot");
    assertThat(category(result, 22.3, 5)).isEqualTo("New Hot Spot");
    AnalysisResult.Finding fresh = at(result, 22.3, 5);
    assertThat((String) fresh.properties().get("sentence"))
        .startsWith("Hot in the last step alone");
    assertThat((List<?>) fresh.properties().get("series")).hasSize(12);
    assertThat((Double) fresh.properties().get("stability")).isBetween(0.0, 1.0);
    assertThat(result.diagnostics().used()).isEqualTo(1_550);
    assertThat(result.legend().orElseThrow().entries()).hasSize(17);
  }

  @Test
  void theOrderOfTheEventsDoesNotMatter() throws BadInputException {
    ScatteredEvents events = planted();
    assertThat(run(events.shuffled(3), MONTHS)).isEqualTo(run(events.build(), MONTHS));
  }

  @Test
  void theAntimeridianChangesNothing() throws BadInputException {
    ScatteredEvents events = planted();
    AnalysisResult here = run(events.build(), MONTHS);
    AnalysisResult there = run(events.shifted(159.7).build(), MONTHS);
    assertThat(there.findings())
        .extracting(f -> f.properties().get("sentence"))
        .isEqualTo(here.findings().stream().map(f -> f.properties().get("sentence")).toList());
  }

  @Test
  void aStepIsChosenThatGivesTwelveAndItIsSaid() throws BadInputException {
    AnalysisResult result = run(planted().build(), Map.of("cellM", 40_000, "draws", 0));
    assertThat(result.diagnostics().parameters()).containsEntry("stepDays", 30.0);
    assertThat(result.diagnostics().reasons()).containsKey("stepDays");
    assertThat(result.findings()).noneMatch(f -> f.properties().containsKey("stability"));
  }

  @Test
  void thePeriodEndsTheLastStep() throws BadInputException {
    Instant end = Instant.parse("2027-01-10T00:00:00Z");
    AnalysisResult result =
        analysis.run(
            new Subject(
                planted().build(),
                Optional.empty(),
                Optional.of(TimeSpan.of(Instant.parse("2026-01-05T00:00:00Z"), end)),
                Instant.parse("2027-02-01T00:00:00Z"),
                Map.of()),
            analysis.parameters().read(MONTHS),
            Progress.UNHEARD);
    assertThat(result.diagnostics().figures()).containsEntry("until", end.toString());
  }

  @Test
  void tooFewStepsOrEventsAreRefusedWithTheReason() {
    refused(planted().build(), Map.of("stepDays", 60), "6 whole steps");
    refused(
        new ScatteredEvents(SEED).scatter(10, 18, 3, 19, 4, 300).build(), Map.of(), "10 events");
    ScatteredEvents oneDay = new ScatteredEvents(SEED).scatter(100, 18, 3, 23, 8, 1);
    refused(oneDay.build(), Map.of(), "1 whole steps");
  }

  private void refused(Events events, Map<String, Object> values, String reason) {
    assertThatThrownBy(() -> run(events, values))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(reason);
  }

  private AnalysisResult run(Events events, Map<String, Object> given) throws BadInputException {
    return analysis.run(
        Subject.of(events, Instant.EPOCH), analysis.parameters().read(given), Progress.UNHEARD);
  }

  private static String category(AnalysisResult result, double lon, double lat) {
    return (String) at(result, lon, lat).properties().get("category");
  }

  private static AnalysisResult.Finding at(AnalysisResult result, double lon, double lat) {
    var place = new GeometryFactory().createPoint(new Coordinate(lon, lat));
    return result.findings().stream()
        .filter(f -> f.geometry().contains(place))
        .findFirst()
        .orElseThrow();
  }
}
