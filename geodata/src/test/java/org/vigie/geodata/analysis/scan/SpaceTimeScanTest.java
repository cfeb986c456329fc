package org.vigie.geodata.analysis.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.format.Reading;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;

class SpaceTimeScanTest {

  private static final long SEED = Long.getLong("vigie.seed", 20261121);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final Instant DAY_0 = Instant.parse("2024-01-01T00:00:00Z");

  private final SpaceTimeScan analysis = new SpaceTimeScan();

  @Test
  void aBurstAtOneTownIsTheOnlyClusterWithItsDaysAndFigures() throws BadInputException {
    AnalysisResult result = run(withBurst(x -> x, LocationClass.SITE), Map.of());
    assertThat(result.findings()).hasSize(1);
    Map<String, Object> cluster = result.findings().get(0).properties();
    assertThat(cluster)
        .containsEntry("cluster", 1)
        .containsEntry("p", 0.001)
        .containsEntry("recurrenceIntervalDays", 1000.0)
        .containsEntry("end", DAY_0.plus(Duration.ofDays(120)))
        .containsEntry("classification", "UNCLASSIFIED");
    assertThat((Integer) cluster.get("count")).isGreaterThanOrEqualTo(15);
    assertThat((Double) cluster.get("pGumbel")).isLessThan(0.001);
    assertThat((Double) cluster.get("stability")).isEqualTo(1.0);
    assertThat((List<?>) cluster.get("eventIds")).hasSize((Integer) cluster.get("count"));
    assertThat((List<?>) cluster.get("memberPlaces")).hasSize((Integer) cluster.get("places"));
    assertThat((Double) cluster.get("ratio"))
        .isCloseTo(
            (Integer) cluster.get("count") / (Double) cluster.get("expected"), within(1e-12));
    assertThat(result.tables().get(0).rows()).hasSizeGreaterThan(1);
    assertThat(result.diagnostics().used()).isEqualTo(315);
    assertThat(result.diagnostics().figures()).containsKeys("criticalLlr", "radiusCheck");
  }

  @Test
  void theOrderOfTheEventsChangesNothing() throws BadInputException {
    List<Feature> events = withBurst(x -> x, LocationClass.SITE);
    String expected = run(events, Map.of()).toString();
    Collections.shuffle(events, new Random(SEED));
    assertThat(run(events, Map.of()).toString()).as("seed %d", SEED).isEqualTo(expected);
  }

  @Test
  void eventsTurnedToTheAntimeridianGiveTheSameClustersCutThere() throws BadInputException {
    // About the axis of the earth, so that no distance changes but in the last digits.
    DoubleUnaryOperator turn = lon -> lon + 159.98 > 180 ? lon - 200.02 : lon + 159.98;
    AnalysisResult here = run(withBurst(x -> x, LocationClass.SITE), Map.of());
    AnalysisResult there = run(withBurst(turn, LocationClass.SITE), Map.of());
    for (String name : List.of("count", "places", "p", "start", "end")) {
      assertThat(property(there, name)).as(name).isEqualTo(property(here, name));
    }
    assertThat((Double) property(there, "radiusM"))
        .isCloseTo((Double) property(here, "radiusM"), within(1e-6));
    assertThat(there.findings().get(0).geometry().getGeometryType()).isEqualTo("MultiPolygon");
    assertThat(there.findings().get(0).geometry().isValid()).isTrue();
  }

  @Test
  void everyEventTwiceKeepsExpectedOverObservedAndDoublesTheLikelihood() throws BadInputException {
    List<Feature> once = withBurst(x -> x, LocationClass.SITE);
    List<Feature> twice = new ArrayList<>(once);
    once.forEach(f -> twice.add(f.withId(new FeatureId(new UUID(7, f.id().value().hashCode())))));
    AnalysisResult first = run(once, Map.of("replications", 99));
    AnalysisResult second = run(twice, Map.of("replications", 99));
    assertThat(property(second, "start")).isEqualTo(property(first, "start"));
    assertThat((Double) property(second, "ratio"))
        .isCloseTo((Double) property(first, "ratio"), within(1e-9));
    assertThat((Double) property(second, "llr"))
        .isCloseTo(2 * (Double) property(first, "llr"), within(1e-9));
  }

  @Test
  void placesKnownToFiftyKilometresMakeAClusterUnstable() throws BadInputException {
    AnalysisResult result =
        run(withBurst(x -> x, LocationClass.ADM2), Map.of("maxRadiusM", 20_000));
    assertThat((Double) property(result, "stability")).isLessThan(0.9);
  }

  @Test
  void withoutStatedUncertaintyThereIsNoStabilityAndItIsSaid() throws BadInputException {
    AnalysisResult result = run(withBurst(x -> x, null), Map.of());
    assertThat(result.findings().get(0).properties()).doesNotContainKey("stability");
    assertThat(result.diagnostics().caveats())
        .anySatisfy(c -> assertThat(c).contains("No event states how well"));
  }

  @Test
  void aBurstLongAgoIsFoundOnlyInRetrospect() throws BadInputException {
    List<Feature> events = withBurst(x -> x, LocationClass.SITE);
    for (int day = 121; day < 200; day++) {
      events.add(event(9_000 + day, 20 + day % 7, 5, day, LocationClass.SITE));
    }
    Map<String, Object> few = Map.of("stepDays", 7, "maxP", 0.01, "draws", 0);
    assertThat(run(events, few).findings()).isEmpty();
    Map<String, Object> all = new HashMap<>(few);
    all.put("prospective", false);
    Map<String, Object> cluster = run(events, all).findings().get(0).properties();
    assertThat((Instant) cluster.get("start")).isAfter(DAY_0.plus(Duration.ofDays(100)));
    assertThat((Instant) cluster.get("end")).isBefore(DAY_0.plus(Duration.ofDays(130)));
    assertThat(cluster).doesNotContainKey("recurrenceIntervalDays");
  }

  @Test
  void theLastDayIsTheEndOfThePeriodWhenItHasPassedElseThatOfTheLastEvent()
      throws BadInputException {
    List<Feature> events = withBurst(x -> x, LocationClass.SITE);
    Instant end = DAY_0.plus(Duration.ofDays(140));
    Subject subject =
        new Subject(
            events(events),
            Optional.empty(),
            Optional.of(TimeSpan.of(DAY_0, end)),
            end.plus(Duration.ofDays(30)),
            Map.of());
    AnalysisResult result =
        analysis.run(
            subject, analysis.parameters().read(Map.of("replications", 99)), Progress.UNHEARD);
    assertThat(result.diagnostics().figures()).containsEntry("studyEnd", end.toString());
    assertThat(result.diagnostics().caveats())
        .anySatisfy(c -> assertThat(c).contains("30 days past"));
  }

  @Test
  void aLongTimeIsWarnedOf() throws BadInputException {
    List<Feature> events = withBurst(x -> x, LocationClass.SITE);
    events.add(event(9_999, 20, 5, -500, LocationClass.SITE));
    assertThat(run(events, Map.of("replications", 99)).diagnostics().caveats())
        .anySatisfy(c -> assertThat(c).contains("1.7 years"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9})
  void tooFewEventsAreRefusedWithTheReason(int n) {
    List<Feature> events = withBurst(x -> x, LocationClass.SITE).subList(0, n);
    assertThatThrownBy(() -> run(events, Map.of()))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> assertThat(e.faults().get(0).what()).contains(n + " events can be used"));
  }

  @Test
  void eventsOfOnePlaceOrOneDayAreRefusedWithTheReason() {
    List<Feature> onePlace = new ArrayList<>();
    List<Feature> oneDay = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      onePlace.add(event(i, 20, 5, i, LocationClass.SITE));
      oneDay.add(event(i, 20 + i * 0.1, 5, 0, LocationClass.SITE));
    }
    assertThatThrownBy(() -> run(onePlace, Map.of()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("one place");
    assertThatThrownBy(() -> run(oneDay, Map.of()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("one step");
  }

  @Test
  void collinearEventsAndThoseAtAPoleGiveValidCircles() throws BadInputException {
    for (double lat : new double[] {0, 89.98, -90}) {
      List<Feature> events = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        double lon = i % 12 * (lat == 0 ? 0.1 : 30) - 180;
        events.add(event(i, lon, lat == -90 && i % 2 == 0 ? -89.9 : lat, i, LocationClass.SITE));
      }
      AnalysisResult result =
          run(events, Map.of("maxP", 1, "replications", 99, "prospective", false));
      assertThat(result.findings())
          .isNotEmpty()
          .allSatisfy(f -> assertThat(f.geometry().isValid()).isTrue());
    }
  }

  @Test
  void eventsAgainstPopulationAreCountedInTheSmallestAreas() throws BadInputException {
    List<Feature> areas = new ArrayList<>();
    areas.add(area("country", new Envelope(20, 26, 5, 6), 6_000));
    for (int i = 0; i < 6; i++) {
      areas.add(area("district" + i, new Envelope(20 + i, 21 + i, 5, 6), 1_000));
    }
    List<Feature> events = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      double lon = i < 60 ? 22.5 : 20.5 + i % 6;
      events.add(event(i, lon, 5.5, i % 3, LocationClass.SITE));
    }
    events.add(event(1_000, 30, 5.5, 0, LocationClass.SITE));
    Subject subject =
        new Subject(
            events(events), Optional.empty(), Optional.empty(), DAY_0, Map.of("areas", areas));
    AnalysisResult result =
        analysis.run(
            subject,
            analysis.parameters().read(Map.of("model", "poisson", "maxRadiusM", 300_000)),
            Progress.UNHEARD);
    assertThat(property(result, "count")).isEqualTo(65);
    assertThat((Double) property(result, "expected")).isCloseTo(15, within(1e-9));
    assertThat((Double) property(result, "relativeRisk")).isCloseTo(13, within(1e-9));
    assertThat(result.diagnostics().dropped().get(0).reason()).contains("outside all areas");
    assertThat(result.diagnostics().used()).isEqualTo(90);
    assertThatThrownBy(() -> run(events, Map.of("model", "poisson")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("population");
  }

  @Test
  void aScanThatWouldTakeDaysIsRefusedWithTheWayToMendIt() {
    List<Feature> events = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      events.add(event(i, 20 + i * 1e-4, 5, i, LocationClass.SITE));
    }
    assertThatThrownBy(
            () ->
                run(events, Map.of("prospective", false, "maxDays", 1_000, "replications", 9_999)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("windows");
  }

  private static Object property(AnalysisResult result, String name) {
    return result.findings().get(0).properties().get(name);
  }

  private AnalysisResult run(List<Feature> features, Map<String, Object> values)
      throws BadInputException {
    return analysis.run(
        Subject.of(events(features), DAY_0.plus(Duration.ofDays(120))),
        analysis.parameters().read(values),
        Progress.UNHEARD);
  }

  private static Events events(List<Feature> features) {
    Events.Builder events = Events.of(Reading.INCIDENT);
    features.forEach(events::add);
    return events.build();
  }

  /** 300 events of four months over a country and 15 more of the last days about one town. */
  private static List<Feature> withBurst(DoubleUnaryOperator turn, @Nullable LocationClass known) {
    Random random = new Random(SEED);
    List<Feature> events = new ArrayList<>();
    for (int i = 0; i < 315; i++) {
      boolean burst = i >= 300;
      double lon = burst ? 20 + random.nextInt(5) * 0.01 : 18 + random.nextInt(40) * 0.1;
      double lat = burst ? 5 : 3 + random.nextInt(40) * 0.1;
      int day = burst ? 119 - random.nextInt(5) : random.nextInt(120);
      events.add(event(i, turn.applyAsDouble(lon), lat, day, known));
    }
    return events;
  }

  private static Feature area(String name, Envelope box, long population) {
    Geometry shape = GEOMETRIES.toGeometry(box);
    return new Feature(
        new FeatureId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8))),
        LayerFiles.read().get("admin-area").name(),
        shape,
        null,
        null,
        null,
        null,
        Classification.UNCLASSIFIED,
        Set.of(),
        Map.of("population", population),
        Provenance.own(),
        1,
        null);
  }

  private static Feature event(
      int number, double lon, double lat, int day, @Nullable LocationClass known) {
    Instant start = DAY_0.plus(Duration.ofDays(day));
    return new Feature(
        new FeatureId(new UUID(0, number)),
        "incident",
        GEOMETRIES.createPoint(new Coordinate(lon, lat)),
        TimeSpan.of(start, start.plus(Duration.ofDays(1))),
        null,
        known,
        null,
        Classification.UNCLASSIFIED,
        Set.of(),
        Map.of("type", "BATTLES"),
        Provenance.own(),
        1,
        null);
  }
}
