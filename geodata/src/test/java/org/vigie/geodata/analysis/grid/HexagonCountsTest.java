package org.vigie.geodata.analysis.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;

class HexagonCountsTest {

  private static final Layer LAYER = LayerFiles.read().get("incident");
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final HexagonCounts analysis = new HexagonCounts();

  @ParameterizedTest
  @CsvSource({"-21, -11", "179.9, 5", "20, 89"})
  void everyEventCountsInExactlyOneHexagonAnywhereOnEarth(double lon, double lat)
      throws BadInputException {
    long seed = 20_260_101;
    Random random = new Random(seed);
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      double x = lon + random.nextGaussian() * 0.5;
      features.add(event(x > 180 ? x - 360 : x, Math.min(89.9, lat + random.nextGaussian() * 0.3)));
    }
    AnalysisResult result = run(features, Map.of("sideM", 8_000, "least", 1));
    assertThat(counts(result).stream().mapToLong(n -> n).sum())
        .as("seed %d", seed)
        .isEqualTo(2_000);
    assertThat(counts(result)).isSortedAccordingTo(Collections.reverseOrder());
    assertThat(result.diagnostics().used()).isEqualTo(2_000);
  }

  @Test
  void hexagonsHaveTheSizeThatWasAskedFor() throws BadInputException {
    AnalysisResult result =
        run(List.of(event(-21, -11), event(-20.5, -11.2)), Map.of("sideM", 5_000, "least", 1));
    for (AnalysisResult.Finding area : result.findings()) {
      assertThat((Double) area.properties().get("areaKm2"))
          .isCloseTo(HexagonLattice.area(5), within(0.05));
    }
  }

  @Test
  void cellsWithTooFewEventsAreLeftOutAndTheirEventsCounted() throws BadInputException {
    List<Feature> features =
        List.of(event(-21, -11), event(-21, -11), event(-21, -11), event(-18, -9));
    AnalysisResult result = run(features, Map.of("least", 3));
    assertThat(counts(result)).containsExactly(3);
    assertThat(result.diagnostics().figures())
        .containsEntry("noise", 1L)
        .containsEntry("clusters", 1);
  }

  @Test
  void aBoxTooWideForTheSideIsAnsweredWithALargerOneAndSaysSo() throws BadInputException {
    AnalysisResult result =
        run(List.of(event(-60, -40), event(60, 40)), Map.of("sideM", 250, "least", 1));
    assertThat(counts(result)).containsExactly(1, 1);
    assertThat(result.diagnostics().caveats()).anyMatch(text -> text.contains("too wide a box"));
  }

  @Test
  void theOrderOfTheEventsDoesNotMatter() throws BadInputException {
    Random random = new Random(7);
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      features.add(event(-21 + random.nextGaussian(), -11 + random.nextGaussian()));
    }
    AnalysisResult one = run(features, Map.of());
    Collections.shuffle(features, random);
    assertThat(run(features, Map.of()).findings()).isEqualTo(one.findings());
  }

  @Test
  void noEventsGiveNoCellsAndSaySo() throws BadInputException {
    AnalysisResult result = run(List.of(), Map.of());
    assertThat(result.findings()).isEmpty();
    assertThat(result.diagnostics().caveats()).singleElement().asString().contains("no result");
  }

  private AnalysisResult run(List<Feature> features, Map<String, Object> given)
      throws BadInputException {
    Events.Builder events = Events.of(LAYER);
    features.forEach(events::add);
    return analysis.run(
        Subject.of(events.build(), Instant.EPOCH),
        analysis.parameters().read(given),
        Progress.UNHEARD);
  }

  private static List<Integer> counts(AnalysisResult result) {
    return result.findings().stream().map(a -> (Integer) a.properties().get("count")).toList();
  }

  private static Feature event(double lon, double lat) {
    return new Feature(
        FeatureId.random(),
        "incident",
        GEOMETRIES.createPoint(new Coordinate(lon, lat)),
        TimeSpan.of(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-02T00:00:00Z")),
        null,
        LocationClass.GPS,
        30.0,
        Classification.UNCLASSIFIED,
        Set.of(),
        Map.of("type", "BATTLES"),
        Provenance.own(),
        0,
        null);
  }
}
