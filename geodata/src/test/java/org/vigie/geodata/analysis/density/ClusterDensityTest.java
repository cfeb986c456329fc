package org.vigie.geodata.analysis.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.Analyses;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Diagnostics;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;

class ClusterDensityTest {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static final Layer LAYER = LayerFiles.read().get("incident");

  private final ClusterDensity analysis = new ClusterDensity();

  @Test
  void twoTownsAndALonelyEventGiveTwoClustersWithTheirFigures() throws BadInputException {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      features.add(event(20 + i * 0.01, 5, "BATTLES", 2L, "2024-01-0" + (i + 1)));
    }
    for (int i = 0; i < 4; i++) {
      features.add(event(21, 5 + i * 0.01, i == 0 ? "RIOTS" : "PROTESTS", null, "2024-02-01"));
    }
    features.add(event(25, 9, "RIOTS", 1L, "2024-03-01"));
    AnalysisResult result = run(features, Map.of("epsM", 1200, "minPts", 3, "hull", "concave"));
    assertThat(result.findings()).hasSize(2);
    Map<String, Object> first = result.findings().get(0).properties();
    assertThat(first)
        .containsEntry("cluster", 1)
        .containsEntry("count", 6)
        .containsEntry("share", 6 / 11.0)
        .containsEntry("core", 4L)
        .containsEntry("border", 2L)
        .containsEntry("places", 6)
        .containsEntry("inside", 1.0)
        .containsEntry("first", Instant.parse("2024-01-01T00:00:00Z"))
        .containsEntry("last", Instant.parse("2024-01-06T00:00:00Z"))
        .containsEntry("groups", Map.of("BATTLES", 6L))
        .containsEntry("sums", Map.of("killed_best", 12.0))
        .containsEntry("widenedByM", 250.0);
    // A line of 0.05 degrees widened by 250 m on all sides.
    double length = Geodesy.distanceMetres(20, 5, 20.05, 5);
    assertThat((Double) first.get("areaKm2"))
        .isCloseTo((length * 500 + Math.PI * 250 * 250) / 1e6, within(0.01));
    assertThat(result.findings().get(1).properties())
        .containsEntry("count", 4)
        .containsEntry("groups", Map.of("PROTESTS", 3L, "RIOTS", 1L));
    assertThat(result.diagnostics().figures())
        .containsEntry("noise", 1)
        .containsEntry("clusters", 2);
    assertThat(result.diagnostics().used()).isEqualTo(11);
    assertThat(result.diagnostics().parameters())
        .containsEntry("epsM", 1200.0)
        .containsEntry("minPts", 3L)
        .containsEntry("hull", "concave")
        .containsEntry("includeCoarse", false);
  }

  @Test
  void coarseAndMissingPlacesAreLeftOutAndCountedUnlessAskedFor() throws BadInputException {
    List<Feature> features = new ArrayList<>();
    for (LocationClass known : LocationClass.values()) {
      features.add(event(new Coordinate(20, 5), known, Classification.UNCLASSIFIED));
    }
    features.add(event(null, null, Classification.CONFIDENTIAL));
    AnalysisResult strict = run(features, Map.of("minPts", 2));
    assertThat(strict.diagnostics().n()).isEqualTo(11);
    assertThat(strict.diagnostics().used()).isEqualTo(6);
    assertThat(strict.diagnostics().dropped())
        .extracting(Diagnostics.Dropped::n)
        .containsExactly(1L, 1L, 1L, 1L, 1L);
    assertThat(strict.diagnostics().dropped())
        .extracting(Diagnostics.Dropped::reason)
        .contains("the place is not known", "the place is known only to the country");
    assertThat(strict.findings().get(0).properties())
        .containsEntry("classification", "CONFIDENTIAL");
    AnalysisResult all = run(features, Map.of("minPts", 2, "includeCoarse", true));
    assertThat(all.diagnostics().used()).isEqualTo(10);
  }

  @Test
  void theOrderOfTheEventsDoesNotMatter() throws BadInputException {
    long seed = Long.getLong("vigie.seed", System.nanoTime());
    Random random = new Random(seed);
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      features.add(
          event(
              20 + random.nextGaussian() * 0.2,
              5 + random.nextGaussian() * 0.2,
              "A",
              1L,
              "2024-01-01"));
    }
    Map<String, Object> values = Map.of("epsM", 3000, "minPts", 4);
    List<String> expected =
        run(features, values).findings().stream().map(Object::toString).toList();
    Collections.shuffle(features, random);
    assertThat(run(features, values).findings().stream().map(Object::toString))
        .as("seed %d", seed)
        .containsExactlyElementsOf(expected);
    assertThat(expected).isNotEmpty();
  }

  @Test
  void aClusterAcrossTheAntimeridianIsOneAreaInTwoParts() throws BadInputException {
    List<Feature> features = new ArrayList<>();
    for (double lon : new double[] {179.98, 179.99, 180, -180, -179.99, -179.98}) {
      features.add(event(lon, -17, "A", 1L, "2024-01-01"));
      features.add(event(lon, -17.02, "A", 1L, "2024-01-01"));
    }
    AnalysisResult result = run(features, Map.of("epsM", 3000, "hull", "convex"));
    assertThat(result.findings()).hasSize(1);
    Geometry area = result.findings().get(0).geometry();
    assertThat(area.getGeometryType()).isEqualTo("MultiPolygon");
    assertThat(area.isValid()).isTrue();
    double box =
        Geodesy.areaSquareMetres(
            GEOMETRIES.toGeometry(new org.locationtech.jts.geom.Envelope(20, 20.04, -17.02, -17)));
    assertThat((Double) result.findings().get(0).properties().get("areaKm2"))
        .isCloseTo(box / 1e6, within(box / 1e6 * 0.001));
    assertThat(result.findings().get(0).properties()).containsEntry("places", 10);
  }

  @Test
  void eventsAtOneTownAreSaidToShareItsCoordinates() throws BadInputException {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      features.add(event(20 + i % 4, 5, "A", 1L, i == 0 ? "2001-01-01" : "2024-01-01"));
    }
    AnalysisResult result = run(features, Map.of());
    assertThat(result.findings()).hasSize(4);
    assertThat(result.findings().get(0).properties().get("areaKm2")).isNotEqualTo(0.0);
    assertThat(result.diagnostics().caveats())
        .anySatisfy(c -> assertThat(c).contains("40 events stand on 4 different coordinates"))
        .anySatisfy(c -> assertThat(c).contains("span 23.0 years"));
  }

  @Test
  void nothingGivesNoAreasAndSaysWhy() throws BadInputException {
    AnalysisResult result = run(List.of(), Map.of());
    assertThat(result.findings()).isEmpty();
    assertThat(result.diagnostics().caveats())
        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .contains("there is no result");
    assertThat(result.diagnostics().figures()).doesNotContainKey("suggestedEpsM");
  }

  @Test
  void everyWrongParameterIsNamedWithItsRange() {
    assertThatThrownBy(
            () ->
                analysis
                    .parameters()
                    .read(
                        Map.of(
                            "epsM",
                            1,
                            "minPts",
                            2.5,
                            "hull",
                            "star",
                            "includeCoarse",
                            "yes",
                            "x",
                            1)))
        .isInstanceOfSatisfying(
            BadInputException.class,
            e ->
                assertThat(e.faults())
                    .extracting(f -> f.field())
                    .containsExactlyInAnyOrder("epsM", "minPts", "hull", "includeCoarse", "x"));
  }

  @Test
  void everyAnalysisIsListedAndExplainsItsParameters() {
    assertThat(Analyses.find("cluster-density")).isPresent();
    for (var each : Analyses.list()) {
      assertThat(each.parameters().list())
          .allSatisfy(
              p -> {
                assertThat(p.help()).isNotBlank();
                if (p.standard() == null) {
                  assertThat(each.parameters().standard().byName()).doesNotContainKey(p.name());
                } else {
                  assertThat(each.parameters().read(Map.of(p.name(), p.standard())).byName())
                      .containsEntry(p.name(), p.standard());
                }
              });
    }
  }

  private AnalysisResult run(List<Feature> features, Map<String, Object> values)
      throws BadInputException {
    Events.Builder events = Events.of(LAYER);
    features.forEach(events::add);
    return analysis.run(
        Subject.of(events.build(), Instant.EPOCH),
        analysis.parameters().read(values),
        Progress.UNHEARD);
  }

  private static Feature event(
      double lon, double lat, String type, @Nullable Long killed, String day) {
    return new Feature(
        FeatureId.random(),
        "incident",
        GEOMETRIES.createPoint(new Coordinate(lon, lat)),
        TimeSpan.of(
            Instant.parse(day + "T00:00:00Z"),
            Instant.parse(day + "T00:00:00Z").plusSeconds(86400)),
        null,
        LocationClass.SITE,
        null,
        Classification.UNCLASSIFIED,
        Set.of(),
        killed == null ? Map.of("type", type) : Map.of("type", type, "killed_best", killed),
        Provenance.own(),
        1,
        null);
  }

  private static Feature event(
      @Nullable Coordinate at, @Nullable LocationClass known, Classification classification) {
    return new Feature(
        new FeatureId(UUID.randomUUID()),
        "incident",
        at == null ? null : GEOMETRIES.createPoint(at),
        null,
        null,
        known,
        null,
        classification,
        Set.of(),
        Map.of(),
        Provenance.own(),
        1,
        null);
  }
}
