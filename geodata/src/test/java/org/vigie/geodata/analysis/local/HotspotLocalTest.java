package org.vigie.geodata.analysis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Provenance;

class HotspotLocalTest {

  private static final long SEED = Long.getLong("vigie.seed", 20_261_121);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final HotspotLocal analysis = new HotspotLocal();

  private static ScatteredEvents planted(double lon, double lat) {
    return new ScatteredEvents(SEED)
        .scatter(300, lon - 2, lat - 2, lon + 2, lat + 2, 100)
        .plant(80, lon + 0.5, lat - 0.7, 0.1, 0, 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gistar", "gi", "moran"})
  void aPlantedConcentrationIsHot(String statistic) throws BadInputException {
    AnalysisResult result =
        run(planted(20, 5).build(), Map.of("cellM", 25_000, "statistic", statistic));
    AnalysisResult.Finding hottest = result.findings().get(0);
    assertThat(hottest.geometry().distance(GEOMETRIES.createPoint(at(20.5, 4.3))))
        .as("seed %d", SEED)
        .isLessThan(0.3);
    assertThat((Integer) hottest.properties().get("bin")).isEqualTo(3);
    assertThat((Double) hottest.properties().get("q")).isLessThan(0.01);
    assertThat((Double) hottest.properties().get("stability")).isGreaterThan(0.8);
    assertThat((Integer) result.diagnostics().figures().get("hot95")).isBetween(1, 20);
  }

  @ParameterizedTest
  @CsvSource({"contiguity", "band", "knn"})
  void neighboursMayBeChosenInThreeWays(String weights) throws BadInputException {
    AnalysisResult result =
        run(planted(20, 5).build(), Map.of("cellM", 25_000, "weights", weights));
    assertThat((Integer) result.diagnostics().figures().get("hot95")).isPositive();
    assertThat(result.diagnostics().reasons().containsKey("bandM"))
        .isEqualTo(weights.equals("band"));
  }

  @Test
  void theOrderOfTheEventsDoesNotMatterAndNothingElseIsDrawn() throws BadInputException {
    ScatteredEvents events = planted(20, 5);
    AnalysisResult once = run(events.build(), Map.of());
    for (long order = 0; order < 3; order++) {
      assertThat(run(events.shuffled(order), Map.of())).isEqualTo(once);
    }
  }

  /** Turning the earth is not seen by a plane about the middle of the events. */
  @ParameterizedTest
  @CsvSource({"159.9, 5", "160, -16", "90, 5"})
  void theAntimeridianChangesNothing(double shift, double lat) throws BadInputException {
    ScatteredEvents events = planted(20, lat);
    Map<String, Object> values = Map.of("cellM", 30_000, "draws", 9);
    AnalysisResult here = run(events.build(), values);
    AnalysisResult there = run(events.shifted(shift).build(), values);
    assertThat(numbers(there, "count")).isEqualTo(numbers(here, "count"));
    List<Double> z = numbers(here, "z");
    List<Double> shifted = numbers(there, "z");
    for (int i = 0; i < z.size(); i++) {
      assertThat(shifted.get(i)).as("seed %d", SEED).isCloseTo(z.get(i), within(1e-9));
    }
    for (AnalysisResult.Finding finding : there.findings()) {
      assertThat(finding.geometry().isValid()).isTrue();
      assertThat(
              finding.geometry().getEnvelopeInternal().getWidth() < 1
                  || finding.geometry().getNumGeometries() > 1)
          .isTrue();
    }
  }

  @Test
  void aPoleIsAPlaceAsAnyOther() throws BadInputException {
    ScatteredEvents events =
        new ScatteredEvents(SEED)
            .scatter(300, -180, 86, 180, 90, 100)
            .plant(60, 10, 88, 0.05, 0, 9);
    AnalysisResult result = run(events.build(), Map.of("cellM", 40_000, "draws", 9));
    assertThat((Integer) result.diagnostics().figures().get("hot95")).isPositive();
    assertThat(result.findings()).allMatch(f -> f.geometry().isValid());
  }

  @Test
  void tooLittleIsRefusedWithTheReason() {
    ScatteredEvents few = new ScatteredEvents(SEED).scatter(19, 20, 5, 22, 7, 10);
    refused(few.build(), Map.of(), "19 events");
    refused(new ScatteredEvents(SEED).build(), Map.of(), "0 events");
    ScatteredEvents same = new ScatteredEvents(SEED);
    for (int i = 0; i < 50; i++) {
      same.add(20, 5, i, 100.0);
    }
    refused(same.build(), Map.of(), "7 cells");
    refused(planted(20, 5).build(), Map.of("denominatorField", "population"), "hexagons state");
    refused(planted(20, 5).build(), Map.of("grid", "admin"), "no area");
    refused(planted(20, 5).build(), Map.of("cellM", 100), "too many");
  }

  @Test
  void eventsOnALineAreAnswered() throws BadInputException {
    ScatteredEvents line = new ScatteredEvents(SEED);
    for (int i = 0; i < 100; i++) {
      line.add(20 + i * 0.03, 5, i, 100.0);
    }
    AnalysisResult result = run(line.build(), Map.of("cellM", 10_000));
    assertThat(result.findings()).isNotEmpty();
  }

  @Test
  void withoutStatedUncertaintyThereIsNoStabilityAndItIsSaid() throws BadInputException {
    ScatteredEvents events = new ScatteredEvents(SEED);
    for (int i = 0; i < 200; i++) {
      events.add(20 + i % 20 * 0.1, 5 + i / 20 * 0.1, i, null);
    }
    AnalysisResult result = run(events.build(), Map.of("cellM", 30_000));
    assertThat(result.findings()).noneMatch(f -> f.properties().containsKey("stability"));
    assertThat(result.diagnostics().caveats()).anyMatch(c -> c.contains("not tested how far"));
  }

  @Test
  void whoeverStopsWaitingIsHeard() {
    Progress stop =
        (share, doing) -> {
          throw new CancellationException();
        };
    assertThatThrownBy(
            () ->
                analysis.run(
                    Subject.of(planted(20, 5).build(), Instant.EPOCH),
                    analysis.parameters().standard(),
                    stop))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void everyEventCountsInOneAreaAndAnIslandHasNoValue() throws BadInputException {
    List<Feature> areas = new ArrayList<>();
    for (int i = 0; i < 49; i++) {
      double west = 18 + i % 7 * 0.5;
      double south = 3 + i / 7 * 0.5;
      areas.add(area(i, new Envelope(west, west + 0.5, south, south + 0.5), 1_000L * (i + 1)));
    }
    areas.add(area(49, new Envelope(30, 31, 3, 4), 1_000L));
    areas.add(area(50, new Envelope(18, 21.5, 3, 6.5), null));
    ScatteredEvents events =
        new ScatteredEvents(SEED)
            .scatter(200, 18, 3, 21.5, 6.5, 100)
            .plant(60, 19.25, 4.75, 0.1, 0, 100)
            .add(18.5, 3.5, 1, 100.0)
            .add(30.5, 3.5, 1, 100.0);
    for (String rate : List.of("raw", "ebGlobal", "ebLocal")) {
      Map<String, Object> given = new HashMap<>();
      given.put("grid", "admin");
      given.put("denominatorField", "population");
      given.put("rate", rate);
      AnalysisResult result = run(events.build(), areas, given);
      assertThat(numbers(result, "count").stream().mapToDouble(n -> n).sum()).isEqualTo(262);
      assertThat(result.diagnostics().figures())
          .containsEntry("cells", 50)
          .containsEntry("areasLeftOut", 1)
          .containsEntry("islands", 1);
      AnalysisResult.Finding island =
          result.findings().stream()
              .filter(f -> f.geometry().getEnvelopeInternal().getMinX() == 30)
              .findFirst()
              .orElseThrow();
      assertThat(island.properties())
          .doesNotContainKeys("z", "p", "q", "bin", "stability")
          .containsEntry("noValue", "no neighbours");
      assertThat(result.findings().get(0).properties()).containsKeys("name", "rate", "population");
    }
  }

  private static Feature area(int number, Envelope box, Long population) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("pcode", "X" + number);
    properties.put("name", "Area " + number);
    properties.put("level", "ADM2");
    if (population != null) {
      properties.put("population", population);
    }
    return new Feature(
        new FeatureId(new UUID(0, number)),
        "admin-area",
        GEOMETRIES.toGeometry(box),
        null,
        null,
        null,
        null,
        Classification.UNCLASSIFIED,
        Set.of(),
        properties,
        Provenance.own(),
        0,
        null);
  }

  private void refused(Events events, Map<String, Object> values, String reason) {
    assertThatThrownBy(() -> run(events, values))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(reason);
  }

  private AnalysisResult run(Events events, Map<String, Object> given) throws BadInputException {
    return run(events, List.of(), given);
  }

  private AnalysisResult run(Events events, List<Feature> areas, Map<String, Object> given)
      throws BadInputException {
    return analysis.run(
        new Subject(
            events, Optional.empty(), Optional.empty(), Instant.EPOCH, Map.of("areas", areas)),
        analysis.parameters().read(given),
        Progress.UNHEARD);
  }

  private static List<Double> numbers(AnalysisResult result, String property) {
    return result.findings().stream()
        .map(f -> f.properties().get(property))
        .filter(Number.class::isInstance)
        .map(n -> ((Number) n).doubleValue())
        .toList();
  }

  private static Coordinate at(double lon, double lat) {
    return new Coordinate(lon, lat);
  }
}
