package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.geo.Circle;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.geo.LonLat;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.collections.FeaturesApi;
import org.vigie.server.picture.MissionIdentity;
import org.vigie.server.picture.PictureRoutes;
import org.vigie.server.processes.ProcessRoutes;
import org.vigie.server.testing.TestIncidents;
import org.vigie.server.testing.TestMission;

/** An area means the same in every form and at every exit, and a circle is one on the ground. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AreaFormsTest {

  private final long seed = Long.getLong("vigie.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final FeatureId sector = FeatureId.random();
  private final FeatureId road = FeatureId.random();
  private final double[] way = {20.4, 4.6, 21.3, 5.9, 22.8, 6.1};
  private List<Feature> incidents = List.of();
  private TestMission mission;

  @BeforeAll
  void load(DatabaseAddress address) throws Exception {
    mission =
        new TestMission(
            address,
            (catalog, store, desk) ->
                List.of(
                    new FeaturesApi(store, catalog, Clock.systemUTC()),
                    new PictureRoutes(new MissionIdentity("Test", true, "1"), catalog, store),
                    new ProcessRoutes(desk)));
    incidents = TestIncidents.random(1_200, random);
    mission.load(incidents);
    mission.load(
        List.of(
            new Feature(
                sector,
                "admin-area",
                Circle.of(22, 6, 90_000, "area").toPolygon(),
                null,
                null,
                null,
                null,
                Classification.CONFIDENTIAL,
                Set.of(),
                Map.of("name", "EXERCISE ring", "level", "SECTOR", "pcode", "EX-1"),
                new Provenance("test", "ring", null, Map.of()),
                0,
                null),
            new Feature(
                road,
                "road",
                LonLat.factory()
                    .createLineString(
                        new Coordinate[] {
                          new Coordinate(way[0], way[1]),
                          new Coordinate(way[2], way[3]),
                          new Coordinate(way[4], way[5])
                        }),
                null,
                null,
                null,
                null,
                Classification.UNCLASSIFIED,
                Set.of(),
                Map.of("name", "EXERCISE road", "segment", "EX-R-1"),
                new Provenance("test", "road", null, Map.of()),
                0,
                null)));
    assertThat(mission.index().awaitBuilt(Duration.ofMinutes(1))).isTrue();
  }

  @AfterAll
  void stop() {
    mission.close();
  }

  @Test
  void aCircleHoldsWhatIsThatNearAtEveryExit() throws Exception {
    for (int round = 0; round < 8; round++) {
      double lon = 20 + 4 * random.nextDouble();
      double lat = 4 + 4 * random.nextDouble();
      double radius = 5_000 + 200_000 * random.nextDouble();
      String area = String.format(Locale.ROOT, "circle:%.6f,%.6f,%.1f", lon, lat, radius);
      holdsTheNear(area, radius, at -> Geodesy.distanceMetres(lon, lat, at.x, at.y));
    }
  }

  @Test
  void aCorridorHoldsWhatIsThatNearAtEveryExit() throws Exception {
    for (int round = 0; round < 6; round++) {
      double[] line = new double[2 * (2 + random.nextInt(4))];
      StringBuilder area = new StringBuilder("corridor:");
      for (int i = 0; i < line.length; i += 2) {
        line[i] = Math.rint(1e4 * (20 + 4 * random.nextDouble())) / 1e4;
        line[i + 1] = Math.rint(1e4 * (4 + 4 * random.nextDouble())) / 1e4;
        area.append(line[i]).append(',').append(line[i + 1]).append(',');
      }
      double half = 2_000 + 60_000 * random.nextDouble();
      area.append(String.format(Locale.ROOT, "%.1f", half));
      holdsTheNear(area.toString(), half, at -> distance(at, line));
    }
  }

  @Test
  void whatIsNearARoadOnRecordIsWhatIsInItsCorridorAndTheAnswerNamesTheRoad() throws Exception {
    String near = "near:road/" + road + ",15000";
    holdsTheNear(near, 15_000, at -> distance(at, way));
    assertThat(counted(near))
        .isEqualTo(counted("corridor:20.4,4.6,21.3,5.9,22.8,6.1,15000"))
        .doesNotContain(0L);
    assertThat(counted("near:road/EXERCISE road,15000")).isEqualTo(counted(near));
    JsonNode answer = mission.get("/api/statistics?layer=incident&area=" + near);
    assertThat(answer.at("/area/feature/title").asText()).isEqualTo("EXERCISE road");
    assertThat(answer.at("/area/withinM").asDouble()).isEqualTo(1.5);
  }

  @Test
  void whatIsNearAnAreaIsInItOrBesideIt() throws Exception {
    String near = "near:admin-area/" + sector + ",20000";
    holdsTheNear(near, 20_000, at -> Geodesy.distanceMetres(22, 6, at.x, at.y) - 90_000, 9);
    assertThat(mission.get("/api/statistics?layer=incident&area=" + near).get("classification"))
        .hasToString("\"CONFIDENTIAL\"");
  }

  @Test
  void everyFormOfOneAreaHasOneAnswer() throws Exception {
    String ring = "20.5,4.5,23.5,4.5,23.2,7.1,20.5,4.5";
    String geoJson =
        "{'type':'Polygon','coordinates':[[[20.5,4.5],[23.5,4.5],[23.2,7.1],[20.5,4.5]]]}";
    long expected = post("{'layer':'incident','area':" + geoJson + "}").get("count").asLong();
    assertThat(expected).isPositive();
    for (String form : List.of("polygon:" + ring, "polygon:20.5,4.5,23.5,4.5,23.2,7.1", geoJson)) {
      assertThat(counted(form.replace('\'', '"'))).as(form).containsOnly(expected);
    }
  }

  @Test
  void aHoleIsTakenOutAndAPartIsAddedInText() throws Exception {
    String rings = "20.5,4.5,23.5,4.5,23.5,7.5,20.5,7.5";
    String hole = "21,5,23,5,23,7,21,7";
    long whole = counted("polygon:" + rings).get(0);
    long inside = counted("polygon:" + hole).get(0);
    assertThat(inside).isPositive().isLessThan(whole);
    assertThat(counted("polygon:" + rings + ";!" + hole)).containsOnly(whole - inside);
    assertThat(
            counted("polygon:" + rings + ";!" + hole + ";" + "21.2,5.2,22.8,5.2,22.8,6.8,21.2,6.8"))
        .containsOnly(
            whole - inside + counted("polygon:21.2,5.2,22.8,5.2,22.8,6.8,21.2,6.8").get(0));
  }

  @Test
  void aFeatureIsAnAreaByItsNameAndTheAnswerSaysWhichAndIsMarked() throws Exception {
    String named = "feature:admin-area/" + sector;
    JsonNode answer = mission.get("/api/statistics?layer=incident&area=" + named);
    JsonNode circle = mission.get("/api/statistics?layer=incident&area=circle:22,6,90000");
    assertThat(answer.get("count")).isEqualTo(circle.get("count"));
    assertThat(answer.get("groups")).isEqualTo(circle.get("groups"));
    assertThat(answer.at("/area/feature/title").asText()).isEqualTo("EXERCISE ring");
    assertThat(answer.at("/area/withinM").asDouble()).isZero();
    assertThat(circle.at("/area/withinM").asDouble()).isEqualTo(9);
    assertThat(answer.get("classification").asText()).isEqualTo("CONFIDENTIAL");
    assertThat(circle.get("classification").asText()).isEqualTo("UNCLASSIFIED");
    assertThat(counted(named)).containsOnly(answer.get("count").asLong());
  }

  @Test
  void thePreviousPeriodStandsBesideEveryFigure() throws Exception {
    JsonNode answer =
        mission.get(
            "/api/statistics?layer=incident&area=circle:22,6,250000"
                + "&datetime=2024-07-01/2024-09-30&step=week&list=3");
    JsonNode previous = answer.get("previous");
    JsonNode before =
        mission.get(
            "/api/statistics?layer=incident&area=circle:22,6,250000"
                + "&datetime=2024-03-31/2024-06-30&step=week");
    assertThat(previous.at("/datetime/start").asText()).isEqualTo("2024-03-31T00:00:00Z");
    for (String figure : List.of("count", "groups", "periods", "sums", "perKm2")) {
      assertThat(previous.get(figure)).as(figure).isEqualTo(before.get(figure)).isNotNull();
    }
    assertThat(answer.at("/datetime/end").asText()).isEqualTo("2024-10-01T00:00:00Z");
    assertThat(answer.get("perKm2").asDouble() * answer.get("areaKm2").asDouble())
        .isCloseTo(answer.get("count").asDouble(), within(1e-9));
    double ratio = answer.get("count").asDouble() / before.get("count").asDouble();
    assertThat(answer.at("/change/ratio").asDouble()).isCloseTo(ratio, within(1e-12));
    assertThat(answer.at("/change/low").asDouble()).isLessThan(ratio);
    assertThat(answer.at("/change/high").asDouble()).isGreaterThan(ratio);
    assertThat(answer.get("items")).hasSize(3);
  }

  @Test
  void anAreaAndABoxMeanWhatTheyHaveInCommonItsSizeToo() throws Exception {
    JsonNode half =
        mission.get("/api/statistics?layer=incident&area=circle:22,6,100000&bbox=22,0,30,10");
    JsonNode whole = mission.get("/api/statistics?layer=incident&area=circle:22,6,100000");
    assertThat(half.get("areaKm2").asDouble() * 2)
        .isCloseTo(whole.get("areaKm2").asDouble(), within(5.0));
  }

  @Test
  void anAnswerByAddressIsKeptUntilSomethingIsWritten() throws Exception {
    String path = "/api/statistics?layer=incident&area=circle:22,6,100000";
    HttpResponse<String> first = mission.send(mission.request(path).build());
    String tag = first.headers().firstValue("ETag").orElseThrow();
    var again = mission.request(path).header("If-None-Match", tag);
    assertThat(mission.send(again.build()).statusCode()).isEqualTo(304);
    mission.load(List.of(TestIncidents.incident("new", null, null, "2024-05-05", "RIOTS", 1L, 2L)));
    assertThat(mission.send(again.build()).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsNoAreaIsRefusedWithWhatWouldBeOne() throws Exception {
    Map<String, String> wrong =
        Map.ofEntries(
            Map.entry("square:1,2", "circle:lon,lat,metres"),
            Map.entry("", "circle:lon,lat,metres"),
            Map.entry("circle:1,2", "three numbers"),
            Map.entry("circle:1,2,3", "from 10 to"),
            Map.entry("circle:1,2,NaN", "from 10 to"),
            Map.entry("circle:1,200,1000", "outside -90 to 90"),
            Map.entry("circle:1,,1000", "not a number"),
            Map.entry("corridor:1,2,3,4", "not 4"),
            Map.entry("corridor:1,2,1,2,100", "different positions"),
            Map.entry("corridor:1,2,90,2,100", "2000 km"),
            Map.entry("corridor:1,88,1,89,100", "nearer to a pole"),
            Map.entry("polygon:1,2,3,4", "three corners"),
            Map.entry("polygon:0,0,2,2,2,0,0,2", "crossing"),
            Map.entry("polygon:!0,0,2,0,2,2", "begins with a hole"),
            Map.entry("polygon:0,0,2,0,2,2;", "not a number"),
            Map.entry("polygon:0,0,2,0,2,2;!5,5,6,5,6,6", "simple shape"),
            Map.entry("polygon:170,0,190,0,180,5", "antimeridian"),
            Map.entry("feature:hotspot", "no layer ''"),
            Map.entry("feature:nowhere/" + sector, "no layer 'nowhere'"),
            Map.entry("feature:hotspot/none", "no such feature"),
            Map.entry("near:road/nowhere,2000", "no such feature"),
            Map.entry("near:road/" + road, "no distance"),
            Map.entry("near:road/" + road + ",far", "not a number"),
            Map.entry("near:road/" + road + ",5", "to each side"),
            Map.entry("feature:incident/" + incident(), "polygon"),
            Map.entry("{\"type\":\"Point\",\"coordinates\":[1,2]}", "Polygon"),
            Map.entry("{\"type\"", "not JSON"));
    for (Map.Entry<String, String> each : wrong.entrySet()) {
      HttpResponse<String> answer =
          mission.send(
              mission
                  .request(
                      "/api/statistics?layer=incident&area=" + TestMission.encode(each.getKey()))
                  .build());
      assertThat(answer.statusCode()).as(each + " " + answer.body()).isEqualTo(400);
      assertThat(answer.body()).as(each.toString()).contains("\"area\"").contains(each.getValue());
    }
    HttpResponse<String> projected =
        mission.send(
            mission
                .request(
                    "/collections/incident/items?area=circle:22,6,1000&bbox=0,0,1000,1000"
                        + "&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3857")
                .build());
    assertThat(projected.statusCode()).isEqualTo(400);
    assertThat(projected.body()).contains("box in degrees");
  }

  private String incident() {
    return incidents.get(0).id().toString();
  }

  /** What lies within the stated deviation of the border may be told either way. */
  private void holdsTheNear(String area, double metres, ToDoubleFunction<Coordinate> distance)
      throws Exception {
    holdsTheNear(area, metres, distance, 0);
  }

  /**
   * @param roughly metres that the distance may be off besides
   */
  private void holdsTheNear(
      String area, double metres, ToDoubleFunction<Coordinate> distance, double roughly)
      throws Exception {
    String what = "seed " + seed + ", " + area;
    double deviation =
        post("{'layer':'incident','area':'" + area + "'}").at("/area/withinM").asDouble();
    assertThat(deviation).as(what).isBetween(0.1, metres / 9_999);
    long surely = 0;
    long perhaps = 0;
    for (Feature each : incidents) {
      if (each.geometry() != null) {
        double off = distance.applyAsDouble(each.geometry().getCoordinate()) - metres;
        surely += off < -deviation - roughly ? 1 : 0;
        perhaps += off <= deviation + roughly ? 1 : 0;
      }
    }
    List<Long> counted = counted(area);
    assertThat(counted).as(what).containsOnly(counted.get(0));
    assertThat(counted.get(0)).as(what).isBetween(surely, perhaps);
  }

  /** At every exit that takes an area. */
  private List<Long> counted(String area) throws Exception {
    String given = TestMission.encode(area);
    String quoted = org.vigie.server.http.Json.MAPPER.writeValueAsString(area);
    List<Long> counts = new ArrayList<>();
    counts.add(mission.get("/api/statistics?layer=incident&area=" + given).get("count").asLong());
    counts.add(
        mission
            .ask("/api/statistics", "{\"layer\":\"incident\",\"area\":" + quoted + "}")
            .get("count")
            .asLong());
    counts.add(
        mission
            .ask("/api/counts", "{\"layers\":[{\"name\":\"incident\"}],\"area\":" + quoted + "}")
            .at("/layers/incident/count")
            .asLong());
    counts.add(mission.get("/api/histogram?layer=incident&area=" + given).get("count").asLong());
    counts.add(
        mission
            .get("/collections/incident/items?limit=1&area=" + given)
            .get("numberMatched")
            .asLong());
    counts.add(
        (long) mission.get("/collections/incident/export?area=" + given).get("features").size());
    counts.add(
        mission
            .ask(
                "/processes/cluster-density/execution",
                "{\"inputs\":{\"layer\":\"incident\",\"area\":" + quoted + "}}")
            .at("/diagnostics/n")
            .asLong());
    return counts;
  }

  private JsonNode post(String body) throws IOException, InterruptedException {
    return mission.post("/api/statistics", body);
  }

  /** To the nearest of many places of each leg, and of many beside that one. */
  private static double distance(Coordinate at, double[] line) {
    double nearest = Double.MAX_VALUE;
    for (int i = 2; i < line.length; i += 2) {
      double middle = 0.5;
      for (double reach = 0.5; reach > 1e-6; reach /= 12) {
        double from = middle;
        double least = Double.MAX_VALUE;
        for (int k = -24; k <= 24; k++) {
          double along = Math.max(0, Math.min(1, from + k * reach / 24));
          double metres =
              Geodesy.distanceMetres(
                  at.x,
                  at.y,
                  line[i - 2] + along * (line[i] - line[i - 2]),
                  line[i - 1] + along * (line[i + 1] - line[i - 1]));
          if (metres < least) {
            least = metres;
            middle = along;
          }
        }
        nearest = Math.min(nearest, least);
      }
    }
    return nearest;
  }
}
