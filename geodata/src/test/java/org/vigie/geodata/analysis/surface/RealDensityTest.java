package org.vigie.geodata.analysis.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.Reading;
import org.vigie.geodata.testing.SharedData;

/** The Central African Republic in UCDP GED 23.1. */
class RealDensityTest {

  @Test
  void theSurfaceOfACountryKeepsItsEventsAndSaysWhatItRestsOn() throws Exception {
    Events.Builder events = Events.of(Reading.INCIDENT);
    Reading.of(ByteSource.of(SharedData.get("ucdp/ged231_caf.csv")))
        .features()
        .forEach(events::add);
    DensitySurface analysis = new DensitySurface();
    AnalysisResult result =
        analysis.run(
            Subject.of(events.build(), Instant.EPOCH),
            analysis.parameters().read(Map.of("draws", 19)),
            Progress.UNHEARD);
    assertThat(result.diagnostics().used()).isEqualTo(1737);
    assertThat((Double) result.diagnostics().figures().get("massOnMap"))
        .isCloseTo(1737, within(3.0));
    assertThat(result.findings()).hasSize(3);
    assertThat((Double) result.findings().get(0).properties().get("share")).isBetween(0.4, 0.9);
    assertThat((Double) result.findings().get(0).properties().get("stability")).isBetween(0.3, 1.0);
    assertThat(result.diagnostics().caveats()).anyMatch(c -> c.contains("different coordinates"));
  }
}
