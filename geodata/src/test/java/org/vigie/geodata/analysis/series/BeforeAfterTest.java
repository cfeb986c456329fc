package org.vigie.geodata.analysis.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;

class BeforeAfterTest {

  private static final long SEED = Long.getLong("vigie.seed", 20261121);
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant AT = START.plus(Duration.ofDays(7 * 30));
  private static final Instant END = AT.plus(Duration.ofDays(7 * 30));

  private final BeforeAfter analysis = new BeforeAfter();

  @Test
  void aRateThatHalvesAtTheMomentIsFoundWithItsInterval() throws BadInputException {
    AnalysisResult result = run(series(20, 10), at());
    Map<String, Object> figures = result.diagnostics().figures();
    assertThat(number(figures, "levelChangeLow")).isLessThan(0.5);
    assertThat(number(figures, "levelChangeHigh")).isBetween(0.5, 1.0);
    assertThat(number(figures, "slopeChangeLow")).isLessThan(1);
    assertThat(number(figures, "slopeChangeHigh")).isGreaterThan(1);
    assertThat(number(figures, "ratio")).isBetween(0.4, 0.6);
    assertThat(figures).containsEntry("stepsBefore", 30).containsEntry("stepsAfter", 30);
    assertThat(figures).containsKeys("halfStep", "doubleStep", "durbinWatson", "ljungBoxP");
  }

  @Test
  void theWarningThatItIsNoProofOfCauseComesFirstAlways() throws BadInputException {
    for (Map<String, Object> values : List.of(at(), Map.<String, Object>of())) {
      assertThat(run(series(20, 20), values).diagnostics().caveats().get(0)).contains("not proof");
    }
  }

  @Test
  void theSeriesCarriesOnWhatTheTimeBeforeLedTo() throws BadInputException {
    AnalysisResult result = run(series(20, 10), at());
    var series = result.tables().get(0);
    assertThat(series.name()).isEqualTo("series");
    assertThat(series.rows()).hasSize(60);
    assertThat(series.rows().get(0).get(0)).isEqualTo(START);
    assertThat(series.rows().get(30).get(0)).isEqualTo(AT);
    assertThat(series.rows().get(29)).containsSequence("", "", "");
    List<Object> first = series.rows().get(30);
    assertThat((Double) first.get(4)).isBetween(14.0, 27.0);
    assertThat((Double) first.get(5)).isLessThan((Double) first.get(4));
    assertThat((Double) first.get(6)).isGreaterThan((Double) first.get(4));
    assertThat(result.tables().get(1).rows()).hasSize(3);
  }

  @Test
  void whatDoesNotChangeIsMostlyNotSaidToChange() throws BadInputException {
    int wrong = 0;
    int runs = 200;
    for (int i = 0; i < runs; i++) {
      Map<String, Object> figures = run(series(12, 12, SEED + i), at()).diagnostics().figures();
      boolean claims =
          number(figures, "levelChangeLow") > 1 || number(figures, "levelChangeHigh") < 1;
      wrong += claims ? 1 : 0;
    }
    // One in twenty is expected; beyond 20 of 200 chance is below one in a thousand.
    assertThat(wrong).as("seed %d", SEED).isLessThanOrEqualTo(20);
  }

  @Test
  void noEventAfterTheMomentLeavesTheRatioAlone() throws BadInputException {
    AnalysisResult result = run(series(10, 0), at());
    assertThat(result.diagnostics().figures())
        .doesNotContainKey("levelChange")
        .containsEntry("ratio", 0.0);
    assertThat(result.diagnostics().caveats()).anyMatch(c -> c.contains("too few events"));
  }

  @Test
  void withoutAMomentTheMiddleStandsInAndSaysSo() throws BadInputException {
    AnalysisResult result = run(series(10, 10), Map.of());
    assertThat(result.diagnostics().parameters()).containsEntry("at", AT.toString());
    assertThat(result.diagnostics().reasons().get("at")).contains("no moment was given");
    assertThat(result.diagnostics().caveats().get(1)).contains("means nothing");
  }

  @Test
  void whatCannotBeAnsweredIsRefusedWithTheReason() {
    refused(series(10, 10), Map.of("at", "2020-01-01T00:00:00Z"), "at");
    refused(series(10, 10), Map.of("at", "yesterday"), "at");
    refused(series(10, 10), Map.of("at", AT.toString(), "stepDays", 60), "stepDays");
    refused(series(0, 10), at(), "at");
    refused(List.of(), at(), "inputs");
    refused(List.of(event(null)), at(), "inputs");
  }

  @Test
  void eventsWithoutATimeOrBeyondTheWholeStepsAreCountedByReason() throws BadInputException {
    List<Feature> events = series(10, 10);
    events.add(event(null));
    events.add(event(END.minusSeconds(60)));
    AnalysisResult result = run(events, Map.of("at", AT.plus(Duration.ofDays(1)).toString()));
    assertThat(result.diagnostics().dropped())
        .extracting(d -> d.reason())
        .containsExactly("the time is not known", "outside the whole steps of the period");
    long dropped = result.diagnostics().dropped().stream().mapToLong(d -> d.n()).sum();
    assertThat(result.diagnostics().used() + dropped).isEqualTo(result.diagnostics().n());
  }

  @Test
  void theOrderOfTheEventsDoesNotMatter() throws BadInputException {
    List<Feature> events = series(15, 8);
    AnalysisResult one = run(events, at());
    Collections.shuffle(events, new Random(SEED));
    assertThat(run(events, at())).isEqualTo(one);
  }

  private static Map<String, Object> at() {
    return Map.of("at", AT.toString());
  }

  private void refused(List<Feature> features, Map<String, Object> values, String field) {
    assertThatThrownBy(() -> run(features, values))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> assertThat(e.faults()).extracting(f -> f.field()).containsExactly(field));
  }

  private AnalysisResult run(List<Feature> features, Map<String, Object> values)
      throws BadInputException {
    Events.Builder events = Events.of(LayerFiles.read().get("incident"));
    features.forEach(events::add);
    return analysis.run(
        new Subject(
            events.build(), Optional.empty(), Optional.of(TimeSpan.of(START, END)), END, Map.of()),
        analysis.parameters().read(values),
        Progress.UNHEARD);
  }

  private static double number(Map<String, Object> figures, String name) {
    return figures.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static List<Feature> series(int before, int after) {
    return series(before, after, SEED);
  }

  /** So many events a week on average, at random. */
  private static List<Feature> series(int before, int after, long seed) {
    Random random = new Random(seed);
    List<Feature> events = new ArrayList<>();
    long side = Duration.between(START, AT).toSeconds();
    for (int i = 0; i < before * 30; i++) {
      events.add(event(START.plusSeconds((long) (random.nextDouble() * side))));
    }
    for (int i = 0; i < after * 30; i++) {
      events.add(event(AT.plusSeconds((long) (random.nextDouble() * side))));
    }
    return events;
  }

  private static Feature event(@Nullable Instant time) {
    return new Feature(
        FeatureId.random(),
        "incident",
        new GeometryFactory().createPoint(new Coordinate(20, 5)),
        time == null ? null : TimeSpan.of(time, time),
        null,
        null,
        null,
        Classification.UNCLASSIFIED,
        Set.of(),
        Map.of("type", "BATTLES"),
        Provenance.own(),
        0,
        null);
  }
}
