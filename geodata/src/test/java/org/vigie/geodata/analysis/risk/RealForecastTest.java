package org.vigie.geodata.analysis.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.geodata.analysis.AnalysisResult;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.Reading;
import org.vigie.geodata.testing.SharedData;

/** Two countries of UCDP GED, the second of which played no part when the models were made. */
class RealForecastTest {

  @ParameterizedTest
  @CsvSource({"ucdp/ged231_caf.csv, 2023-01-01", "ucdp/ged_ssd_hdx.csv, 2022-01-01"})
  void aForecastOfRealEventsTellsItsSkill(String file, String today) throws Exception {
    Events.Builder builder = Events.of(Reading.INCIDENT);
    Reading.of(ByteSource.of(SharedData.get(file))).features().forEach(builder::add);
    RiskForecast analysis = new RiskForecast();
    AnalysisResult result =
        analysis.run(
            Subject.of(builder.build(), Instant.parse(today + "T00:00:00Z")),
            analysis.parameters().read(Map.of("draws", 5, "origins", 48)),
            Progress.UNHEARD);
    List<List<Object>> rows = result.tables().get(0).rows();
    boolean better =
        rows.stream().anyMatch(row -> row.get(1).equals(5.0) && row.get(11).equals("better"));
    String shown = (String) result.findings().get(0).properties().get("model");
    assertThat(Models.isSimple(shown)).isNotEqualTo(better);
    assertThat(result.diagnostics().caveats().get(0))
        .contains(better ? "a difference of" : "No model was better than the simple counts");
    // Whatever wins, spreading events widely loses on data that are placed on towns.
    assertThat(rows)
        .filteredOn(row -> row.get(0).equals("promap"))
        .allSatisfy(row -> assertThat(row.get(11)).isEqualTo("worse"));
    assertThat(result.findings())
        .allSatisfy(
            f -> {
              assertThat(f.geometry().isValid()).isTrue();
              assertThat((Double) f.properties().get("pAtLeastOne")).isBetween(0.0, 1.0);
              assertThat((Double) f.properties().get("stability")).isBetween(0.0, 1.0);
            });
    assertThat(result.findings()).isNotEmpty();
  }
}
