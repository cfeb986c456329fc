package org.vigie.server.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.vigie.server.testing.TestIncidents.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.index.Plan;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.tile.ReadTile;
import org.vigie.geodata.tile.ReadTile.ReadFeature;
import org.vigie.server.testing.TestMission;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TileRoutesTest {

  private static final int MANY = 6_000;
  private static final String WORLD = "/tiles/WebMercatorQuad/0/0/0";
  private static final String INCIDENTS = "/collections/incident/tiles/WebMercatorQuad/";

  private final HttpClient client = HttpClient.newHttpClient();
  private TestMission mission;

  /** A few incidents near (20, 5), and more than a tile takes near (-60, -20). */
  @BeforeAll
  void load(DatabaseAddress address) throws Exception {
    mission = new TestMission(address, (catalog, store) -> List.of(new TileRoutes(catalog, store)));
    List<Feature> features = new ArrayList<>();
    features.add(incident("a", 20.1, 5.1, "2024-01-05", "BATTLES", 3L, 4L));
    features.add(incident("b", 20.2, 5.2, "2024-02-20", "RIOTS", 1L, 2L));
    features.add(incident("nowhere", null, null, "2024-02-20", "RIOTS", 1L, 2L));
    features.add(incident("beyond", -179.99, 5.2, "2024-02-20", "RIOTS", 1L, 2L));
    Random random = new Random(7);
    for (int i = 0; i < MANY; i++) {
      features.add(
          incident(
              "n" + i,
              -60 - random.nextDouble() * 20,
              -20 - random.nextDouble() * 15,
              "2023-06-01",
              i % 3 == 0 ? "CRIME" : "PROTESTS",
              null,
              1L));
    }
    mission.load(features);
  }

  @AfterAll
  void stop() {
    mission.close();
  }

  @Test
  void aTileHasTheFeaturesThatLieThereWithTheirAttributes() throws Exception {
    List<ReadFeature> features = incidents(INCIDENTS + "6/31/35");
    assertThat(features).hasSize(2);
    assertThat(features.get(0).attributes())
        .containsEntry("title", "a")
        .containsEntry("type", "BATTLES")
        .containsEntry("severity", 4L)
        .containsEntry("radius_m", 3000L)
        .containsEntry("start", 1704412800L)
        .containsEntry("end", 1704499200L)
        .containsKey("id");
  }

  @Test
  void timeAndFilterChooseAsEverywhere() throws Exception {
    String tile = INCIDENTS + "6/31/35?";
    assertThat(titles(tile + "datetime=2024-02-01/..")).containsExactly("b");
    assertThat(titles(tile + "filter=" + TestMission.encode("type = 'BATTLES'")))
        .containsExactly("a");
    assertThat(get(tile + "as-known-at=2020-01-01T00:00:00Z").statusCode()).isEqualTo(204);
    assertThat(get(tile + "filter=nonsense=1").statusCode()).isEqualTo(400);
    assertThat(get(tile + "bbox=1,2,3,4").statusCode()).isEqualTo(400);
  }

  @Test
  void whatIsTooMuchForATileIsCountedAndNothingTwice() throws Exception {
    for (int zoom = 0; zoom <= 4; zoom++) {
      long counted = 0;
      int cells = 0;
      for (int row = 0; row < 1 << zoom; row++) {
        for (int column = 0; column < 1 << zoom; column++) {
          for (ReadFeature feature :
              incidents(INCIDENTS + zoom + "/" + row + "/" + column + "?datetime=2023-06-01")) {
            if (feature.attributes().containsKey("count")) {
              counted += (long) feature.attributes().get("count");
              cells++;
            } else {
              counted += inside(feature) ? 1 : 0;
            }
          }
        }
      }
      assertThat(counted).as("zoom %d", zoom).isEqualTo(MANY);
      assertThat(cells > 0).as("zoom %d", zoom).isEqualTo(zoom < 4);
    }
  }

  @Test
  void pointsHaveTitlesWhereThereIsRoomToReadThem() throws Exception {
    int titled = 0;
    int untitled = 0;
    for (int zoom : new int[] {4, 5, 6}) {
      int least = (1 << zoom) / 2;
      for (int row = least; row < least + (1 << zoom) / 8; row++) {
        for (int column = (1 << zoom) / 4; column < least; column++) {
          List<ReadFeature> features = incidents(INCIDENTS + zoom + "/" + row + "/" + column);
          boolean few = features.size() <= DrawnTiles.MAX_TITLES;
          assertThat(features)
              .as("%d/%d/%d", zoom, row, column)
              .allMatch(feature -> feature.attributes().containsKey("title") == few);
          titled += few ? features.size() : 0;
          untitled += few ? 0 : features.size();
        }
      }
    }
    assertThat(titled).isGreaterThan(500);
    assertThat(untitled).isGreaterThan(500);
  }

  /** One answer from memory is one picture that the database was not asked for. */
  @Test
  void aTileOfManyEventsIsOneReadFromMemory() throws Exception {
    assertThat(mission.index().awaitBuilt(Duration.ofMinutes(1))).isTrue();
    long before = mission.index().answered(Plan.MEMORY);
    List<ReadFeature> cells = incidents(INCIDENTS + "1/1/0?datetime=2023-06-01/2023-06-02");
    assertThat(cells.stream().mapToLong(cell -> (long) cell.attributes().get("count")).sum())
        .isEqualTo(MANY);
    assertThat(mission.index().answered(Plan.MEMORY)).isEqualTo(before + 1);
  }

  @Test
  void theBufferShowsTheOtherSideOfTheAntimeridian() throws Exception {
    List<ReadFeature> features = incidents(INCIDENTS + "5/15/31");
    assertThat(features).hasSize(1);
    assertThat(features.get(0).attributes()).containsEntry("title", "beyond");
    assertThat(inside(features.get(0))).isFalse();
  }

  @Test
  void whereNothingLiesThereIsNoContent() throws Exception {
    HttpResponse<byte[]> answer = get(INCIDENTS + "6/0/0");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void whatTheGridDoesNotHaveIsNotFound() throws Exception {
    for (String path :
        List.of(
            "/tiles/WebMercatorQuad/23/0/0",
            "/tiles/WebMercatorQuad/1/2/0",
            "/tiles/WebMercatorQuad/x/0/0",
            "/tiles/WebMercatorQuad/0/-1/0",
            "/tiles/WorldCRS84Quad/0/0/0",
            "/collections/none/tiles",
            "/collections/none/tiles/WebMercatorQuad/0/0/0")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(get(WORLD + "?collections=incident,none").statusCode()).isEqualTo(400);
  }

  @Test
  void aTileOfAllLayersHasThoseThatWereChosen() throws Exception {
    assertThat(read(get("/tiles/WebMercatorQuad/6/31/35"))).containsOnlyKeys("incident");
    assertThat(get("/tiles/WebMercatorQuad/6/31/35?collections=road").statusCode()).isEqualTo(204);
  }

  @Test
  void aTileComesCompressedOnceAndIsRevalidated() throws Exception {
    String path = INCIDENTS + "6/31/35";
    HttpResponse<byte[]> plain = get(path);
    HttpResponse<byte[]> packed =
        client.send(
            mission.request(path).header("Accept-Encoding", "gzip").build(),
            BodyHandlers.ofByteArray());
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    try (GZIPInputStream opened =
        new GZIPInputStream(new java.io.ByteArrayInputStream(packed.body()))) {
      assertThat(opened.readAllBytes()).isEqualTo(plain.body());
    }
    String tag = plain.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again =
        client.send(
            mission.request(path).header("If-None-Match", tag).build(), BodyHandlers.ofByteArray());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(plain.headers().firstValue("X-Classification")).contains("UNCLASSIFIED");
    assertThat(plain.headers().firstValue("Content-Type"))
        .contains("application/vnd.mapbox-vector-tile");
  }

  @Test
  void aWriteIsInTheNextTile() throws Exception {
    String path = INCIDENTS + "8/100/100";
    assertThat(get(path).statusCode()).isEqualTo(204);
    mission.load(List.of(incident("new", -38.7, 36.5, "2024-01-05", "BATTLES", 3L, 4L)));
    assertThat(titles(path)).containsExactly("new");
  }

  @Test
  void theDocumentsLeadToTheTiles() throws Exception {
    JsonNode list = mission.get("/tiles");
    String tileset = list.at("/tilesets/0/links/0/href").asText();
    JsonNode described = mission.get(path(tileset));
    assertThat(described.get("layers").size()).isEqualTo(TestMission.CATALOG.list().size());
    String template = "";
    for (JsonNode link : described.get("links")) {
      if (link.get("rel").asText().equals("item")) {
        assertThat(link.get("templated").asBoolean()).isTrue();
        template = link.get("href").asText();
      }
      if (link.get("rel").asText().endsWith("tiling-scheme")) {
        JsonNode grid = mission.get(path(link.get("href").asText()));
        assertThat(grid.get("uri")).isEqualTo(described.get("tileMatrixSetURI"));
        assertThat(grid.get("tileMatrices")).hasSize(23);
        // Table of annex D.1: zoom 0 and 18
        assertThat(grid.at("/tileMatrices/0/scaleDenominator").asDouble())
            .isEqualTo(559082264.0287178);
        assertThat(grid.at("/tileMatrices/18/scaleDenominator").asDouble())
            .isEqualTo(2132.729583849784);
      }
    }
    String tile =
        template.replace("{tileMatrix}", "6").replace("{tileRow}", "31").replace("{tileCol}", "35");
    assertThat(get(path(tile)).statusCode()).isEqualTo(200);
    JsonNode one = mission.get("/collections/incident/tiles/WebMercatorQuad");
    assertThat(one.at("/layers/0/geometryDimension").asInt()).isZero();
    assertThat(one.at("/layers/0/propertiesSchema/properties").has("type")).isTrue();
  }

  @Test
  void gdalReadsATile(@TempDir Path folder) throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/ogrinfo")), "skipped: ogrinfo is not installed");
    Path file = folder.resolve("31.mvt");
    Files.write(file, get(INCIDENTS + "6/31/35").body());
    Process ogrinfo =
        new ProcessBuilder(
                "ogrinfo", "-ro", "-al", "-oo", "X=35", "-oo", "Y=31", "-oo", "Z=6", "MVT:" + file)
            .redirectErrorStream(true)
            .start();
    String said = new String(ogrinfo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).contains("Feature Count: 2").contains("BATTLES").contains("POINT (");
  }

  private static boolean inside(ReadFeature feature) {
    var place = feature.geometry().getCoordinate();
    return place.x >= 0 && place.x < 4096 && place.y >= 0 && place.y < 4096;
  }

  private List<Object> titles(String path) throws Exception {
    return incidents(path).stream().map(f -> f.attributes().get("title")).toList();
  }

  private List<ReadFeature> incidents(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    return answer.statusCode() == 204 ? List.of() : read(answer).get("incident").features();
  }

  private static Map<String, ReadTile.ReadLayer> read(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return ReadTile.of(answer.body());
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    HttpRequest request = mission.request(path).build();
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private static String path(String url) {
    return url.substring(url.indexOf('/', "https://".length()));
  }
}
