package org.vigie.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.geodata.model.BadInputException;

/** Damaged files: a reader answers with features, faults or a refusal, never with an accident. */
class MutatedFilesTest {

  private static final int MUTANTS = Integer.getInteger("vigie.mutants", 3_000);

  private static final String CSV =
      "source_system;source_id;title;type;date;lat;lon;coordinates;killed_best;weapon;casualties\n"
          + "a;1;Émeute;RIOTS;13/04/2026 10:30;1,5;-2,5;;3;IED; \n"
          + "a;2;\"two\nlines; \"\"q\"\"\";BATTLES;01/04/2026;;;5°30'N 26°15'E;0;IED; MINE\n"
          + "a;3;'=x;CRIME;02/04/2026;;;35NKF8507;1;[\"IED\"];[{\"group\":\"CIVILIAN\"}]\n";
  private static final String GEOJSON =
      """
      {"type":"FeatureCollection","crs":null,"features":[
      {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[-20.5,1.5e1]},
       "properties":{"type":"RIOTS","valid_from":"2026-01-02T00:00:00Z","weapon":["IED"],
       "casualties":[{"group":"CIVILIAN","killed":2}],"note":"\\u00e9\\ud83d\\ude00"}},
      {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[
       {"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}]},"properties":null}]}
      """;
  private static final String LINES =
      "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"type\":\"RIOTS\"}}\n"
          + "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}\n";
  private static final String GED =
      "id,relid,year,type_of_violence,side_a,side_b,where_prec,latitude,longitude,geom_wkt,date_prec,date_start,date_end,deaths_civilians,best,high,low\n"
          + "1,A,2026,1,Front,Army,2,-10.5,-20.25,POINT (-20.25"
          + " -10.5),3,2026-02-01T00:00:00,2026-02-07 00:00:00.000,0,3,5,2\n"
          + "2,\"B,"
          + " C\",2026,3,Front,Civilians,6,5.399784,26.486881,,1,2026-02-01,2026-02-01,7,7,7,7\n";
  private static final String ACLED =
      "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,inter1,latitude,"
          + "longitude,geo_precision,fatalities,notes\n"
          + "MAR1,16 May 2025,2,Riots,Mob violence,Crowd,5,-10.25,-21.5,1,0,\"made, up\"\n"
          + "MAR2,2025-05-16,3,Battles,Armed clash,Front,Rebel group,-10.25,-21.5,3,12,x\n";

  static Stream<Arguments> files() {
    Charset utf8 = StandardCharsets.UTF_8;
    return Stream.of(
        Arguments.of("csv", "csv", CSV.getBytes(utf8)),
        Arguments.of("csv in UTF-16", "csv", ("\ufeff" + CSV).getBytes(StandardCharsets.UTF_16LE)),
        Arguments.of("csv in windows-1252", "csv", CSV.getBytes(Charset.forName("windows-1252"))),
        Arguments.of("geojson", "geojson", GEOJSON.getBytes(utf8)),
        Arguments.of("geojson by lines", "geojson", LINES.getBytes(utf8)),
        Arguments.of("ucdp-ged", "ucdp-ged", GED.getBytes(utf8)),
        Arguments.of("acled", "acled", ACLED.getBytes(utf8)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void aDamagedFileIsReadOrRefused(String title, String format, byte[] bytes) throws Exception {
    Mapping declared = Mapping.NONE.withFormat(format);
    assertThat(Reading.of(new TextSource(title, bytes), Reading.INCIDENT, declared).features())
        .as("the file before it is damaged")
        .isNotEmpty();
    for (int seed = 0; seed < MUTANTS; seed++) {
      byte[] damaged = damage(bytes, new Random(seed));
      Mapping mapping = seed % 2 == 0 ? declared : Mapping.NONE;
      read(new TextSource(title, damaged), mapping, seed);
    }
  }

  private static void read(TextSource file, Mapping mapping, int seed) throws IOException {
    try {
      Reading reading = Reading.of(file, Reading.INCIDENT, mapping);
      for (ReadRow row : reading.rows()) {
        assertThat(row.feature().isPresent()).isEqualTo(row.faults().isEmpty());
        row.feature()
            .ifPresent(
                f ->
                    assertThat(f.geometry() == null || f.geometry().getEnvelopeInternal() != null)
                        .isTrue());
      }
    } catch (BadInputException refused) {
      assertThat(refused.faults()).as("seed %d of %s", seed, file.name()).isNotEmpty();
    } catch (RuntimeException | StackOverflowError | IOException accident) {
      fail("seed " + seed + " of " + file.name(), accident);
    }
  }

  private static byte[] damage(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    for (int i = 1 + random.nextInt(6); i > 0 && damaged.length > 1; i--) {
      damaged = damageOnce(damaged, random);
    }
    return damaged;
  }

  private static byte[] damageOnce(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int length = 1 + random.nextInt(Math.min(20, bytes.length - at));
    List<String> poison =
        List.of(
            "\"",
            "\u0000",
            "NaN",
            "1e999",
            "-",
            ",",
            ";",
            "[",
            "{",
            "]}",
            "\n",
            "99999999999",
            "é",
            "°",
            "'",
            "(",
            "=",
            "\ufeff",
            "00/00/0000",
            "31/02/2026",
            "29-Feb-25");
    return switch (random.nextInt(5)) {
      case 0 -> splice(bytes, at, length, new byte[0]);
      case 1 -> splice(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      case 2 ->
          splice(
              bytes,
              at,
              random.nextInt(2) * length,
              poison.get(random.nextInt(poison.size())).getBytes(StandardCharsets.UTF_8));
      case 3 -> splice(bytes, at, bytes.length - at, new byte[0]);
      default -> splice(bytes, at, 1, new byte[] {(byte) random.nextInt(256)});
    };
  }

  private static byte[] splice(byte[] bytes, int at, int removed, byte[] added) {
    byte[] result = new byte[bytes.length - removed + added.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(added, 0, result, at, added.length);
    System.arraycopy(bytes, at + removed, result, at + added.length, bytes.length - at - removed);
    return result;
  }
}
