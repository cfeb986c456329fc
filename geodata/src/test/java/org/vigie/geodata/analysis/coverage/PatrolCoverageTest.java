package org.vigie.geodata.analysis.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Legend;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.geo.Circle;
import org.vigie.geodata.geo.Corridor;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;

class PatrolCoverageTest {

  private static final long SEED = Long.getLong("vigie.seed", 20_261_121);
  private static final Layer LAYER = LayerFiles.read().get("incident");
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private final PatrolCoverage analysis = new PatrolCoverage();

  @Test
  void theShareSeenIsThatOfTheGeodesicCorridor() throws BadInputException {
    Geometry hotspot = Circle.of(-21, -11, 6_000, "centre").toPolygon();
    Feature patrol = patrol(3, -21.2, -11.03, -20.97, -10.98, -20.8, -11.05);
    Geometry corridor =
        Corridor.of(
                List.of(
                    new LonLat(-21.2, -11.03),
                    new LonLat(-20.97, -10.98),
                    new LonLat(-20.8, -11.05)),
                2_000,
                "line")
            .toPolygon();
    double share =
        Geodesy.areaSquareMetres(corridor.intersection(hotspot))
            / Geodesy.areaSquareMetres(hotspot);
    Map<String, Object> found =
        hotspot(run(List.of(), List.of(patrol), List.of(hotspot("A", hotspot, 1))));
    assertThat((Double) found.get("seen7Days")).isCloseTo(share, within(0.02));
    assertThat(share).isBetween(0.3, 0.6);
  }

  @Test
  void whatWasNeverVisitedIsUnknownAndHasNoTime() throws BadInputException {
    AnalysisResult result =
        run(
            List.of(event(-20, -10)),
            List.of(patrol(3, -21.2, -11, -20.8, -11)),
            List.of(hotspot("far", square(-20, -10), 2)));
    Map<String, Object> far = hotspot(result);
    assertThat(far)
        .containsEntry("lastPresence", "NEVER")
        .containsEntry("visits", 0)
        .containsEntry("events", 1L)
        .containsEntry("meetsRequirement", false)
        .doesNotContainKeys("daysSince", "lastSeen", "longestGapDays", "currentGapDays");
    assertThat(result.legend().orElseThrow().entries())
        .filteredOn(e -> "NEVER".equals(e.value()))
        .extracting(Legend.Entry::tone)
        .containsExactly(Legend.Tone.UNKNOWN);
    assertThat(result.diagnostics().caveats().get(0))
        .contains("begin on 2026-02-25", "unknown, not safe");
    assertThat(result.diagnostics().figures()).containsEntry("cellsNeverSeenWithEvents", 1);
    assertThat(cells(result)).anySatisfy(c -> assertThat(c).containsEntry("lastPresence", "NEVER"));
  }

  @Test
  void visitsPerWeekAreHeldAgainstTheRequirement() throws BadInputException {
    List<Feature> patrols = new ArrayList<>();
    for (int day = 2; day <= 86; day += 7) {
      patrols.add(patrol(day, -21.2, -11, -20.8, -11));
      patrols.add(patrol(day, -21.2, -11.001, -20.8, -11));
    }
    AnalysisResult result =
        run(
            List.of(),
            patrols,
            List.of(hotspot("A", square(-21, -11), 1), hotspot("B", square(-21, -11), 2)));
    assertThat(result.findings().get(0).properties())
        .containsEntry("visits", 13)
        .containsEntry("meetsRequirement", true);
    assertThat(result.findings().get(1).properties()).containsEntry("meetsRequirement", false);
    assertThat((Double) result.findings().get(0).properties().get("longestGapDays"))
        .isCloseTo(7, within(0.3));
    assertThat((Double) result.findings().get(0).properties().get("currentGapDays"))
        .isCloseTo(2, within(0.3));
    assertThat(result.tables().get(0).rows()).hasSize(2);
    assertThat(result.tables().get(1).rows()).hasSize(26);
  }

  @Test
  void aPlaceFarFromTheBaseWasSeenWhenThePatrolGotThere() throws BadInputException {
    // out and back along one line in ten days: the far end is reached after five
    Feature patrol =
        patrol(
            NOW.minus(Duration.ofDays(11)),
            NOW.minus(Duration.ofDays(1)),
            line(-22, -11, -20, -11, -22, -11));
    Map<String, Object> found =
        hotspot(run(List.of(), List.of(patrol), List.of(hotspot("far", square(-20, -11), 1))));
    assertThat((Double) found.get("daysSince")).isCloseTo(6, within(0.2));
  }

  @Test
  void measuredTimesAreUsedWhereTheLineHasThem() throws BadInputException {
    double start = NOW.minus(Duration.ofDays(11)).getEpochSecond();
    Geometry line =
        GEOMETRIES.createLineString(
            new Coordinate[] {
              new CoordinateXYM(-21.02, -11, start),
              new CoordinateXYM(-21, -11, start + 600),
              new CoordinateXYM(-20.9, -11, start + 900_000)
            });
    AnalysisResult result =
        run(
            List.of(),
            List.of(patrol(NOW.minus(Duration.ofDays(11)), NOW.minus(Duration.ofDays(1)), line)),
            List.of(hotspot("A", square(-21, -11), 1)));
    assertThat((Double) hotspot(result).get("daysSince")).isCloseTo(11, within(0.05));
    assertThat(result.diagnostics().figures()).containsEntry("tracksBrokenAtGaps", 1);
  }

  @Test
  void whatIsNoPresenceOnTheGroundIsLeftOutByReason() throws BadInputException {
    Instant start = NOW.minus(Duration.ofDays(2));
    AnalysisResult result =
        run(
            List.of(),
            List.of(
                patrol(2, -21.2, -11, -20.8, -11),
                patrol(start, start.plusSeconds(3_600), line(-24, -11, -20, -11)),
                patrol(NOW.plusSeconds(60), NOW.plusSeconds(7_200), line(-21, -11, -21.1, -11)),
                patrol(start, start.plusSeconds(7_200), line(-21, -11, -21.1, -11))
                    .withProperty("result", "CANCELLED"),
                patrol(start, start.plusSeconds(7_200), null)),
            List.of());
    assertThat(result.diagnostics().figures())
        .containsEntry("patrols", 1)
        .containsEntry(
            "patrolsDropped",
            Map.of(
                "the patrol was faster on the whole than the highest speed: an aircraft or wrong"
                    + " times",
                1L,
                "the patrol lies after today",
                1L,
                "the patrol was cancelled",
                1L,
                "the patrol has no track",
                1L));
  }

  @Test
  void withoutAnyPatrolThereIsNoAnswer() {
    assertThatThrownBy(() -> run(List.of(event(-21, -11)), List.of(), List.of()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("patrols");
  }

  @ParameterizedTest
  @ValueSource(doubles = {179.95, -179.95, 100})
  void theAntimeridianIsAPlaceLikeAnyOther(double lon) throws BadInputException {
    assertThat(shares(lon)).usingRecursiveComparison().isEqualTo(shares(0));
  }

  /** Rounded: the plane is turned by the meridian to some digits only. */
  private List<Object> shares(double lon) throws BadInputException {
    Feature patrol = patrol(3, wrap(lon - 0.2), -11.02, wrap(lon + 0.2), -10.98);
    Geometry area = Circle.of(wrap(lon), -11, 5_000, "centre").toPolygon();
    AnalysisResult result =
        run(List.of(event(wrap(lon + 0.01), -11)), List.of(patrol), List.of(hotspot("A", area, 1)));
    Map<String, Object> found = hotspot(result);
    return List.of(
        Math.round((Double) found.get("seen7Days") * 50),
        Math.round((Double) found.get("daysSince") * 100),
        found.get("visits"),
        found.get("events"),
        cells(result).size());
  }

  @Test
  void theOrderOfPatrolsAndEventsDoesNotMatter() throws BadInputException {
    Random random = new Random(SEED);
    List<Feature> patrols = new ArrayList<>();
    List<Feature> events = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      patrols.add(
          patrol(
              1 + random.nextInt(80),
              -21 + random.nextGaussian() * 0.1,
              -11 + random.nextGaussian() * 0.1,
              -21 + random.nextGaussian() * 0.1,
              -11 + random.nextGaussian() * 0.1));
      events.add(event(-21 + random.nextGaussian() * 0.1, -11 + random.nextGaussian() * 0.1));
    }
    List<Feature> hotspots = List.of(hotspot("A", square(-21, -11), 1));
    AnalysisResult once = run(events, patrols, hotspots);
    Collections.shuffle(events, random);
    AnalysisResult again = run(events, patrols, hotspots);
    assertThat(again.findings()).as("seed %d", SEED).isEqualTo(once.findings());
    Collections.shuffle(patrols, random);
    assertThat(hotspot(run(events, patrols, hotspots))).isEqualTo(hotspot(once));
    List<Feature> twice = new ArrayList<>(patrols);
    twice.addAll(patrols);
    assertThat(hotspot(run(events, twice, hotspots))).isEqualTo(hotspot(once));
  }

  @Test
  void resultsInheritTheHighestMarkOfPatrolsAndHotspots() throws BadInputException {
    Feature patrol =
        patrol(3, -21.2, -11, -20.8, -11).withMarks(Classification.CONFIDENTIAL, Set.of());
    assertThat(run(List.of(), List.of(patrol), List.of()).findings())
        .allSatisfy(
            f -> assertThat(f.properties()).containsEntry("classification", "CONFIDENTIAL"));
  }

  @Test
  void tooSmallHexagonsAreRefusedWithASizeThatWorks() {
    List<Feature> patrols = List.of(patrol(3, -21.2, -11, -19, -11), patrol(4, -21, -10, -21, -12));
    assertThatThrownBy(
            () ->
                analysis.run(
                    subject(List.of(), patrols, List.of()),
                    values(Map.of("sideM", 250)),
                    Progress.UNHEARD))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("sideM");
  }

  @Test
  void coverageIsAlsoToldForHalfAndDoubleRangeAndHexagons() throws BadInputException {
    List<Feature> patrols = List.of(patrol(3, -21.2, -11, -20.8, -11));
    List<Feature> hotspots = List.of(hotspot("A", square(-21, -11), 1));
    Map<String, Object> figures = run(List.of(), patrols, hotspots).diagnostics().figures();
    Map<String, Object> wider =
        analysis
            .run(
                subject(List.of(), patrols, hotspots),
                values(Map.of("rangeM", 4_000)),
                Progress.UNHEARD)
            .diagnostics()
            .figures();
    assertThat((Map<?, ?>) figures.get("doubleRange"))
        .extracting("neverSeenShare", "seen30DaysShare")
        .containsExactly(
            ((Map<?, ?>) wider.get("shownCoverage")).get("neverSeenShare"),
            ((Map<?, ?>) wider.get("shownCoverage")).get("seen30DaysShare"));
    assertThat(share(figures, "halfRange", "seen30DaysShare"))
        .isLessThan(share(figures, "shownCoverage", "seen30DaysShare"));
    assertThat(share(figures, "shownCoverage", "seen30DaysShare"))
        .isLessThan(share(figures, "doubleRange", "seen30DaysShare"));
    assertThat(share(figures, "halfRange", "jaccard")).isBetween(0.0, 1.0);
    assertThat(share(figures, "halfSide", "sideM")).isEqualTo(2_500);
    assertThat(share(figures, "doubleSide", "neverSeenShare")).isBetween(0.0, 1.0);
  }

  private static double share(Map<String, Object> figures, String check, String name) {
    return ((Number) ((Map<?, ?>) figures.get(check)).get(name)).doubleValue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {30, 20_000})
  void aHexagonSaysHowSurelyItsEventsLieInIt(double radius) throws BadInputException {
    AnalysisResult result =
        analysis.run(
            subject(
                List.of(known(event(-21, -11), radius)),
                List.of(patrol(3, -21.2, -11, -20.8, -11)),
                List.of()),
            values(Map.of("includeCoarse", true)),
            Progress.UNHEARD);
    double stability =
        cells(result).stream()
            .filter(c -> c.get("events").equals(1))
            .mapToDouble(c -> (Double) c.get("stability"))
            .findFirst()
            .orElseThrow();
    if (radius < 100) {
      assertThat(stability).isEqualTo(1);
    } else {
      assertThat(stability).isLessThan(0.3);
    }
    assertThat(cells(result))
        .filteredOn(c -> c.get("events").equals(0))
        .allSatisfy(c -> assertThat(c).doesNotContainKey("stability"));
  }

  private static Feature known(Feature event, double radius) {
    return new Feature(
        event.id(),
        event.layer(),
        event.geometry(),
        event.validTime(),
        event.timePrecision(),
        LocationClass.NEAR_PLACE,
        radius,
        event.classification(),
        event.compartments(),
        event.properties(),
        event.provenance(),
        event.version(),
        event.recordedAt());
  }

  private AnalysisResult run(List<Feature> events, List<Feature> patrols, List<Feature> hotspots)
      throws BadInputException {
    return analysis.run(subject(events, patrols, hotspots), values(Map.of()), Progress.UNHEARD);
  }

  private org.vigie.geodata.analysis.Parameters.Values values(Map<String, Object> given)
      throws BadInputException {
    return analysis.parameters().read(given);
  }

  private static Subject subject(
      List<Feature> events, List<Feature> patrols, List<Feature> hotspots) {
    Events.Builder builder = Events.of(LAYER);
    events.forEach(builder::add);
    return new Subject(
        builder.build(),
        Optional.empty(),
        Optional.empty(),
        NOW,
        Map.of("patrols", patrols, "hotspots", hotspots));
  }

  private static Map<String, Object> hotspot(AnalysisResult result) {
    return result.findings().stream()
        .map(AnalysisResult.Finding::properties)
        .filter(p -> "hotspot".equals(p.get("kind")))
        .findFirst()
        .orElseThrow();
  }

  private static List<Map<String, Object>> cells(AnalysisResult result) {
    return result.findings().stream()
        .map(AnalysisResult.Finding::properties)
        .filter(p -> "cell".equals(p.get("kind")))
        .toList();
  }

  private static double wrap(double lon) {
    return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
  }

  private static Geometry square(double lon, double lat) {
    return GEOMETRIES.toGeometry(new Envelope(lon - 0.02, lon + 0.02, lat - 0.02, lat + 0.02));
  }

  private static Geometry line(double... lonLat) {
    Coordinate[] line = new Coordinate[lonLat.length / 2];
    for (int i = 0; i < line.length; i++) {
      line[i] = new Coordinate(lonLat[2 * i], lonLat[2 * i + 1]);
    }
    return GEOMETRIES.createLineString(line);
  }

  private static Feature patrol(int daysAgo, double... lonLat) {
    Instant end = NOW.minus(Duration.ofDays(daysAgo));
    return patrol(end.minus(Duration.ofHours(5)), end, line(lonLat));
  }

  private static Feature patrol(Instant start, Instant end, @Nullable Geometry line) {
    return feature("patrol", line, TimeSpan.of(start, end), Map.of("result", "EXECUTED"));
  }

  private static Feature hotspot(String name, Geometry area, double perWeek) {
    return feature(
        "hotspot",
        area,
        new TimeSpan(NOW.minus(Duration.ofDays(400)), null),
        Map.of("name", name, "patrols_per_week", perWeek));
  }

  private static Feature event(double lon, double lat) {
    return feature(
        "incident",
        GEOMETRIES.createPoint(new Coordinate(lon, lat)),
        TimeSpan.of(NOW.minus(Duration.ofDays(20)), NOW.minus(Duration.ofDays(19))),
        Map.of("type", "BATTLES"));
  }

  private static Feature feature(
      String layer, @Nullable Geometry geometry, TimeSpan time, Map<String, Object> properties) {
    return new Feature(
        new FeatureId(
            UUID.nameUUIDFromBytes(
                (layer + geometry + time + properties)
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8))),
        layer,
        geometry,
        time,
        null,
        LocationClass.GPS,
        30.0,
        Classification.UNCLASSIFIED,
        Set.of(),
        properties,
        Provenance.own(),
        0,
        null);
  }
}
