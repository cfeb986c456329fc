package org.vigie.geodata.analysis.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Grid;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;

class DensitySurfaceTest {

  private static final long SEED = Long.getLong("vigie.seed", 20261121);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

  private final DensitySurface analysis = new DensitySurface();

  @Test
  void onePlaceIsAGaussianWhoseContoursAreDiscsOfTheClosedForm() throws BadInputException {
    AnalysisResult result =
        run(List.of(event(20, 5, null)), Map.of("bandwidthM", 10_000, "cellM", 1_000));
    Grid density = result.grids().get(0);
    assertThat(greatest(density)).isCloseTo(1 / (2 * Math.PI * 100), withinPercentage(0.3));
    assertThat(result.findings()).hasSize(3);
    double[] shares = {0.5, 0.75, 0.95};
    for (int i = 0; i < 3; i++) {
      // The disc that holds a share p of a Gaussian has the area -2πh² ln(1 - p).
      double area = -2 * Math.PI * 100 * Math.log(1 - shares[i]);
      assertThat((Double) result.findings().get(i).properties().get("areaKm2"))
          .isCloseTo(area, withinPercentage(4));
      assertThat(result.findings().get(i).properties()).containsEntry("count", 1L);
    }
    assertThat(result.diagnostics().figures()).doesNotContainKey("massOutsideShare");
  }

  @Test
  void contoursLieInEachOtherAndHoldTheMassTheyName() throws BadInputException {
    AnalysisResult result = run(towns(20, 5, 300, 3_000.0), Map.of("draws", 9));
    List<AnalysisResult.Finding> contours = result.findings();
    assertThat(contours)
        .extracting(f -> f.properties().get("percent"))
        .containsExactly(50L, 75L, 95L);
    assertThat(contours)
        .allSatisfy(
            f -> {
              assertThat(f.geometry().isValid()).isTrue();
              assertThat(f.properties()).containsEntry("definition", "mass");
              assertThat((Double) f.properties().get("stability")).isBetween(0.5, 1.0);
            });
    assertThat(contours.get(1).geometry().buffer(1e-9).covers(contours.get(0).geometry())).isTrue();
    assertThat(contours.get(2).geometry().buffer(1e-9).covers(contours.get(1).geometry())).isTrue();
    Grid density = result.grids().get(0);
    double all = 0;
    double half = 0;
    Geometry area = contours.get(0).geometry();
    for (int row = 0; row < density.rows(); row++) {
      for (int column = 0; column < density.columns(); column++) {
        double lon = density.west() + (column + 0.5) * density.degreesPerColumn();
        double lat = density.north() - (row + 0.5) * density.degreesPerRow();
        double mass = density.value(row, column) * Math.cos(Math.toRadians(lat));
        all += mass;
        half += area.covers(GEOMETRIES.createPoint(new Coordinate(lon, lat))) ? mass : 0;
      }
    }
    assertThat(half / all).isBetween(0.5, 0.51);
    assertThat(result.grids()).extracting(Grid::name).containsExactly("density", "stability");
    assertThat(result.diagnostics().figures())
        .containsKeys("halfBandwidth", "doubleBandwidth", "halfCell", "doubleCell", "peakPerKm2");
  }

  @ParameterizedTest
  @CsvSource({"179.9, -17", "40, 89.7", "-30, -89.95"})
  void theAntimeridianAndThePolesAreNoBorders(double lon, double lat) throws BadInputException {
    Map<String, Object> values = Map.of("bandwidthM", 15_000, "draws", 5, "cellM", 3_000);
    AnalysisResult here = run(towns(lon, lat, 200, 1_000.0), values);
    for (int i = 0; i < 3; i++) {
      AnalysisResult.Finding contour = here.findings().get(i);
      assertThat(contour.geometry().isValid()).isTrue();
      assertThat(contour.geometry().getEnvelopeInternal().getMaxX()).isLessThanOrEqualTo(180);
      assertThat(contour.geometry().getEnvelopeInternal().getMinX()).isGreaterThanOrEqualTo(-180);
    }
    assertThat((Long) here.findings().get(2).properties().get("count")).isGreaterThan(180);
    assertThat((Double) here.diagnostics().figures().get("massOnMap")).isCloseTo(200, within(1.0));
  }

  @Test
  void shiftingAllEventsInLongitudeShiftsTheSurface() throws BadInputException {
    Map<String, Object> values = Map.of("bandwidthM", 15_000, "draws", 0);
    AnalysisResult here = run(towns(20, 5, 200, null), values);
    AnalysisResult there = run(towns(179.95, 5, 200, null), values);
    for (int i = 0; i < 3; i++) {
      assertThat((Double) there.findings().get(i).properties().get("areaKm2"))
          .isCloseTo(
              (Double) here.findings().get(i).properties().get("areaKm2"), withinPercentage(0.5));
    }
    assertThat(greatest(there.grids().get(0)))
        .isCloseTo(greatest(here.grids().get(0)), withinPercentage(0.5));
  }

  @Test
  void doublingEveryEventDoublesTheDensityAndKeepsTheContours() throws BadInputException {
    List<Feature> once = towns(20, 5, 150, null);
    List<Feature> twice = new ArrayList<>(once);
    once.forEach(e -> twice.add(e.withId(new FeatureId(UUID.randomUUID()))));
    AnalysisResult one = run(once, Map.of());
    AnalysisResult two = run(twice, Map.of());
    assertThat(greatest(two.grids().get(0)))
        .isCloseTo(2 * greatest(one.grids().get(0)), withinPercentage(1e-4));
    for (int i = 0; i < 3; i++) {
      assertThat((Double) two.findings().get(i).properties().get("areaKm2"))
          .isCloseTo(
              (Double) one.findings().get(i).properties().get("areaKm2"), withinPercentage(1e-6));
    }
    assertThat((Double) two.diagnostics().parameters().get("bandwidthM"))
        .isCloseTo(
            (Double) one.diagnostics().parameters().get("bandwidthM"), withinPercentage(1e-6));
  }

  @Test
  void theOrderOfTheEventsDoesNotMatterToTheLastBit() throws BadInputException {
    List<Feature> events = towns(20, 5, 200, 2_000.0);
    AnalysisResult one = run(events, Map.of("draws", 7));
    Collections.shuffle(events, new Random(SEED));
    AnalysisResult other = run(events, Map.of("draws", 7));
    assertThat(other.findings()).isEqualTo(one.findings());
    assertThat(other.diagnostics()).isEqualTo(one.diagnostics());
    Grid a = one.grids().get(0);
    Grid b = other.grids().get(0);
    for (int row = 0; row < a.rows(); row++) {
      for (int column = 0; column < a.columns(); column++) {
        assertThat(b.value(row, column)).isEqualTo(a.value(row, column));
      }
    }
  }

  @Test
  void theBandwidthIsNeverBelowTheMedianUncertaintyOfThePlaces() throws BadInputException {
    List<Feature> piled = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      piled.add(event(20 + i % 4 * 0.001, 5, 25_000.0));
    }
    AnalysisResult result = run(piled, Map.of("rule", "lcv", "draws", 0));
    assertThat(result.diagnostics().parameters()).containsEntry("bandwidthM", 25_000.0);
    assertThat(result.diagnostics().reasons().get("bandwidthM")).contains("median uncertainty");
    AnalysisResult finer = run(piled, Map.of("bandwidthM", 5_000, "draws", 0));
    assertThat(finer.diagnostics().caveats()).anyMatch(c -> c.contains("is not real"));
  }

  @Test
  void withAStudyAreaTheEdgeIsCorrectedAndTheLostMassIsTold() throws BadInputException {
    // Even density over a square: without correction it falls to a quarter in the corner.
    List<Feature> even = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < 40; j++) {
        even.add(event(20 + (i + 0.5) / 40, 5 + (j + 0.5) / 40, null));
      }
    }
    Geometry area = GEOMETRIES.toGeometry(new Envelope(20, 21, 5, 6));
    double expected = 1600 / (Geodesy.areaSquareMetres(area) / 1e6);
    for (String edge : List.of("none", "uniform", "diggle", "auto")) {
      AnalysisResult result =
          run(even, area, Map.of("bandwidthM", 8_000, "edge", edge, "cellM", 2_000));
      Grid density = result.grids().get(0);
      double corner = density.value(0, 0);
      double share = (Double) result.diagnostics().figures().get("massOutsideShare");
      assertThat(share).isBetween(0.08, 0.14);
      if (edge.equals("none")) {
        assertThat(corner).isLessThan(0.4 * expected);
      } else if (edge.equals("uniform")) {
        assertThat(corner).isCloseTo(expected, withinPercentage(2));
      } else {
        assertThat((Double) result.diagnostics().figures().get("massOnMap"))
            .isCloseTo(1600, withinPercentage(0.1));
      }
      assertThat(result.findings())
          .allSatisfy(f -> assertThat(area.buffer(1e-9).covers(f.geometry())).isTrue());
    }
  }

  @Test
  void thePeriodIsStatedWithTheUnit() throws BadInputException {
    Events.Builder events = Events.of(LayerFiles.read().get("incident"));
    towns(20, 5, 40, null).forEach(events::add);
    Subject subject =
        new Subject(
            events.build(),
            Optional.empty(),
            Optional.of(new TimeSpan(DAY, DAY.plusSeconds(90 * 86_400))),
            DAY.plusSeconds(365 * 86_400),
            Map.of());
    AnalysisResult result =
        analysis.run(subject, analysis.parameters().standard(), Progress.UNHEARD);
    assertThat(result.grids().get(0).unit()).isEqualTo("events/km2 in 90 days");
    assertThat(result.findings().get(0).properties()).containsEntry("periodDays", 90L);
  }

  @Test
  void whatCannotBeAnsweredIsRefusedWithTheReason() {
    refused(List.of(), Map.of(), "inputs");
    refused(List.of(event(20, 5, null)), Map.of(), "bandwidthM");
    refused(
        List.of(event(20, 5, null), event(20, 5, null), event(20, 5, null)),
        Map.of(),
        "bandwidthM");
    refused(towns(20, 5, 50, null), Map.of("bandwidthM", 5_000, "cellM", 20), "cellM");
    refused(towns(20, 5, 50, null), Map.of("bandwidthM", 500, "cellM", 2_000), "cellM");
    refused(
        List.of(event(-60, -40, null), event(60, 40, null)),
        Map.of("bandwidthM", 500),
        "bandwidthM");
  }

  @Test
  void degenerateSelectionsGiveAClearAnswer() throws BadInputException {
    List<Feature> line = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      line.add(event(20 + i * 0.05, 5, 1_000.0));
    }
    for (String rule : List.of("lcv", "mse", "cvl", "scott", "arcgis")) {
      assertThat(run(line, Map.of("rule", rule, "draws", 3)).findings()).hasSize(3);
    }
    List<Feature> same = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      same.add(event(20, 5, 1_000.0));
    }
    AnalysisResult result = run(same, Map.of("draws", 3));
    assertThat(result.findings()).hasSize(3);
    assertThat(result.diagnostics().parameters()).containsEntry("bandwidthM", 1_000.0);
    assertThat(run(same, Map.of("draws", 3, "kernel", "quartic", "edge", "uniform")).findings())
        .isNotEmpty();
  }

  @Test
  void whoStopsTheWorkStopsIt() {
    Events.Builder events = Events.of(LayerFiles.read().get("incident"));
    towns(20, 5, 200, 2_000.0).forEach(events::add);
    Subject subject = Subject.of(events.build(), DAY);
    assertThatThrownBy(
            () ->
                analysis.run(
                    subject,
                    analysis.parameters().standard(),
                    (share, doing) -> {
                      if (share > 0.6) {
                        throw new CancellationException();
                      }
                    }))
        .isInstanceOf(CancellationException.class);
  }

  private void refused(List<Feature> features, Map<String, Object> values, String field) {
    assertThatThrownBy(() -> run(features, values))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e -> assertThat(e.faults()).extracting(f -> f.field()).containsExactly(field));
  }

  private AnalysisResult run(List<Feature> features, Map<String, Object> values)
      throws BadInputException {
    return run(features, null, values);
  }

  private AnalysisResult run(
      List<Feature> features, @Nullable Geometry area, Map<String, Object> values)
      throws BadInputException {
    Events.Builder events = Events.of(LayerFiles.read().get("incident"));
    features.forEach(events::add);
    return analysis.run(
        new Subject(events.build(), Optional.ofNullable(area), Optional.empty(), DAY, Map.of()),
        analysis.parameters().read(values),
        Progress.UNHEARD);
  }

  private static double greatest(Grid grid) {
    double greatest = 0;
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        greatest = Math.max(greatest, grid.value(row, column));
      }
    }
    return greatest;
  }

  /** Three towns some 40 km about a place, the same shape wherever it is. */
  private static List<Feature> towns(double lon, double lat, int n, @Nullable Double radius) {
    Random random = new Random(SEED);
    List<Feature> events = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Coordinate town = Geodesy.destination(lon, lat, i % 3 * 120, 40_000);
      Coordinate place =
          Geodesy.destination(
              town.x, town.y, random.nextDouble() * 360, 12_000 * random.nextDouble());
      events.add(event(place.x, place.y, radius));
    }
    return events;
  }

  private static Feature event(double lon, double lat, @Nullable Double radius) {
    return new Feature(
        FeatureId.random(),
        "incident",
        GEOMETRIES.createPoint(new Coordinate(lon, lat)),
        TimeSpan.of(DAY, DAY.plusSeconds(86_400)),
        null,
        radius == null ? null : LocationClass.VILLAGE,
        radius,
        Classification.UNCLASSIFIED,
        Set.of(),
        Map.of("type", "BATTLES"),
        Provenance.own(),
        0,
        null);
  }
}
