package org.vigie.server.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

/** GDAL as a client, where it is installed. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OgrClientTest {

  private static final int N = 230;
  private static final long SEED = 7;

  private MissionServer server;

  @BeforeAll
  void start(DatabaseAddress address) throws Exception {
    assumeTrue(isInstalled(), "skipped: ogrinfo (package gdal-bin) is not installed");
    server = new MissionServer(address);
    Random random = new Random(SEED);
    List<String> types = List.of("BATTLES", "RIOTS", "PROTESTS");
    for (int i = 0; i < N; i++) {
      server.post(
          "incident",
          MissionServer.incident(
                  -25 + 7 * random.nextDouble(),
                  -14 + 6 * random.nextDouble(),
                  "2024-01-%02dT10:00:00Z".formatted(i % 28 + 1),
                  "\"severity\": %d, \"title\": \"Event %d\"".formatted(i % 5 + 1, i))
              .replace("BATTLES", types.get(i % 3)));
    }
    for (int i = 0; i < 12; i++) {
      server.post(
          "road",
          """
          {"type": "Feature",
           "geometry": {"type": "LineString", "coordinates": [[-20, %d], [-19, %d]]},
           "properties": {"name": "Road"}}
          """
              .formatted(-14 + i % 6, -13 + i % 6));
    }
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void everyFeatureOfEveryPageIsReadWithItsGeometry() throws Exception {
    String incidents = ogrinfo("-al", "-oo", "PAGE_SIZE=50", source(), "incident");
    assertThat(count(incidents, "OGRFeature(")).isEqualTo(N);
    assertThat(count(incidents, "  POINT (")).isEqualTo(N);
    assertThat(count(ogrinfo("-al", source(), "road"), "  LINESTRING (")).isEqualTo(12);
  }

  @Test
  void itsListIsTheListOfCollections() throws Exception {
    String list = ogrinfo("-q", source());
    server.catalog.list().forEach(layer -> assertThat(list).contains(": " + layer.name()));
  }

  @Test
  void aWhereClauseAgreesWithTheData() throws Exception {
    String found =
        ogrinfo("-al", source(), "incident", "-where", "severity >= 4 AND type = 'RIOTS'");
    int expected = 0;
    for (int i = 0; i < N; i++) {
      expected += i % 5 + 1 >= 4 && i % 3 == 1 ? 1 : 0;
    }
    assertThat(count(found, "OGRFeature(")).isEqualTo(expected);
  }

  @Test
  void aWindowAgreesWithABox() throws Exception {
    String found = ogrinfo("-al", source(), "incident", "-spat", "-22", "-12", "-20", "-10");
    int matched =
        server
            .json("/collections/incident/items?limit=1&bbox=-22,-12,-20,-10")
            .path("numberMatched")
            .asInt();
    assertThat(matched).isPositive();
    assertThat(count(found, "OGRFeature(")).isEqualTo(matched);
  }

  private String source() {
    return "OAPIF:" + server.url();
  }

  private static boolean isInstalled() {
    try {
      return new ProcessBuilder("ogrinfo", "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String ogrinfo(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("ogrinfo", "-ro"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(output).doesNotContain("ERROR");
    return output;
  }

  private static int count(String output, String start) {
    return (int) output.lines().filter(line -> line.startsWith(start)).count();
  }
}
