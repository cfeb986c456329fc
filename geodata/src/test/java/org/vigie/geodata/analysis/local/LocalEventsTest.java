package org.vigie.geodata.analysis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.Reading;
import org.vigie.geodata.testing.SharedData;

/** The Central African Republic in UCDP GED 23.1, in 30 km hexagons of its border. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalEventsTest {

  private final HotspotLocal analysis = new HotspotLocal();
  private Events events;

  @BeforeAll
  void read() throws Exception {
    Events.Builder builder = Events.of(Reading.INCIDENT);
    Reading.of(ByteSource.of(SharedData.get("ucdp/ged231_caf.csv")))
        .features()
        .forEach(builder::add);
    events = builder.build();
  }

  private static Geometry country() throws Exception {
    String json =
        Files.readString(SharedData.get("geoboundaries/geoBoundaries-CAF-ADM3_simplified.geojson"));
    // the reader knows reference systems by EPSG code alone
    String plain = json.replaceFirst("\"crs\":\\s*\\{[^}]*\\{[^}]*\\}\\s*\\},", "");
    return new GeoJsonReader().read(plain).buffer(1e-6).union();
  }

  @Test
  void hotCellsOfThoseWhoseCentreLiesInTheCountry() throws Exception {
    AnalysisResult result = run(country());
    Map<String, Object> figures = result.diagnostics().figures();
    assertThat(result.diagnostics().used()).isEqualTo(1_737);
    assertThat((Integer) figures.get("cells")).isBetween(790, 830);
    assertThat((Integer) figures.get("hot95")).isBetween(10, 15);
    long stable =
        result.findings().stream()
            .filter(f -> f.properties().get("bin") instanceof Integer bin && bin >= 2)
            .filter(f -> (Double) f.properties().get("stability") >= 0.95)
            .count();
    assertThat(stable).isGreaterThanOrEqualTo(9);
  }

  /** The reference took every cell that touches the country: 893, of which 17 are hot. */
  @Test
  void withTheCellsThatTouchTheCountryAboutAsManyAreHotAsInTheReference() throws Exception {
    AnalysisResult result = run(country().buffer(0.115));
    Map<String, Object> figures = result.diagnostics().figures();
    assertThat((Integer) figures.get("cells")).isBetween(870, 920);
    assertThat((Integer) figures.get("hot95")).isBetween(12, 22);
  }

  private AnalysisResult run(Geometry area) throws Exception {
    return analysis.run(
        new Subject(events, Optional.of(area), Optional.empty(), Instant.EPOCH, Map.of()),
        analysis.parameters().read(Map.of("cellM", 30_000)),
        Progress.UNHEARD);
  }
}
