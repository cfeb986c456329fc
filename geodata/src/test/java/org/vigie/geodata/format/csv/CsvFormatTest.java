package org.vigie.geodata.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.geodata.format.Reading.INCIDENT;
import static org.vigie.geodata.format.Reading.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.format.Column;
import org.vigie.geodata.format.Limits;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.format.MappingFile;
import org.vigie.geodata.format.Reading;
import org.vigie.geodata.format.TextSource;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.geo.Mgrs;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;

class CsvFormatTest {

  private static final Mapping NONE = Mapping.NONE;

  @Test
  void everyUsualDelimiterIsDetected() throws Exception {
    for (String delimiter : List.of(",", ";", "\t", "|")) {
      String text =
          String.join(delimiter, "type", "date", "lat", "lon", "title")
              + "\n"
              + String.join(delimiter, "RIOTS", "2026-01-02", "1.5", "2.5", "\"a, b; c | d\"");
      Feature incident = Reading.of(TextSource.of("t.csv", text)).only();

      assertThat(incident.geometry()).as(delimiter).hasToString("POINT (2.5 1.5)");
      assertThat(incident.properties()).containsEntry("title", "a, b; c | d");
    }
  }

  @Test
  void everyUsualEncodingIsDetected() throws Exception {
    String text = "title;type;date\nÉmeute à Béoumi – «x»;RIOTS;2026-01-02\n";
    for (String name : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252")) {
      for (String mark : name.startsWith("UTF") ? List.of("", "\ufeff") : List.of("")) {
        Feature incident =
            Reading.of(TextSource.of("t.csv", mark + text, Charset.forName(name))).only();
        assertThat(incident.properties())
            .as(name + mark.length())
            .containsEntry("title", "Émeute à Béoumi – «x»");
      }
    }
  }

  @Test
  void anAccentLateInTheFileStillDecidesTheEncoding() throws Exception {
    String text =
        "title;type;date\n" + "plain;RIOTS;2026-01-02\n".repeat(5000) + "Béoumi;RIOTS;2026-01-02\n";

    Reading reading = Reading.of(TextSource.of("t.csv", text, Charset.forName("windows-1252")));

    assertThat(reading.recognition().details()).containsEntry("encoding", "windows-1252");
    assertThat(reading.features().get(5000).properties()).containsEntry("title", "Béoumi");
  }

  @Test
  void aDeclaredEncodingThatIsNotTheFilesIsRefused() {
    TextSource file =
        TextSource.of("t.csv", "title;type\na;RIOTS\nBé;RIOTS\n", StandardCharsets.ISO_8859_1);

    assertFault(() -> Reading.of(file, INCIDENT, mapping("encoding: UTF-8")), "not UTF-8");
  }

  @Test
  void decimalCommasAreDetectedFromTheWholeFile() throws Exception {
    Reading reading = csv("type;date;lat;lon;radius_m\nRIOTS;2026-01-02;-1,5;2,25;1500\n", NONE);

    assertThat(reading.only().geometry()).hasToString("POINT (2.25 -1.5)");
    assertThat(reading.recognition().details()).containsEntry("decimal", ",");
  }

  @Test
  void aCommaThatMayPartThousandsIsNotGuessedAt() throws Exception {
    String text = "type;date;killed_best\nRIOTS;2026-01-02;1,234\n";

    assertFault(() -> csv(text, NONE), "1,234");
    assertThat(csv(text, mapping("decimal: \".\"")).faults())
        .singleElement()
        .satisfies(f -> assertThat(f.what()).contains("is no number"));
  }

  @Test
  void mixedDecimalSignsAreNotGuessedAt() {
    String text = "type;date;lat;lon\nRIOTS;2026-01-02;1.5;2\nRIOTS;2026-01-02;1,5;2\n";

    assertFault(() -> csv(text, NONE), "decimal sign");
  }

  @Test
  void oneDateSettlesTheOrderOfItsColumn() throws Exception {
    Reading reading = csv("type;date\nRIOTS;03/04/2026\nRIOTS;13/04/2026\n", NONE);
    Reading american = csv("type;date\nRIOTS;03/04/2026\nRIOTS;04/13/2026\n", NONE);

    assertThat(reading.recognition().details()).containsEntry("dateOrder", "dmy");
    assertThat(reading.features().get(0).validTime()).isEqualTo(day("2026-04-03"));
    assertThat(american.recognition().details()).containsEntry("dateOrder", "mdy");
    assertThat(american.features().get(0).validTime()).isEqualTo(day("2026-03-04"));
  }

  @Test
  void datesThatNothingSettlesAreRefusedUntilDeclared() throws Exception {
    String text = "type;date\nRIOTS;03/04/2026\nRIOTS;05/05/2026\n";

    assertFault(() -> csv(text, NONE), "03/04/2026");
    assertThat(csv(text, mapping("dates: mdy")).features().get(0).validTime())
        .isEqualTo(day("2026-03-04"));
  }

  @Test
  void datesThatContradictEachOtherAreRefused() {
    assertFault(() -> csv("type;date\nRIOTS;13/04/2026\nRIOTS;04/13/2026\n", NONE), "others only");
  }

  @Test
  void datesWithMonthsInWordsNeedNoOrder() throws Exception {
    for (String date :
        List.of(
            "3 April 2026",
            "03-Apr-26",
            "3 avr. 2026",
            "April 3, 2026",
            "2026-04-03",
            "2026/4/3",
            "3 avril 2026")) {
      Feature incident = csv("type;date\nRIOTS;" + date + "\n", NONE).only();
      assertThat(incident.validTime()).as(date).isEqualTo(day("2026-04-03"));
      assertThat(incident.timePrecision()).isEqualTo(TimePrecision.EXACT_DAY);
    }
  }

  @Test
  void timesAreReadInTheDeclaredZone() throws Exception {
    Feature incident =
        csv("type;date\nRIOTS;2026-07-01 13:30\n", mapping("timezone: Africa/Bangui")).only();

    assertThat(incident.validTime())
        .isEqualTo(
            TimeSpan.of(
                Instant.parse("2026-07-01T12:30:00Z"), Instant.parse("2026-07-01T12:31:00Z")));
    assertThat(incident.timePrecision()).isEqualTo(TimePrecision.EXACT_MINUTE);
  }

  @Test
  void aColumnThatIsAlwaysMidnightHoldsDays() throws Exception {
    assertThat(csv("type;date\nRIOTS;2026-07-01 00:00:00\n", NONE).only().timePrecision())
        .isEqualTo(TimePrecision.EXACT_DAY);
  }

  @Test
  void placesAreReadInEveryWriting() throws Exception {
    for (String place :
        List.of(
            "5.5, 26.25",
            "5,5; 26,25",
            "5°30'N 26°15'E",
            "N5°30.000' E026°15.000'",
            "5°30'00\"N, 26°15'00\"E",
            "26°15'00\" E 5°30'00\" N",
            "0530N 02615E",
            "053000N0261500E",
            grid())) {
      Feature incident =
          csv("type\tdate\tcoordinates\nRIOTS\t2026-01-02\t" + quoted(place) + "\n", NONE).only();
      assertThat(incident.geometry().getCoordinate().x).as(place).isBetween(26.2499, 26.2501);
      assertThat(incident.geometry().getCoordinate().y).as(place).isBetween(5.4999, 5.5001);
      assertThat(incident.properties()).containsEntry("coord_original", place);
    }
  }

  @Test
  void aGridReferenceFarFromTheDegreesBesideItIsRefused() throws Exception {
    Reading reading =
        csv("type;date;lat;lon;mgrs\nRIOTS;2026-01-02;5.5;26.26;" + grid() + "\n", NONE);

    assertThat(reading.faults()).singleElement().matches(f -> f.what().contains("m apart"));
  }

  @Test
  void poisonInCoordinatesIsAFaultWithItsLine() throws Exception {
    for (String bad :
        List.of(
            "NaN;2",
            "1;Infinity",
            "1e308;2",
            "91;2",
            "1;-181",
            "1;",
            ";2",
            "abc;2",
            "0x10;2",
            "1f;2")) {
      Reading reading =
          csv("type;date;lat;lon\nRIOTS;2026-01-02;1;2\nRIOTS;2026-01-02;" + bad + "\n", NONE);
      assertThat(reading.features()).as(bad).hasSize(1);
      assertThat(reading.faults()).as(bad).isNotEmpty().allMatch(f -> f.line() == 3);
    }
  }

  @Test
  void swappedLatitudeAndLongitudeAreHintedAt() throws Exception {
    assertThat(csv("type;date;lat;lon\nRIOTS;2026-01-02;120.5;-8\n", NONE).faults())
        .singleElement()
        .matches(f -> f.fix().contains("swapped"));
    assertThat(csv("type;date;lat;lon\nRIOTS;2026-01-02;20°E;5°N\n", NONE).faults())
        .anyMatch(f -> f.fix().contains("swapped"));
  }

  @Test
  void columnsFindTheirPropertiesByNameTitleAndUsualHeading() throws Exception {
    Reading reading =
        csv(
            "Type,Event Date,Latitude,LON,\"Killed, best estimate\",Comment\n"
                + "Riots,2026-01-02,1,2,3,hello\n",
            NONE);

    assertThat(reading.columns())
        .containsExactly(
            Column.to("Type", "type"),
            Column.to("Event Date", "valid_from"),
            Column.to("Latitude", "latitude"),
            Column.to("LON", "longitude"),
            Column.to("Killed, best estimate", "killed_best"),
            Column.kept("Comment"));
    assertThat(reading.only().properties())
        .containsEntry("type", "RIOTS")
        .containsEntry("killed_best", 3L);
    assertThat(reading.only().provenance().original()).containsEntry("Comment", "hello");
  }

  @Test
  void aMappingSaysWhatHeadingsCannot() throws Exception {
    Mapping mapping =
        mapping(
            """
            delimiter: ";"
            dates: dmy
            timezone: "+01:00"
            source: sector-west
            identity: [No, Année]
            columns:
              Genre: type
              Quand: valid_from
              Où: coordinates
              Date: "-"
            constants:
              severity: "4"
              classification: CONFIDENTIAL
            values:
              type:
                Embuscade: BATTLES
            """);
    Feature incident =
        csv("No;Année;Genre;Quand;Où;Date\n7;2026;Embuscade;03/04/2026 10:00;1.5, 2.5;x\n", mapping)
            .only();

    assertThat(incident.provenance().sourceSystem()).isEqualTo("sector-west");
    assertThat(incident.provenance().sourceId()).isEqualTo("7 | 2026");
    assertThat(incident.classification().name()).isEqualTo("CONFIDENTIAL");
    assertThat(incident.validTime().start()).isEqualTo(Instant.parse("2026-04-03T09:00:00Z"));
    assertThat(incident.properties())
        .containsEntry("type", "BATTLES")
        .containsEntry("severity", 4L);
  }

  @Test
  void aMappingWithMistakesIsRefusedWithAllOfThem() {
    assertThatThrownBy(
            () ->
                MappingFile.read(
                    "m.yaml",
                    "dates: dym\nencodign: x\nidentity: [a]\ndelimiter: aa\ntimezone: Mars\n"))
        .isInstanceOfSatisfying(
            BadInputException.class,
            bad ->
                assertThat(bad.faults())
                    .extracting(Fault::field)
                    .containsExactlyInAnyOrder(
                        "encodign", "delimiter", "dates", "timezone", "identity"));
    assertFault(() -> MappingFile.read("m.yaml", "columns:\n  a: [\n"), "m.yaml:");
    assertFault(() -> csv("a,b\n1,2\n", mapping("columns: {a: no_such_thing}")), "no_such_thing");
    assertFault(() -> csv("a,type\n1,RIOTS\n", mapping("columns: {z: type}")), "does not have");
  }

  @Test
  void aTableOfWhichNothingIsUnderstoodIsRefused() {
    assertFault(() -> csv("a,b\n1,2\n", NONE), "no column fits");
    assertFault(() -> csv("", NONE), "empty");
  }

  @Test
  void aRowOfAnotherWidthIsRefusedAlone() throws Exception {
    Reading reading =
        csv("type,date,title\nRIOTS,2026-01-02,a,b\nRIOTS,2026-01-02\nRIOTS,2026-01-02,a\n", NONE);

    assertThat(reading.features()).hasSize(1);
    assertThat(reading.faults()).extracting(Fault::line).containsExactly(2L, 3L);
    assertThat(reading.faults())
        .extracting(Fault::what)
        .containsExactly(
            "the row has 4 cells, the header has 3", "the row has 2 cells, the header has 3");
  }

  @Test
  void allFaultsOfARowComeAtOnce() throws Exception {
    Reading reading = csv("type;date;lat;lon;killed_best\nRIOTS;yesterday;91;2;many\n", NONE);

    assertThat(reading.faults())
        .extracting(Fault::field)
        .containsExactlyInAnyOrder("date", "killed_best", "geometry");
  }

  @Test
  void whatIsTooLargeToBeOneRecordIsRefused() {
    String wide = "type," + "x,".repeat(Limits.COLUMNS) + "y\n";
    String longCell = "type,title\nRIOTS,\"" + "x".repeat(Limits.TEXT_CHARACTERS + 1) + "\"\n";

    assertFault(() -> csv(wide + wide, NONE), "cannot be read on");
    assertFault(() -> csv(longCell, NONE), "cannot be read on");
  }

  private static String grid() {
    return Mgrs.format(new LonLat(26.25, 5.5));
  }

  private static Mapping mapping(String yaml) {
    try {
      return MappingFile.read("mapping.yaml", yaml);
    } catch (BadInputException bad) {
      throw new AssertionError(bad.faults().toString(), bad);
    }
  }

  private static void assertFault(ThrowingCallable reading, String words) {
    assertThatThrownBy(reading).isInstanceOf(BadInputException.class).hasMessageContaining(words);
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  private static TimeSpan day(String date) {
    Instant start = Instant.parse(date + "T00:00:00Z");
    return TimeSpan.of(start, start.plusSeconds(86_400));
  }
}
