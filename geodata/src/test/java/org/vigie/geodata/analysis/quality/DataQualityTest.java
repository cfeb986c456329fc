package org.vigie.geodata.analysis.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
import org.vigie.geodata.analysis.Table;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.Reading;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.testing.SharedData;

class DataQualityTest {

  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  private final DataQuality analysis = new DataQuality();

  @Test
  void placesOnWhichEventsPileUpArePointsWithTheMostFirst() throws BadInputException {
    AnalysisResult result = run(piled(), Map.of("least", 3));
    assertThat(result.findings())
        .extracting(f -> f.properties().get("count"))
        .containsExactly(6, 3);
    assertThat(result.findings().get(0).geometry().getCoordinate())
        .isEqualTo(new Coordinate(20, 5));
    assertThat(result.findings().get(0).properties()).containsEntry("share", 0.5);
    Map<String, Object> figures = result.diagnostics().figures();
    assertThat(figures).containsEntry("distinctPlaces", 5).containsEntry("piledShare", 0.75);
    assertThat(figures).containsEntry("sharedShare", 0.75).containsEntry("topTenShare", 1.0);
    assertThat(result.diagnostics().caveats().get(0)).contains("5 different coordinates");
  }

  @Test
  void eventsOfOnePlaceDayAndTypeAreListedAsPerhapsToldTwice() throws BadInputException {
    List<Feature> events =
        List.of(
            event(20.0, 0, "BATTLES", null),
            event(20.0, 0, "BATTLES", null),
            event(20.0, 0, "RIOTS", null),
            event(20.0, 1, "BATTLES", null),
            event(21.0, 0, "BATTLES", null));
    AnalysisResult result = run(events, Map.of());
    assertThat(result.diagnostics().figures()).containsEntry("surplusSamePlaceDayType", 1L);
    assertThat(table(result, "same-place-day-type").rows())
        .containsExactly(List.of("2026-01-05", "BATTLES", 20.0, 5.0, 2L));
  }

  @Test
  void precisionIsCountedByClassRadiusAndSpanAndWhatIsMissingIsCounted() throws BadInputException {
    List<Feature> events = new ArrayList<>();
    events.add(event(20.0, 0, "BATTLES", LocationClass.VILLAGE));
    events.add(event(20.1, 1, "BATTLES", LocationClass.ADM1));
    events.add(event(20.2, 2, "", null));
    events.add(event(null, 3, "BATTLES", null));
    AnalysisResult result = run(events, Map.of());
    assertThat(table(result, "location-class").rows())
        .containsExactly(
            List.of("VILLAGE", 1L, 0.25),
            List.of("ADM1", 1L, 0.25),
            List.of("not known", 1L, 0.25),
            List.of("no place", 1L, 0.25));
    assertThat(table(result, "location-radius").rows())
        .extracting(row -> row.get(0))
        .containsExactly("up to 3 km", "more than 50 km", "not known");
    assertThat(table(result, "time-precision").rows()).containsExactly(List.of("a day", 3L, 1.0));
    assertThat(table(result, "missing").rows())
        .contains(List.of("place", 1L, 0.25), List.of("time", 0L, 0.0))
        .anyMatch(row -> row.get(0).equals("type") && row.get(1).equals(1L));
    assertThat(result.diagnostics().n()).isEqualTo(4);
    assertThat(result.diagnostics().used()).isEqualTo(3);
  }

  @Test
  void aBreakInTheVolumeAndAGapAreTold() throws BadInputException {
    List<Feature> events = new ArrayList<>();
    for (int week = 0; week < 80; week++) {
      int n = week >= 30 && week < 42 ? 0 : week < 55 ? 2 : 9;
      for (int i = 0; i < n; i++) {
        events.add(event(20 + 0.001 * events.size(), 7 * week + i % 7, "BATTLES", null));
      }
    }
    AnalysisResult result = run(events, Map.of());
    Map<String, Object> figures = result.diagnostics().figures();
    assertThat(figures).containsEntry("longestGapWeeks", 12).containsEntry("emptyWeeks", 12);
    assertThat(figures).containsEntry("changeFrom", "2027-01-25").containsEntry("changeP", 0.001);
    assertThat(result.diagnostics().caveats())
        .anyMatch(c -> c.contains("9.0 events a week"))
        .anyMatch(c -> c.contains("No event for 12 weeks from 2026-08-03"));
    assertThat(table(result, "weeks").rows()).hasSize(80);
  }

  @Test
  void nothingIsRefusedAndOneEventOrNoneWithAPlaceIsAnswered() throws BadInputException {
    assertThatThrownBy(() -> run(List.of(), Map.of()))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> assertThat(e.faults().get(0).field()).isEqualTo("inputs"));
    assertThat(run(List.of(event(null, 0, "", null)), Map.of()).findings()).isEmpty();
    AnalysisResult one = run(List.of(event(20.0, 0, "BATTLES", LocationClass.GPS)), Map.of());
    assertThat(one.diagnostics().caveats()).anyMatch(c -> c.contains("never reported"));
    assertThat(one.diagnostics().figures().values())
        .noneMatch(v -> v instanceof Double d && !Double.isFinite(d));
  }

  @Test
  void theOrderOfTheEventsDoesNotMatter() throws BadInputException {
    List<Feature> events = new ArrayList<>(piled());
    AnalysisResult one = run(events, Map.of("least", 2));
    Collections.shuffle(events, new Random(5));
    assertThat(run(events, Map.of("least", 2))).isEqualTo(one);
  }

  @Test
  void theTownsOfTheCentralAfricanRepublicAreFound() throws Exception {
    Events.Builder events = Events.of(Reading.INCIDENT);
    Reading.of(ByteSource.of(SharedData.get("ucdp/ged231_caf.csv")))
        .features()
        .forEach(events::add);
    AnalysisResult result =
        analysis.run(
            Subject.of(events.build(), Instant.EPOCH),
            analysis.parameters().read(Map.of("shuffles", 99)),
            Progress.UNHEARD);
    assertThat(result.diagnostics().figures()).containsEntry("distinctPlaces", 541);
    double shared = (Double) result.diagnostics().figures().get("sharedShare");
    assertThat(shared).isBetween(0.8, 1.0);
    assertThat(
            table(result, "location-class").rows().stream().mapToLong(r -> (Long) r.get(1)).sum())
        .isEqualTo(1848);
    assertThat((Double) result.diagnostics().figures().get("changeP"))
        .isCloseTo(0.01, within(1e-9));
  }

  private static Table table(AnalysisResult result, String name) {
    return result.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<Feature> piled() {
    List<Feature> events = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      events.add(event(20.0, 10 * i, "BATTLES", LocationClass.VILLAGE));
    }
    for (int i = 0; i < 3; i++) {
      events.add(event(21.0, 10 * i, "RIOTS", LocationClass.VILLAGE));
      events.add(event(22.0 + i, 10 * i, "RIOTS", LocationClass.VILLAGE));
    }
    return events;
  }

  private AnalysisResult run(List<Feature> features, Map<String, Object> values)
      throws BadInputException {
    Events.Builder events = Events.of(LayerFiles.read().get("incident"));
    features.forEach(events::add);
    return analysis.run(
        Subject.of(events.build(), START), analysis.parameters().read(values), Progress.UNHEARD);
  }

  private static Feature event(
      @Nullable Double lon, int day, String type, @Nullable LocationClass known) {
    Instant start = START.plus(Duration.ofDays(day));
    return new Feature(
        FeatureId.random(),
        "incident",
        lon == null ? null : new GeometryFactory().createPoint(new Coordinate(lon, 5)),
        TimeSpan.of(start, start.plus(Duration.ofDays(1))),
        null,
        known,
        null,
        Classification.UNCLASSIFIED,
        Set.of(),
        type.isEmpty() ? Map.of() : Map.of("type", type),
        Provenance.own(),
        0,
        null);
  }
}
