package org.vigie.geodata.analysis.risk;

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
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.analysis.Table;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;

class RiskForecastTest {

  private static final long SEED = Long.getLong("vigie.seed", 20_261_121);
  private static final Layer LAYER = LayerFiles.read().get("incident");
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");
  private static final Map<String, Object> QUICK = Map.of("origins", 24, "draws", 5);

  private final RiskForecast analysis = new RiskForecast();

  @Test
  void theTownWhereItHappensAgainAndAgainIsFirst() throws BadInputException {
    AnalysisResult result = run(town(0), QUICK);
    AnalysisResult.Finding first = result.findings().get(0);
    assertThat(first.geometry().contains(GEOMETRIES.createPoint(new Coordinate(20.3, 6.2))))
        .isTrue();
    assertThat(first.properties())
        .containsEntry("rank", 1)
        .containsEntry("topPercent", "1")
        .containsEntry("stability", 1.0);
    assertThat((Double) first.properties().get("pAtLeastOne")).isBetween(0.9, 1.0);
    assertThat((Double) first.properties().get("expected")).isPositive();
    Table skill = result.tables().get(0);
    assertThat(skill.rows()).hasSize(24);
    assertThat(skill.rows()).allSatisfy(row -> assertThat((Double) row.get(4)).isBetween(0.0, 1.0));
    assertThat(result.diagnostics().figures())
        .containsKeys("areaKm2", "studyArea", "mixtureWeights", "selfExciting", "jaccardHalfCell");
  }

  @Test
  void whereNothingRepeatsNoModelWinsAndThatIsSaidFirst() throws BadInputException {
    AnalysisResult result = run(scattered(500), QUICK);
    assertThat(result.diagnostics().caveats().get(0))
        .as("seed %d", SEED)
        .startsWith("No model was better than the simple counts");
    assertThat(result.findings())
        .allSatisfy(
            f -> assertThat(Models.isSimple((String) f.properties().get("model"))).isTrue());
    assertThat(result.tables().get(0).rows()).noneMatch(row -> "better".equals(row.get(11)));
  }

  @Test
  void theOrderOfEventsDoesNotMatter() throws BadInputException {
    List<Feature> events = town(0);
    AnalysisResult once = run(events, QUICK);
    Collections.shuffle(events, new Random(SEED));
    AnalysisResult again = run(events, QUICK);
    assertThat(again.findings()).isEqualTo(once.findings());
    assertThat(again.tables()).isEqualTo(once.tables());
    assertThat(again.diagnostics()).isEqualTo(once.diagnostics());
  }

  @Test
  void theAntimeridianIsAPlaceLikeAnyOther() throws BadInputException {
    List<Table> here = run(town(0), QUICK).tables();
    List<Table> there = run(town(159.7), QUICK).tables();
    for (int row = 0; row < 8; row++) {
      assertThat(there.get(0).rows().get(row)).isEqualTo(here.get(0).rows().get(row));
    }
    assertThat(run(town(159.7), QUICK).findings().get(0).properties().get("eventsAll"))
        .isEqualTo(run(town(0), QUICK).findings().get(0).properties().get("eventsAll"));
  }

  @Test
  void noModelKnowsTheFuture() {
    SquareCells cells = SelfExcitingTest.rectangle(20, 20, 10_000);
    Random random = new Random(SEED);
    int n = 400;
    double[] x = random.doubles(n, 0, 200_000).toArray();
    double[] y = random.doubles(n, 0, 200_000).toArray();
    double[] day = random.doubles(n, 10_000, 12_000).map(Math::floor).toArray();
    double[] otherX = x.clone();
    for (int i = 0; i < n; i++) {
      otherX[i] = day[i] >= 11_500 ? 200_000 - x[i] - 1e-6 : x[i];
    }
    Models one = models(new Past(cells, x, y, day));
    Models other = models(new Past(cells, otherX, y, day));
    List<RiskModel> ones = one.list(one.selfExciting(), one.mixture());
    List<RiskModel> others = other.list(other.selfExciting(), other.mixture());
    for (int m = 0; m < ones.size(); m++) {
      assertThat(others.get(m).scores(11_500))
          .as("%s, seed %d", ones.get(m).name(), SEED)
          .containsExactly(ones.get(m).scores(11_500), org.assertj.core.data.Offset.offset(1e-12));
      assertThat(others.get(m).scores(11_900)).isNotEqualTo(ones.get(m).scores(11_900));
    }
  }

  @Test
  void aFitOfAnEarlyDayDoesNotDependOnTheDaysAskedForBefore() {
    SquareCells cells = SelfExcitingTest.rectangle(20, 20, 10_000);
    Random random = new Random(SEED);
    Past past =
        new Past(
            cells,
            random.doubles(200, 0, 200_000).toArray(),
            random.doubles(200, 0, 200_000).toArray(),
            random.doubles(200, 10_230, 10_580).map(Math::floor).toArray());
    SelfExcitingModel fresh = models(past).selfExciting();
    SelfExcitingModel asked = models(past).selfExciting();
    asked.fit(10_580);
    assertThat(asked.fit(10_300)).as("seed %d", SEED).isEqualTo(fresh.fit(10_300));
    assertThat(asked.fit(10_300)).isNotEqualTo(asked.fit(10_580));
  }

  @Test
  void weightsOfTheMixtureAddUpToOneAndFavourWhatToldThePast() {
    SquareCells cells = SelfExcitingTest.rectangle(20, 20, 10_000);
    Random random = new Random(SEED);
    int n = 2_000;
    double[] x = new double[n];
    double[] y = new double[n];
    double[] day = new double[n];
    for (int i = 0; i < n; i++) {
      day[i] = 10_000 + i;
      // always in the same ten squares
      x[i] = 5_000 + 10_000 * random.nextInt(10);
      y[i] = 55_000;
    }
    Models models = models(new Past(cells, x, y, day));
    double[] weights = models.mixture().weights(11_900);
    assertThat(java.util.Arrays.stream(weights).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
    assertThat(weights[2] + weights[3] + weights[4]).as("long memory").isGreaterThan(0.6);
    assertThat(weights[7]).as("even chance").isLessThan(0.02);
  }

  @Test
  void probabilitiesAreThoseThatCameTrueAndRise() {
    AtLeastOne chance = new AtLeastOne();
    assertThat(chance.relation().probability(0.5)).isCloseTo(1 - Math.exp(-0.5), within(0.01));
    double[] expected = new double[2_000];
    int[] counts = new int[2_000];
    for (int i = 0; i < 2_000; i++) {
      expected[i] = i < 1_000 ? 0.02 : i < 1_900 ? 0.2 : 5;
      counts[i] = i < 1_900 ? (i % 20 == 0 ? 3 : 0) : 1;
    }
    chance.learn(expected, counts);
    AtLeastOne.Relation relation = chance.relation();
    assertThat(relation.probability(0.02)).isCloseTo(0.05, within(0.02));
    assertThat(relation.probability(0.2)).isCloseTo(0.05, within(0.02));
    assertThat(relation.probability(5)).isGreaterThan(0.95);
    double before = 0;
    for (double m = 1e-9; m < 1e4; m *= 1.3) {
      assertThat(relation.probability(m)).isBetween(before, 1.0);
      before = relation.probability(m);
    }
  }

  @Test
  void aDelayIsSeenInWhatEarlierForecastsKnew() throws BadInputException {
    List<List<Object>> without = run(town(0), QUICK).tables().get(0).rows();
    List<List<Object>> with =
        run(town(0), Map.of("origins", 24, "draws", 0, "delayDays", 90)).tables().get(0).rows();
    assertThat(with).isNotEqualTo(without);
  }

  @Test
  void theEndOfTheSelectedDatesIsTodayWhenItIsEarlier() throws BadInputException {
    Instant end = NOW.minus(Duration.ofDays(100));
    AnalysisResult result =
        analysis.run(
            new Subject(
                events(town(0)),
                Optional.empty(),
                Optional.of(new TimeSpan(null, end)),
                NOW,
                Map.of()),
            analysis.parameters().read(QUICK),
            Progress.UNHEARD);
    assertThat(result.diagnostics().figures()).containsEntry("today", "2025-09-23");
    assertThat(result.diagnostics().dropped())
        .anySatisfy(d -> assertThat(d.reason()).contains("before today"));
  }

  @Test
  void theAreaOfTheSelectionDecidesHowManySquaresThereAre() throws BadInputException {
    Geometry area = GEOMETRIES.toGeometry(new Envelope(17, 25, 2, 10));
    AnalysisResult wide =
        analysis.run(
            new Subject(events(town(0)), Optional.of(area), Optional.empty(), NOW, Map.of()),
            analysis.parameters().read(QUICK),
            Progress.UNHEARD);
    AnalysisResult narrow = run(town(0), QUICK);
    assertThat((Integer) wide.diagnostics().figures().get("cells"))
        .isGreaterThan(2 * (Integer) narrow.diagnostics().figures().get("cells"));
  }

  @Test
  void tooLittleIsRefusedWithTheReason() {
    refused(scattered(20), Map.of(), "too few");
    refused(List.of(), Map.of(), "too few");
    List<Feature> oneDay = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      oneDay.add(event(i, 20 + i * 0.03, 6 + i % 10 * 0.3, 40));
    }
    refused(oneDay, Map.of(), "origins");
    refused(scattered(300), Map.of("cellM", 500), "cellM");
    refused(scattered(300), Map.of("cellM", 200_000), "cellM");
    List<Feature> onePlace = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      onePlace.add(event(i, 20, 6, 1 + i * 6));
    }
    refused(onePlace, Map.of(), "squares are too few");
  }

  @Test
  void whatNobodyWaitsForStops() {
    assertThatThrownBy(
            () ->
                analysis.run(
                    Subject.of(events(town(0)), NOW),
                    analysis.parameters().read(QUICK),
                    (share, doing) -> {
                      throw new CancellationException();
                    }))
        .isInstanceOf(CancellationException.class);
  }

  private void refused(List<Feature> features, Map<String, Object> given, String why) {
    assertThatThrownBy(() -> run(features, given))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(why);
  }

  private static Models models(Past past) {
    return new Models(past, 5_000, 60, 30, 0, 1_000, Progress.UNHEARD);
  }

  private AnalysisResult run(List<Feature> features, Map<String, Object> given)
      throws BadInputException {
    return analysis.run(
        Subject.of(events(features), NOW), analysis.parameters().read(given), Progress.UNHEARD);
  }

  private static Events events(List<Feature> features) {
    Events.Builder builder = Events.of(LAYER);
    features.forEach(builder::add);
    return builder.build();
  }

  /** Five years of events anywhere. */
  private static List<Feature> scattered(int n) {
    Random random = new Random(SEED);
    List<Feature> events = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      events.add(
          event(
              i,
              19 + 3 * random.nextDouble(),
              4.5 + 3 * random.nextDouble(),
              1 + random.nextInt(1_825)));
    }
    return events;
  }

  /** The same, and one in three at a town. */
  private static List<Feature> town(double east) {
    Random random = new Random(SEED);
    List<Feature> events = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      boolean atTown = i % 3 == 0;
      double lon = atTown ? 20.3 : 19 + 3 * random.nextDouble();
      double lat = atTown ? 6.2 : 4.5 + 3 * random.nextDouble();
      double turned = lon + east > 180 ? lon + east - 360 : lon + east;
      events.add(event(i, turned, lat, 1 + random.nextInt(1_825)));
    }
    return events;
  }

  private static Feature event(int number, double lon, double lat, int daysAgo) {
    Instant start = NOW.minus(Duration.ofDays(daysAgo));
    return new Feature(
        new FeatureId(new UUID(7, number)),
        "incident",
        GEOMETRIES.createPoint(new Coordinate(lon, lat)),
        TimeSpan.of(start, start.plusSeconds(3_600)),
        null,
        LocationClass.GPS,
        500.0,
        Classification.UNCLASSIFIED,
        Set.of(),
        Map.of("type", "BATTLES"),
        Provenance.own(),
        0,
        null);
  }
}
