package org.vigie.server.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.server.testing.TestIncidents.incident;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.index.Plan;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.tile.event.ReadEventTile;
import org.vigie.geodata.tile.event.ReadEventTile.Entry;
import org.vigie.server.testing.ReadTileBundle;
import org.vigie.server.testing.TestMission;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventTileRoutesTest {

  private static final int MANY = 9_000;
  private static final String INCIDENTS = "/api/events/incident/";
  private static final String FEW = INCIDENTS + "6/31/35";

  private final HttpClient client = HttpClient.newHttpClient();
  private TestMission mission;

  /**
   * Two incidents near (20, 5), one of unknown place, and more than a tile tells near (-60, -20).
   */
  @BeforeAll
  void load(DatabaseAddress address) throws Exception {
    mission =
        new TestMission(address, (catalog, store) -> List.of(new EventTileRoutes(catalog, store)));
    List<Feature> features = new ArrayList<>();
    features.add(incident("a", 20.1, 5.1, "2024-01-05", "BATTLES", 3L, 4L));
    features.add(
        incident("b", 20.2, 5.2, "2024-02-20", "RIOTS", 1L, 2L)
            .withMarks(Classification.CONFIDENTIAL, java.util.Set.of()));
    features.add(incident("nowhere", null, null, "2024-02-20", "RIOTS", 1L, 2L));
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
    assertThat(mission.index().awaitBuilt(Duration.ofMinutes(1))).isTrue();
  }

  @AfterAll
  void stop() {
    mission.close();
  }

  @Test
  void aTileHasTheEventsThatLieThereByTime() throws Exception {
    ReadEventTile tile = read(FEW);
    assertThat(tile.aggregated()).isFalse();
    assertThat(tile.entries()).extracting(Entry::category).containsExactly("BATTLES", "RIOTS");
    assertThat(tile.entries()).extracting(Entry::severity).containsExactly(4, 2);
    assertThat(tile.base()).isEqualTo(Instant.parse("2024-01-05T00:00:00Z").getEpochSecond());
    assertThat(tile.entries()).extracting(Entry::duration).containsOnly(1_440L);
  }

  @Test
  void itIsAnsweredFromMemoryAndThePastFromTheDatabase() throws Exception {
    long before = mission.index().answered(Plan.MEMORY);
    byte[] now = get(INCIDENTS + "5/15/17").body();
    assertThat(mission.index().answered(Plan.MEMORY)).isEqualTo(before + 1);
    byte[] past = get(INCIDENTS + "5/15/17?as-known-at=" + Instant.now()).body();
    assertThat(mission.index().answered(Plan.MEMORY)).isEqualTo(before + 1);
    assertThat(past).isEqualTo(now).isNotEmpty();
    assertThat(get(FEW + "?as-known-at=2020-01-01T00:00:00Z").statusCode()).isEqualTo(204);
  }

  @Test
  void timeAndFilterChooseAsEverywhere() throws Exception {
    assertThat(read(FEW + "?datetime=2024-02-01/..").total()).isEqualTo(1);
    String text = TestMission.encode("type = 'BATTLES'");
    assertThat(read(FEW + "?filter=" + text).total()).isEqualTo(1);
    assertThat(read(FEW + "?filter-lang=cql2-text&filter=" + text).total()).isEqualTo(1);
    String json =
        TestMission.encode("{\"op\":\"=\",\"args\":[{\"property\":\"type\"},\"BATTLES\"]}");
    assertThat(read(FEW + "?filter=" + json).total()).isEqualTo(1);
    assertThat(read(FEW + "?filter-lang=cql2-json&filter=" + json).total()).isEqualTo(1);
    for (String wrong :
        List.of(
            "filter=nonsense=1",
            "filter-lang=sql&filter=" + text,
            "filter-lang=cql2-json&filter=" + text,
            "datetime=never",
            "as-known-at=2999-01-01T00:00:00Z",
            "bbox=1,2,3,4",
            "zoom=3")) {
      assertThat(get(FEW + "?" + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void manyAreCountedByCellAndDayAndNoneTwice() throws Exception {
    for (int zoom = 0; zoom <= 4; zoom++) {
      long total = 0;
      int aggregated = 0;
      for (int row = 0; row < 1 << zoom; row++) {
        for (int column = 0; column < 1 << zoom; column++) {
          HttpResponse<byte[]> answer =
              get(INCIDENTS + zoom + "/" + row + "/" + column + "?datetime=2023-06-01");
          if (answer.statusCode() == 200) {
            ReadEventTile tile = ReadEventTile.of(answer.body());
            total += tile.total();
            aggregated += tile.aggregated() ? 1 : 0;
          }
        }
      }
      assertThat(total).as("zoom %d", zoom).isEqualTo(MANY);
      assertThat(aggregated > 0).as("zoom %d", zoom).isEqualTo(zoom < 4);
    }
  }

  @Test
  void whatIsNotThereIsNotFoundAndNothingIsNoContent() throws Exception {
    for (String path :
        List.of(
            "none/0/0/0", "incident/23/0/0", "incident/1/2/0", "incident/x/0/0", "road/1/-1/0")) {
      assertThat(get("/api/events/" + path).statusCode()).as(path).isEqualTo(404);
    }
    HttpResponse<byte[]> nothing = get(INCIDENTS + "6/0/0");
    assertThat(nothing.statusCode()).isEqualTo(204);
    assertThat(nothing.body()).isEmpty();
    assertThat(get("/api/events/road/0/0/0").statusCode()).isEqualTo(204);
  }

  @Test
  void aTileComesCompressedIsMarkedAndRevalidated() throws Exception {
    HttpResponse<byte[]> plain = get(FEW);
    HttpResponse<byte[]> packed =
        client.send(
            mission.request(FEW).header("Accept-Encoding", "gzip").build(),
            BodyHandlers.ofByteArray());
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    try (GZIPInputStream opened = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(opened.readAllBytes()).isEqualTo(plain.body());
    }
    assertThat(plain.headers().firstValue("Content-Type"))
        .contains("application/vnd.vigie.event-tile");
    assertThat(plain.headers().firstValue("X-Classification")).contains("CONFIDENTIAL");
    assertThat(get(FEW + "?datetime=2024-01-05").headers().firstValue("X-Classification"))
        .contains("UNCLASSIFIED");
    assertThat(plain.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
    String tag = plain.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again =
        client.send(
            mission.request(FEW).header("If-None-Match", tag).build(), BodyHandlers.ofByteArray());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void aWriteIsInTheNextTileAndElsewhereTheTagStays() throws Exception {
    String path = INCIDENTS + "8/100/100";
    String elsewhere = get(FEW).headers().firstValue("ETag").orElseThrow();
    assertThat(get(path).statusCode()).isEqualTo(204);
    mission.load(List.of(incident("new", -38.7, 36.5, "2024-01-05", "BATTLES", 3L, 4L)));
    assertThat(read(path).total()).isEqualTo(1);
    assertThat(get(FEW).headers().firstValue("ETag")).contains(elsewhere);
  }

  @Test
  void aBundleHasTheTilesOfAZoomInTheOrderAskedForByteForByte() throws Exception {
    String asked = "filter=" + TestMission.encode("type <> 'CRIME'") + "&datetime=2023-01-01/..";
    List<String> places = List.of("31/35", "0/0", "35/21", "35/22", "36/21");
    HttpResponse<byte[]> answer =
        get(INCIDENTS + "6?" + asked + "&tiles=" + String.join(",", places));
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/vnd.vigie.tile-bundle");
    assertThat(answer.headers().firstValue("X-Classification")).contains("CONFIDENTIAL");
    ReadTileBundle bundle = ReadTileBundle.of(answer.body());
    assertThat(bundle.tiles()).hasSameSizeAs(places);
    assertThat(bundle.key()).as("nobody is signed in").isEmpty();
    int full = 0;
    for (int i = 0; i < places.size(); i++) {
      HttpResponse<byte[]> single = get(INCIDENTS + "6/" + places.get(i) + '?' + asked);
      ReadTileBundle.Tile tile = bundle.tiles().get(i);
      assertThat(tile.bytes()).as(places.get(i)).isEqualTo(single.body());
      assertThat(tile.status()).isEqualTo(single.statusCode());
      assertThat(single.headers().firstValue("ETag")).contains(tile.tag());
      assertThat(single.headers().firstValue("X-Classification")).contains(tile.mark());
      full += tile.bytes().length > 0 ? 1 : 0;
    }
    assertThat(full).isGreaterThan(1);
  }

  @Test
  void aFilterThatSpeaksOfTilesIsAnotherQuestion() throws Exception {
    String battles = TestMission.encode("type = 'BATTLES'");
    String riots = TestMission.encode("type = 'RIOTS'");
    String tiles = "6?tiles=31/35&filter=";
    byte[] first = get(INCIDENTS + tiles + battles).body();
    byte[] second = get(INCIDENTS + tiles + riots).body();
    assertThat(ReadTileBundle.of(first).tiles().get(0).bytes())
        .isEqualTo(get(FEW + "?filter=" + battles).body());
    assertThat(ReadTileBundle.of(second).tiles().get(0).bytes())
        .isEqualTo(get(FEW + "?filter=" + riots).body())
        .isNotEqualTo(ReadTileBundle.of(first).tiles().get(0).bytes());
  }

  @Test
  void aBundleIsRevalidatedAsAWholeAndTileByTile() throws Exception {
    String path = INCIDENTS + "6?tiles=31/35,0/0";
    HttpResponse<byte[]> first = get(path);
    String whole = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again =
        client.send(
            mission.request(path).header("If-None-Match", whole).build(),
            BodyHandlers.ofByteArray());
    assertThat(again.statusCode()).isEqualTo(304);
    List<ReadTileBundle.Tile> tiles = ReadTileBundle.of(first.body()).tiles();
    String held = TestMission.encode(tiles.get(0).tag()) + "," + TestMission.encode("\"other\"");
    List<ReadTileBundle.Tile> asked = ReadTileBundle.of(get(path + "&held=" + held).body()).tiles();
    assertThat(asked).extracting(ReadTileBundle.Tile::status).containsExactly(304, 204);
    assertThat(asked.get(0).bytes()).isEmpty();
    assertThat(asked.get(0).mark()).isEqualTo("CONFIDENTIAL");
  }

  @Test
  void aBundleThatIsWronglyAskedForSaysWhatIsWrong() throws Exception {
    for (String wrong :
        List.of(
            "",
            "tiles=",
            "tiles=31",
            "tiles=31/35/1",
            "tiles=31/35,",
            "tiles=31/35&held=%22a%22,%22b%22",
            "tiles=" + "1/1,".repeat(64) + "1/1",
            "tiles=31/35&bbox=1,2,3,4")) {
      HttpResponse<byte[]> answer = get(INCIDENTS + "6?" + wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("fix");
    }
    assertThat(get(INCIDENTS + "6?tiles=64/0").statusCode()).isEqualTo(404);
    assertThat(get(INCIDENTS + "x?tiles=0/0").statusCode()).isEqualTo(404);
    assertThat(get("/api/events/none/6?tiles=0/0").statusCode()).isEqualTo(404);
  }

  private ReadEventTile read(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return ReadEventTile.of(answer.body());
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return client.send(mission.request(path).build(), BodyHandlers.ofByteArray());
  }
}
