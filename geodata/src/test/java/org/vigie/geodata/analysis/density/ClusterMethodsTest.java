package org.vigie.geodata.analysis.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
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
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;

/** What every method of {@link ClusterDensity} promises, and what each has of its own. */
class ClusterMethodsTest {

  private static final Layer LAYER = LayerFiles.read().get("incident");

  private final ClusterDensity analysis = new ClusterDensity();

  @ParameterizedTest
  @EnumSource
  void twoTownsAreTwoClustersThatStandWhenEventsAreMoved(Method method) throws Exception {
    AnalysisResult result = run(towns(20, 5, 500), values(method));
    assertThat(result.findings()).hasSize(2);
    // The sides of a valley follow single events, so that its ends move.
    double firm = method == Method.OPTICS ? 0.6 : 0.9;
    for (AnalysisResult.Finding town : result.findings()) {
      assertThat((Double) town.properties().get("stability")).isGreaterThan(0.9);
      assertThat((Double) town.properties().get("similarity")).isBetween(firm, 1.0);
      assertThat((Double) town.properties().get("shareInJitter")).isGreaterThan(firm);
      assertThat((Double) town.properties().get("persistence")).isEqualTo(1);
      assertThat((Double) town.properties().get("inside")).isEqualTo(1);
      assertThat((Double) town.properties().get("areaKm2")).isPositive();
    }
    assertThat(result.diagnostics().method()).startsWith(method.name());
    assertThat((List<?>) result.diagnostics().figures().get("scaleCheck")).hasSize(2);
    assertThat(table(result, "k-distance").rows()).isNotEmpty();
    assertThat(table(result, "points").rows()).hasSize(61);
    if (method != Method.HDBSCAN) {
      assertThat(table(result, "points").rows().get(60).get(3)).isEqualTo(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameEventsInAnyOrderGiveTheSameBytes(Method method) throws Exception {
    List<Feature> features = towns(20, 5, 2_000);
    String expected = run(features, values(method)).toString();
    long seed = Long.getLong("vigie.seed", System.nanoTime());
    Collections.shuffle(features, new Random(seed));
    assertThat(run(features, values(method)).toString()).as("seed %d", seed).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void theAntimeridianIsNoBorder(Method method) throws Exception {
    Map<String, Object> values = values(method);
    values.put("draws", 0);
    List<Object> here = counts(run(towns(20, 5, 0), values));
    assertThat(counts(run(towns(179.98, 5, 0), values))).isEqualTo(here);
    AnalysisResult polar = run(around(89.999), values);
    assertThat(polar.findings()).allSatisfy(f -> assertThat(f.geometry().isValid()).isTrue());
    assertThat(polar.diagnostics().used()).isEqualTo(20);
  }

  @ParameterizedTest
  @EnumSource
  void nothingOneAndManyAtOnePlaceAreAnswered(Method method) throws Exception {
    for (int n : new int[] {0, 1, 2, 40}) {
      List<Feature> features = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        features.add(event(18.55, 4.36, 300.0, "2024-01-01"));
      }
      Map<String, Object> values = values(method);
      values.remove("epsM");
      values.put("allowSingleCluster", true);
      AnalysisResult result = run(features, values);
      assertThat(result.findings()).hasSize(n == 40 ? 1 : 0);
      assertThat(result.toString()).doesNotContain("NaN").doesNotContain("Infinity");
      for (AnalysisResult.Finding finding : result.findings()) {
        assertThat((Double) finding.properties().get("areaKm2")).isPositive();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void workThatNobodyWaitsForStops(Method method) {
    Progress stopping =
        (share, doing) -> {
          if (doing.equals("moving events")) {
            throw new CancellationException();
          }
        };
    assertThatThrownBy(
            () ->
                analysis.run(
                    Subject.of(events(towns(20, 5, 500)), Instant.EPOCH),
                    analysis.parameters().read(values(method)),
                    stopping))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aDistanceLeftOpenIsTheKneeAndSaysSo() throws Exception {
    Map<String, Object> values = values(Method.DBSCAN);
    values.remove("epsM");
    AnalysisResult result = run(towns(20, 5, 500), values);
    assertThat(result.diagnostics().parameters().get("epsM"))
        .isEqualTo(result.diagnostics().figures().get("suggestedEpsM"));
    assertThat(result.diagnostics().reasons().get("epsM")).startsWith("knee of the curve");
    assertThat(run(towns(20, 5, 500), values(Method.DBSCAN)).diagnostics().reasons()).isEmpty();
    AnalysisResult few = run(List.of(event(20, 5, 500.0, "2024-01-01")), values);
    assertThat(few.diagnostics().parameters()).containsEntry("epsM", 5_000.0);
    assertThat(few.diagnostics().reasons().get("epsM")).contains("no knee");
  }

  @Test
  void theToleranceIsTheMedianUncertaintyAndSaysSo() throws Exception {
    AnalysisResult result = run(towns(20, 5, 700), values(Method.HDBSCAN));
    assertThat(result.diagnostics().parameters()).containsEntry("toleranceM", 700.0);
    assertThat(result.diagnostics().reasons().get("toleranceM")).startsWith("median uncertainty");
    assertThat(result.findings().get(0).properties())
        .containsKeys("excessOfMass", "membership", "reachM")
        .doesNotContainKeys("core", "border");
    Object membership = table(result, "points").rows().get(0).get(7);
    assertThat((Double) membership).isBetween(0.0, 1.0);
  }

  @Test
  void whereNoPlaceIsUncertainStabilityIsLeftOutAndThatIsSaid() throws Exception {
    AnalysisResult result = run(towns(20, 5, 0), values(Method.DBSCAN));
    assertThat(result.findings().get(0).properties()).doesNotContainKey("stability");
    assertThat(result.diagnostics().caveats())
        .anySatisfy(c -> assertThat(c).contains("no event states how well its place is known"));
  }

  @Test
  void aClusterThatRestsOnDigitsIsSaidToDissolve() throws Exception {
    Map<String, Object> values = values(Method.DBSCAN);
    values.put("epsM", 800);
    AnalysisResult result = run(towns(20, 5, 20_000), values);
    assertThat((Double) result.findings().get(0).properties().get("stability")).isLessThan(0.5);
    assertThat(result.diagnostics().caveats().get(1)).contains("2 of 2 clusters dissolve");
  }

  @Test
  void eventsWithoutATimeAreLeftOutOfClustersInTimeAndCounted() throws Exception {
    List<Feature> features = towns(20, 5, 500);
    features.add(event(20, 5, 500.0, null));
    AnalysisResult result = run(features, values(Method.STDBSCAN));
    assertThat(result.diagnostics().used()).isEqualTo(61);
    assertThat(result.diagnostics().dropped())
        .anySatisfy(d -> assertThat(d.reason()).isEqualTo("the time is not known"));
    Map<String, Object> values = values(Method.STDBSCAN);
    values.put("epsDays", 0.5);
    values.put("minPts", 6);
    assertThat(run(features, values).findings()).isEmpty();
  }

  @Test
  void thePlotOfOpticsHasARowForEachEvent() throws Exception {
    AnalysisResult result = run(towns(20, 5, 500), values(Method.OPTICS));
    Table plot = table(result, "reachability");
    assertThat(plot.rows()).hasSize(61);
    assertThat(plot.rows().get(0).get(1)).isEqualTo("");
    Map<String, Object> cut = values(Method.OPTICS);
    cut.put("xi", 0);
    AnalysisResult dbscan = run(towns(20, 5, 500), values(Method.DBSCAN));
    assertThat(counts(run(towns(20, 5, 500), cut))).isEqualTo(counts(dbscan));
  }

  @Test
  void persistenceIsTheShareOfMonthsWithAnEvent() throws Exception {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      features.add(event(20 + i * 0.001, 5, null, i < 6 ? "2024-01-10" : "2024-03-10"));
    }
    features.add(event(25, 9, null, "2024-12-31"));
    AnalysisResult result = run(features, values(Method.DBSCAN));
    assertThat((Double) result.findings().get(0).properties().get("persistence"))
        .isCloseTo(2 / 12.0, within(1e-12));
  }

  private static List<Object> counts(AnalysisResult result) {
    return result.findings().stream().map(f -> f.properties().get("count")).toList();
  }

  private static Table table(AnalysisResult result, String name) {
    return result.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private static Map<String, Object> values(Method method) {
    Map<String, Object> values = new HashMap<>();
    values.put("method", method.word());
    values.put("minPts", 4);
    values.put("minClusterSize", 20);
    values.put("draws", 19);
    if (method.hasEps()) {
      values.put("epsM", method == Method.OPTICS ? 6_000 : 4_000);
    }
    return values;
  }

  /** Two towns of thirty events 55 km apart, and one event between. */
  private static List<Feature> towns(double lon, double lat, double radius) {
    Random random = new Random(3);
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double east = lon + (i < 30 ? 0 : 0.5) + random.nextGaussian() * 0.008;
      features.add(
          event(
              east > 180 ? east - 360 : east,
              lat + random.nextGaussian() * 0.008,
              radius,
              "2024-01-0" + (1 + i % 9)));
    }
    features.add(event(lon + 0.25 > 180 ? lon - 359.75 : lon + 0.25, lat, radius, "2024-01-05"));
    return features;
  }

  private static List<Feature> around(double lat) {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      features.add(event(i * 18 - 180, lat, 100.0, "2024-01-01"));
    }
    return features;
  }

  private AnalysisResult run(List<Feature> features, Map<String, Object> values)
      throws BadInputException {
    return analysis.run(
        Subject.of(events(features), Instant.EPOCH),
        analysis.parameters().read(values),
        Progress.UNHEARD);
  }

  private static Events events(List<Feature> features) {
    Events.Builder events = Events.of(LAYER);
    features.forEach(events::add);
    return events.build();
  }

  private static Feature event(
      double lon, double lat, @Nullable Double radius, @Nullable String day) {
    long number = Double.doubleToLongBits(lon) * 31 + Double.doubleToLongBits(lat);
    Instant start = day == null ? null : Instant.parse(day + "T00:00:00Z");
    return new Feature(
        new FeatureId(
            lon == 18.55 ? UUID.randomUUID() : new UUID(number, day == null ? 0 : day.hashCode())),
        "incident",
        new GeometryFactory().createPoint(new Coordinate(lon, lat)),
        start == null ? null : TimeSpan.of(start, start.plusSeconds(86_400)),
        null,
        null,
        radius,
        Classification.UNCLASSIFIED,
        Set.of(),
        Map.of("type", "BATTLES"),
        Provenance.own(),
        1,
        null);
  }
}
