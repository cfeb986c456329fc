package org.vigie.geodata.analysis.repeat;

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
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.analysis.Table;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.Reading;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.testing.SharedData;

class NearRepeatTest {

  private static final long SEED = Long.getLong("vigie.seed", 20261121);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final Instant DAY_0 = Instant.parse("2024-01-01T00:00:00Z");

  private final NearRepeat analysis = new NearRepeat();

  @Test
  void attacksThatAreFollowedCloseByWithinAWeekShowInThatBandAlone() throws BadInputException {
    AnalysisResult result = run(repeats(0, LocationClass.SITE), 300, Map.of());
    Map<String, Object> near = cell(result, "0 to 5 km", "0 to 7 days");
    assertThat((Double) near.get("ratio")).isGreaterThan(2);
    assertThat((Double) near.get("q")).isLessThan(0.05);
    assertThat((Double) near.get("stability")).isGreaterThan(0.95);
    assertThat((Double) near.get("ratio"))
        .isCloseTo((Long) near.get("observed") / (Double) near.get("expected"), within(0.3));
    assertThat((Double) cell(result, "25 to 50 km", "29 to 56 days").get("q")).isGreaterThan(0.05);
    assertThat(result.diagnostics().used()).isEqualTo(300);
  }

  @Test
  void aHaloStandsAboutEachRecentEventForTheDaysThatAreLeft() throws BadInputException {
    AnalysisResult result =
        run(repeats(0, LocationClass.SITE), 300, Map.of("steps", 1, "bands", 1));
    assertThat(result.findings()).isNotEmpty();
    for (AnalysisResult.Finding halo : result.findings()) {
      Map<String, Object> properties = halo.properties();
      Instant day = (Instant) properties.get("day");
      assertThat(properties)
          .containsEntry("radiusM", 5_000.0)
          .containsEntry("until", day.plus(Duration.ofDays(8)))
          .containsEntry("from", DAY_0.plus(Duration.ofDays(300)));
      assertThat((Instant) properties.get("until")).isAfter(DAY_0.plus(Duration.ofDays(300)));
      assertThat(Geodesy.areaSquareMetres(halo.geometry())).isCloseTo(Math.PI * 25e6, within(25e4));
    }
    long recent = repeats(0, LocationClass.SITE).stream().filter(f -> age(f, 300) < 8).count();
    assertThat(result.findings()).hasSize((int) recent);
  }

  @Test
  void thePatternIsAlsoToldForHalfAndDoubleBands() throws BadInputException {
    List<Feature> events = repeats(0, LocationClass.SITE);
    Map<String, Object> figures = run(events, 300, Map.of()).diagnostics().figures();
    Map<String, Object> twice =
        cell(run(events, 300, Map.of("bandM", 10_000)), "0 to 10 km", "0 to 7 days");
    assertThat(figures.get("doubleBands"))
        .isEqualTo(
            Map.of(
                "bandM",
                10_000.0,
                "pairs",
                twice.get("observed"),
                "ratio",
                (Long) twice.get("observed") / (Double) twice.get("expected"),
                "z",
                twice.get("z")));
    assertThat(figures).extractingByKey("halfBands").asString().contains("bandM=2500.0", "ratio");
    assertThat(figures).extractingByKey("shownBands").asString().contains("bandM=5000.0");
  }

  @Test
  void longAfterTheLastEventThereIsNoHaloAndItIsSaid() throws BadInputException {
    AnalysisResult result = run(repeats(0, LocationClass.SITE), 1_000, Map.of());
    assertThat(result.findings()).isEmpty();
    assertThat(result.diagnostics().caveats()).anySatisfy(c -> assertThat(c).contains("days past"));
  }

  @Test
  void eventsWithoutPatternHaveNoElevatedBand() throws BadInputException {
    Random random = new Random(SEED);
    List<Feature> events = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      events.add(
          event(
              i,
              20 + random.nextDouble() * 2,
              5 + random.nextDouble(),
              random.nextInt(300),
              LocationClass.SITE));
    }
    AnalysisResult result = run(events, 300, Map.of("maxQ", 0.01));
    assertThat(result.findings()).isEmpty();
    assertThat(result.diagnostics().figures()).containsEntry("elevatedCells", 0);
    assertThat(result.diagnostics().caveats().get(0)).contains("No band stands out");
  }

  @Test
  void placesKnownToFiftyKilometresLoseThePatternWhenMoved() throws BadInputException {
    AnalysisResult result = run(repeats(0, LocationClass.ADM2), 300, Map.of());
    assertThat((Double) cell(result, "0 to 5 km", "0 to 7 days").get("stability")).isLessThan(0.5);
    assertThat(result.diagnostics().caveats())
        .anySatisfy(c -> assertThat(c).contains("rest on the gazetteer"));
  }

  @Test
  void twoSeasonsInTwoPlacesAreNotUnusualWithinAYear() throws BadInputException {
    Random random = new Random(SEED);
    List<Feature> events = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      // One town in the first year, another in the third: close in both, with no repeats.
      boolean early = i < 200;
      events.add(
          event(
              i,
              (early ? 20 : 24) + random.nextDouble() * 0.2,
              5 + random.nextDouble() * 0.2,
              (early ? 0 : 735) + random.nextInt(360),
              LocationClass.SITE));
    }
    AnalysisResult result = run(events, 1_095, Map.of());
    Map<String, Object> cell = cell(result, "5 to 10 km", "29 to 56 days");
    assertThat((Double) cell.get("ratio")).isGreaterThan(1.5);
    assertThat((Double) cell.get("q")).isLessThan(0.05);
    assertThat((Double) cell.get("ratioWithinYear")).isCloseTo(1, within(0.1));
    assertThat((Double) cell.get("pWithinYear")).isGreaterThan(0.01);
  }

  @Test
  void theOrderOfTheEventsAndOfTheThreadsChangesNothing() throws BadInputException {
    List<Feature> events = repeats(0, LocationClass.VILLAGE);
    String expected = run(events, 300, Map.of()).toString();
    Collections.shuffle(events, new Random(SEED));
    assertThat(run(events, 300, Map.of()).toString()).isEqualTo(expected);
  }

  @Test
  void turningTheEventsToTheAntimeridianChangesNoPair() throws BadInputException {
    Table here = run(repeats(0, null), 300, Map.of()).tables().get(0);
    Table there = run(repeats(159, null), 300, Map.of()).tables().get(0);
    assertThat(there.rows()).isEqualTo(here.rows());
  }

  @Test
  void everyEventTwiceIsAPairAtTheSamePlace() throws BadInputException {
    List<Feature> once = repeats(0, null);
    List<Feature> twice = new ArrayList<>(once);
    once.forEach(
        f ->
            twice.add(
                f.withId(new FeatureId(new UUID(9, f.id().value().getLeastSignificantBits())))));
    long before =
        (Long) cell(run(once, 300, Map.of()), "same place", "0 to 7 days").get("observed");
    long after =
        (Long) cell(run(twice, 300, Map.of()), "same place", "0 to 7 days").get("observed");
    assertThat(after).isEqualTo(4 * before + 300);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 19})
  void tooFewEventsAreRefusedWithTheReason(int n) {
    assertThatThrownBy(() -> run(repeats(0, null).subList(0, n), 300, Map.of()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(n + " events can be used");
  }

  @Test
  void identicalEventsAreRefusedOrAnswered() throws BadInputException {
    List<Feature> oneDay = new ArrayList<>();
    List<Feature> onePlace = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      oneDay.add(event(i, 20, 5, 0, null));
      onePlace.add(event(i, 0, 90, i, null));
    }
    assertThatThrownBy(() -> run(oneDay, 300, Map.of()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("one day");
    AnalysisResult result = run(onePlace, 300, Map.of());
    assertThat(cell(result, "same place", "0 to 7 days"))
        .containsEntry("ratio", 1.0)
        .containsEntry("p", 1.0)
        .containsEntry("z", "");
    assertThat(result.findings()).isEmpty();
  }

  @Test
  void tooManyPairsAreRefusedWithTheWayToMendIt() {
    List<Feature> events = new ArrayList<>();
    for (int i = 0; i < 9_000; i++) {
      events.add(event(i, 20, 5, i % 300, null));
    }
    assertThatThrownBy(() -> run(events, 300, Map.of()))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> assertThat(e.faults().get(0).fix()).contains("fewer bands"));
  }

  @Test
  void realEventsPileUpAtTheSamePlaceAndItIsSaid() throws Exception {
    Events.Builder events = Events.of(Reading.INCIDENT);
    Reading.of(ByteSource.of(SharedData.get("ucdp/ged231_caf.csv")))
        .features()
        .forEach(events::add);
    AnalysisResult result =
        analysis.run(
            Subject.of(events.build(), Instant.parse("2023-01-05T00:00:00Z")),
            analysis.parameters().read(Map.of("draws", 9, "shuffles", 199)),
            Progress.UNHEARD);
    Map<String, Object> same = cell(result, "same place", "0 to 7 days");
    assertThat((Double) same.get("ratio")).isGreaterThan(2);
    assertThat(same).containsEntry("ratioMoved", "");
    assertThat((Double) cell(result, "0 to 5 km", "0 to 7 days").get("ratioMoved")).isPositive();
    assertThat(result.diagnostics().caveats())
        .anySatisfy(c -> assertThat(c).contains("stand at one place"));
  }

  private static long age(Feature feature, int today) {
    TimeSpan time = feature.validTime();
    assertThat(time).isNotNull();
    return Duration.between(time.start(), DAY_0.plus(Duration.ofDays(today))).toDays();
  }

  private static Map<String, Object> cell(AnalysisResult result, String space, String time) {
    Table table = result.tables().get(0);
    List<Object> row =
        table.rows().stream()
            .filter(r -> r.get(0).equals(space) && r.get(1).equals(time))
            .findFirst()
            .orElseThrow();
    Map<String, Object> cell = new HashMap<>();
    for (int i = 0; i < row.size(); i++) {
      cell.put(table.columns().get(i).name(), row.get(i));
    }
    return cell;
  }

  private AnalysisResult run(List<Feature> features, int today, Map<String, Object> values)
      throws BadInputException {
    Events.Builder events = Events.of(Reading.INCIDENT);
    features.forEach(events::add);
    return analysis.run(
        Subject.of(events.build(), DAY_0.plus(Duration.ofDays(today))),
        analysis.parameters().read(values),
        Progress.UNHEARD);
  }

  /**
   * 150 events of 300 days, each followed within five days and some three kilometres by another.
   */
  private static List<Feature> repeats(int turn, @Nullable LocationClass known) {
    Random random = new Random(SEED);
    List<Feature> events = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      double lon = 20 + random.nextInt(2_000) / 1_000.0;
      double lat = 5 + random.nextInt(1_000) / 1_000.0;
      int day = random.nextInt(295);
      events.add(event(2 * i, lon + turn, lat, day, known));
      events.add(
          event(
              2 * i + 1,
              lon + turn + (random.nextInt(40) - 20) / 1_000.0,
              lat + (random.nextInt(40) - 20) / 1_000.0,
              day + random.nextInt(5),
              known));
    }
    return events;
  }

  private static Feature event(
      int number, double lon, double lat, int day, @Nullable LocationClass known) {
    Instant start = DAY_0.plus(Duration.ofDays(day));
    return new Feature(
        new FeatureId(new UUID(0, number)),
        "incident",
        GEOMETRIES.createPoint(new Coordinate(lon > 180 ? lon - 360 : lon, lat)),
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
