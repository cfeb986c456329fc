package org.vigie.geodata.format.ucdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.geodata.format.Reading.INCIDENT;
import static org.vigie.geodata.format.Reading.LAYERS;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.Reading;
import org.vigie.geodata.format.TextSource;
import org.vigie.geodata.layer.FeatureCheck;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.testing.SharedData;

class UcdpGedFormatTest {

  private static final String HEADER = String.join(",", GedColumns.ALL);
  private static final String RECORD =
      "100,AAA-2026-1-1,2026,1,Clear,1,1,1,Aland: Government,2,2,Government of Aland - Front,3,3,"
          + "Government of Aland,4,4,Front,2,Agency 1/2,Agency,2026-02-01,Clash,,2,Port town,"
          + "north of Port town,North province,Port district,-10.5,-20.25,POINT (-20.25 -10.5),"
          + "1,Aland,999,Africa,1,3,2026-02-01,2026-02-07,1,2,0,0,3,5,2,999,";

  @Test
  void theFileOfTheCentralAfricanRepublicGives1848Incidents() throws Exception {
    Path file = SharedData.get("ucdp/ged231_caf.csv");

    Reading reading = Reading.of(ByteSource.of(file));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.features()).hasSize(1848);
    assertThat(reading.recognition().label()).isEqualTo("UCDP GED, 49 columns");
    assertEveryColumnIsKept(file, reading.features(), 49);
    assertEveryFeatureMayBeStored(reading.features());
    assertThat(sum(reading.features(), "killed_low")).isEqualTo(13_721);
    assertThat(sum(reading.features(), "killed_best")).isEqualTo(14_948);
    assertThat(sum(reading.features(), "killed_high")).isEqualTo(17_760);
    assertThat(count(reading.features(), "type"))
        .isEqualTo(Map.of("BATTLES", 772L, "VIOLENCE_AGAINST_CIVILIANS", 1076L));
    assertThat(reading.features().stream().filter(f -> f.locationClass() == LocationClass.VILLAGE))
        .hasSize(1214);
    assertThat(
            reading.features().stream().filter(f -> f.timePrecision() == TimePrecision.EXACT_DAY))
        .hasSize(1367)
        .allMatch(f -> days(f) == 1);
  }

  @Test
  void theFileOfSouthSudanWithIts50ColumnsGives941Incidents() throws Exception {
    Path file = SharedData.get("ucdp/ged_ssd_hdx.csv");

    Reading reading = Reading.of(ByteSource.of(file));

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.features()).hasSize(941);
    assertThat(reading.recognition().label()).isEqualTo("UCDP GED, 50 columns");
    assertEveryColumnIsKept(file, reading.features(), 50);
    assertEveryFeatureMayBeStored(reading.features());
    assertThat(sum(reading.features(), "killed_best")).isEqualTo(13_579);
  }

  @Test
  void aRecordBecomesAnIncidentWithItsUncertainties() throws Exception {
    Feature incident = Reading.of(file(HEADER, RECORD)).only();

    assertThat(incident.provenance().sourceSystem()).isEqualTo("ucdp-ged");
    assertThat(incident.provenance().sourceId()).isEqualTo("100");
    assertThat(incident.provenance().original().keySet()).containsExactlyElementsOf(GedColumns.ALL);
    assertThat(incident.geometry()).hasToString("POINT (-20.25 -10.5)");
    assertThat(incident.locationClass()).isEqualTo(LocationClass.NEAR_PLACE);
    assertThat(incident.radiusMetres()).isEqualTo(25_000);
    assertThat(incident.timePrecision()).isEqualTo(TimePrecision.WEEK);
    assertThat(incident.validTime())
        .isEqualTo(
            TimeSpan.of(
                Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-02-08T00:00:00Z")));
    assertThat(incident.properties())
        .containsEntry("type", "BATTLES")
        .containsEntry("actor1", "Government of Aland")
        .containsEntry("actor2", "Front")
        .containsEntry("killed_low", 2L)
        .containsEntry("killed_best", 3L)
        .containsEntry("killed_high", 5L)
        .containsEntry("place_name", "Port town")
        .containsEntry("admin1", "North province")
        .containsEntry("admin2", "Port district")
        .containsEntry("source_reliability", "F")
        .containsEntry("info_credibility", "6")
        .containsEntry("exercise", false)
        .containsEntry("title", "Government of Aland - Front, Port town: 3 killed")
        .doesNotContainKeys("perpetrator", "target");
  }

  @Test
  void aFileWithoutAHeaderIsKnownByIts49Columns() throws Exception {
    Reading reading = Reading.of(file(RECORD, RECORD.replaceFirst("100,", "101,")));

    assertThat(reading.features()).hasSize(2);
    assertThat(reading.recognition().label()).contains("without a header");
  }

  @Test
  void placesGivenTwiceMustAgree() throws Exception {
    Reading swapped =
        Reading.of(file(HEADER, RECORD.replace("POINT (-20.25 -10.5)", "POINT (-10.5 -20.25)")));

    assertThat(swapped.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("geom_wkt");
              assertThat(fault.line()).isEqualTo(2);
              assertThat(fault.fix()).contains("swapped");
            });
  }

  @Test
  void codesOutsideTheCodebookAreRefusedTogether() throws Exception {
    Reading reading =
        Reading.of(
            file(
                HEADER,
                RECORD
                    .replace(",Clear,1,", ",Clear,4,")
                    .replace(",,2,Port town", ",,9,Port town")
                    .replace("1,3,2026-02-01", "1,6,2026-02-01")));

    assertThat(reading.faults())
        .extracting(f -> f.field())
        .containsExactlyInAnyOrder("where_prec", "date_prec", "type_of_violence");
  }

  @Test
  void aCoordinateThatIsNoNumberIsAFaultWithItsLine() throws Exception {
    for (String bad : List.of("NaN", "Infinity", "1e308", "-1e400", "")) {
      Reading reading =
          Reading.of(
              file(HEADER, RECORD, RECORD.replace(",-10.5,-20.25,", "," + bad + ",-20.25,")));

      assertThat(reading.features()).as(bad).hasSize(1);
      assertThat(reading.faults()).as(bad).singleElement().matches(f -> f.line() == 3);
    }
  }

  @Test
  void anotherLayerThanIncidentsIsRefused() {
    assertThatThrownBy(() -> Reading.of(file(HEADER, RECORD), LAYERS.get("road"), Mapping.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("holds incidents");
  }

  private static TextSource file(String... lines) {
    return TextSource.of("ged.csv", String.join("\r\n", lines) + "\r\n");
  }

  private static void assertEveryColumnIsKept(Path file, List<Feature> features, int columns)
      throws Exception {
    Map<String, Map<String, String>> expected = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(Files.readString(file))) {
      rows.forEach(row -> expected.put(row.getField("id"), row.getFieldsAsMap()));
    }
    for (Feature feature : features) {
      assertThat(new ArrayList<>(feature.provenance().original().entrySet()))
          .hasSize(columns)
          .isEqualTo(
              new ArrayList<>(
                  expected.get(String.valueOf(feature.provenance().sourceId())).entrySet()));
    }
  }

  private static void assertEveryFeatureMayBeStored(List<Feature> features) {
    FeatureCheck check = new FeatureCheck(INCIDENT, Clock.systemUTC());
    assertThat(features).allSatisfy(f -> assertThat(check.faults(f)).isEmpty());
  }

  private static long sum(List<Feature> features, String property) {
    return features.stream().mapToLong(f -> (Long) f.properties().get(property)).sum();
  }

  private static Map<String, Long> count(List<Feature> features, String property) {
    Map<String, Long> counts = new HashMap<>();
    features.forEach(f -> counts.merge((String) f.properties().get(property), 1L, Long::sum));
    return counts;
  }

  private static long days(Feature feature) {
    TimeSpan time = feature.validTime();
    return Duration.between(time.start(), time.end()).toDays();
  }
}
