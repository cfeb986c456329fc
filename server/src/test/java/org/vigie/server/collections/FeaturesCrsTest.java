package org.vigie.server.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.geo.Crs;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

/** OGC API - Features, part 2, with the numbers compared with PROJ. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeaturesCrsTest {

  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final String ITEMS = "/collections/place/items";

  private MissionServer server;
  private DatabaseAddress database;

  @BeforeAll
  void start(DatabaseAddress address) throws Exception {
    database = address;
    server = new MissionServer(address);
    for (double[] place : new double[][] {{11.5, 48.1}, {9.2, 45.4}, {6.1, 49.6}}) {
      server.post(
          "place",
          """
          {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%s, %s]},
           "properties": {"name": "P"}}
          """
              .formatted(place[0], place[1]));
    }
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void everyCollectionListsItsReferenceSystemsAndHowItIsStored() throws Exception {
    JsonNode collection = server.json("/collections/place");
    assertThat(collection.path("storageCrs").asText()).isEqualTo(Crs.CRS84.uri());
    List<String> offered = new ArrayList<>();
    collection.path("crs").forEach(uri -> offered.add(uri.asText()));
    assertThat(offered)
        .contains(Crs.CRS84.uri(), EPSG + 4326, EPSG + 3857, EPSG + 3035, EPSG + 32632)
        .doesNotContain(EPSG + 8857, EPSG + 32601);
    for (String uri : offered) {
      assertThat(server.status(ITEMS + "?crs=" + MissionServer.encode(uri))).as(uri).isEqualTo(200);
    }
  }

  @Test
  void theAnswerNamesItsReferenceSystem() throws Exception {
    String id = server.json(ITEMS + "?limit=1").at("/features/0/id").asText();
    for (String path : List.of(ITEMS, ITEMS + "/" + id)) {
      assertThat(server.get(path).headers().firstValue("Content-Crs"))
          .contains("<" + Crs.CRS84.uri() + ">");
      assertThat(server.get(path + "?crs=" + EPSG + 3857).headers().firstValue("Content-Crs"))
          .contains("<" + EPSG + "3857>");
    }
  }

  @Test
  void coordinatesAgreeWithProjInTheAxisOrderOfTheSystem() throws Exception {
    try (Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
      for (int code : new int[] {4326, 4258, 3857, 3395, 3035, 32631, 32632, 32633, 25832}) {
        boolean northFirst = code == 4326 || code == 4258 || code == 3035;
        double tolerance = code == 4326 || code == 4258 ? 2e-7 : 0.02;
        JsonNode ours = server.json(ITEMS + "?crs=" + EPSG + code).path("features");
        JsonNode stored = server.json(ITEMS).path("features");
        assertThat(ours).hasSize(3);
        for (int i = 0; i < 3; i++) {
          JsonNode lonLat = stored.get(i).at("/geometry/coordinates");
          double[] proj =
              project(connection, lonLat.get(0).asDouble(), lonLat.get(1).asDouble(), code);
          JsonNode got = ours.get(i).at("/geometry/coordinates");
          assertThat(got.get(northFirst ? 1 : 0).asDouble())
              .as("x of " + code)
              .isCloseTo(proj[0], within(tolerance));
          assertThat(got.get(northFirst ? 0 : 1).asDouble())
              .as("y of " + code)
              .isCloseTo(proj[1], within(tolerance));
        }
      }
    }
  }

  @Test
  void aBoxIsReadInItsOwnSystemAndAxisOrder() throws Exception {
    assertThat(matched("bbox=11,48,12,49")).isEqualTo(1);
    assertThat(matched("bbox=48,11,49,12&bbox-crs=" + EPSG + 4326)).isEqualTo(1);
    assertThat(matched("bbox=48,11,0,49,12,0&bbox-crs=" + EPSG + 4326)).isEqualTo(1);
    // Munich in UTM 32 N is 686 km east, 5330 km north.
    assertThat(matched("bbox=680000,5320000,690000,5340000&bbox-crs=" + EPSG + 32632)).isEqualTo(1);
    assertThat(matched("bbox=600000,5320000,640000,5340000&bbox-crs=" + EPSG + 32632)).isEqualTo(0);
    assertThat(matched("bbox=-20037508,-20037508,20037508,20037508&bbox-crs=" + EPSG + 3857))
        .isEqualTo(3);
    assertThat(
            server.status(ITEMS + "?bbox=690000,5320000,680000,5340000&bbox-crs=" + EPSG + 32632))
        .isEqualTo(400);
  }

  @Test
  void filterGeometriesAreReadInTheirOwnSystem() throws Exception {
    String filter = MissionServer.encode("S_INTERSECTS(geom,BBOX(48,11,49,12))");
    assertThat(matched("filter=" + filter + "&filter-crs=" + EPSG + 4326)).isEqualTo(1);
    assertThat(matched("filter=" + filter)).isEqualTo(0);
    String utm = MissionServer.encode("S_INTERSECTS(geom,BBOX(680000,5320000,690000,5340000))");
    assertThat(matched("filter=" + utm + "&filter-crs=" + EPSG + 32632)).isEqualTo(1);
  }

  @Test
  void aFeatureMayBeSentInAnotherSystem() throws Exception {
    String body =
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [48.5, 11.25]},
         "properties": {"name": "Sent"}}
        """;
    var answer = server.send("POST", ITEMS, body, Map.of("Content-Crs", "<" + EPSG + "4326>"));
    assertThat(answer.statusCode()).isEqualTo(201);
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(server.json(location).at("/geometry/coordinates").toString())
        .isEqualTo("[11.25,48.5]");
    server.send("DELETE", location, null, Map.of("If-Match", "*"));
    assertThat(server.send("POST", ITEMS, body, Map.of("Content-Crs", "<x>")).statusCode())
        .isEqualTo(400);
  }

  private int matched(String query) throws Exception {
    return server.json(ITEMS + "?" + query).path("numberMatched").asInt();
  }

  private static double[] project(Connection connection, double x, double y, int code)
      throws Exception {
    try (var statement =
        connection.prepareStatement(
            "select ST_X(p), ST_Y(p) from ST_Transform(ST_SetSRID(ST_Point(?, ?), 4326), ?) p")) {
      statement.setDouble(1, x);
      statement.setDouble(2, y);
      statement.setInt(3, code);
      try (var result = statement.executeQuery()) {
        result.next();
        return new double[] {result.getDouble(1), result.getDouble(2)};
      }
    }
  }
}
