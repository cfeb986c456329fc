package org.vigie.server.places;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.testing.TestMission;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaceRoutesTest {

  private @Nullable TestMission mission;

  @BeforeAll
  void start(DatabaseAddress address) throws Exception {
    mission = new TestMission(address, (layers, store) -> List.of(new PlaceRoutes(layers, store)));
    List<Feature> features = new ArrayList<>();
    features.add(
        feature(
            "admin-area",
            "POLYGON((20 4, 24 4, 24 8, 20 8, 20 4))",
            Map.of("pcode", "MR", "name", "Testland", "level", "ADM0")));
    features.add(
        feature(
            "admin-area",
            "POLYGON((20 4, 22 4, 22 8, 20 8, 20 4))",
            Map.of("pcode", "MR01", "name", "Ouest", "level", "ADM1")));
    features.add(place("Kal Béro", 21, 5, "P1", "Ouest"));
    features.add(place("Sango", 21.5, 6, "P2", "Ouest"));
    features.add(place("Sango", 23.5, 7, "P3", "Est"));
    mission().load(features);
  }

  @AfterAll
  void stop() {
    mission().close();
  }

  private TestMission mission() {
    return java.util.Objects.requireNonNull(mission);
  }

  private static Feature place(String name, double lon, double lat, String code, String admin1)
      throws Exception {
    return feature(
        "place",
        "POINT(" + lon + " " + lat + ")",
        Map.of("name", name, "pcode", code, "place_class", "VILLAGE", "admin1", admin1));
  }

  private static Feature feature(String layer, String wkt, Map<String, Object> properties)
      throws Exception {
    Geometry geometry = new WKTReader().read(wkt);
    geometry.setSRID(4326);
    return new Feature(
        FeatureId.random(),
        layer,
        geometry,
        null,
        null,
        null,
        null,
        Classification.UNCLASSIFIED,
        java.util.Set.of(),
        properties,
        Provenance.own(),
        0,
        null);
  }

  private JsonNode locate(String text) throws Exception {
    return mission().get("/api/locate?q=" + TestMission.encode(text));
  }

  private static List<String> codes(JsonNode located) {
    return located.path("warnings").findValuesAsText("code");
  }

  @Test
  void anOffsetFromAPlaceIsADistanceAlongABearingWithTheUncertaintyOfBoth() throws Exception {
    JsonNode located = locate("5 km NE of kal-bero");
    JsonNode at = located.at("/best/position");
    double lon = at.get(0).doubleValue();
    double lat = at.get(1).doubleValue();
    assertThat(Geodesy.distanceMetres(21, 5, lon, lat))
        .isCloseTo(5_000, org.assertj.core.data.Offset.offset(2.0));
    assertThat(lon).isGreaterThan(21);
    assertThat(lat).isGreaterThan(5);
    assertThat(located.at("/best/radiusM").longValue()).isBetween(1_500L, 5_000L);
    assertThat(located.at("/names/admin1").textValue()).isEqualTo("Ouest");
    assertThat(locate("5 km au nord-est de Kal Béro").at("/best/position")).isEqualTo(at);
  }

  @Test
  void placesOfOneNameAreOfferedWithTheAreasThatTellThemApart() throws Exception {
    JsonNode located = locate("sango");
    assertThat(codes(located)).contains("ambiguous");
    assertThat(located.path("candidates")).hasSize(2);
    assertThat(located.path("candidates").findValuesAsText("detail"))
        .containsExactlyInAnyOrder("Village, Ouest", "Village, Est");
    JsonNode near =
        mission().get("/api/locate?q=sango&near=" + TestMission.encode("23.4,7.0")).at("/best");
    assertThat(near.path("detail").textValue()).isEqualTo("Village, Est");
  }

  @Test
  void swappedCoordinatesAreNoticedBecauseTheOtherOrderLiesInTheMission() throws Exception {
    JsonNode located = locate("21.2, 5.1");
    assertThat(codes(located)).containsExactly("swapped");
    assertThat(located.at("/warnings/0/instead/position/0").doubleValue()).isEqualTo(21.2);
    assertThat(codes(locate("5.1, 21.2"))).isEmpty();
  }

  @Test
  void aPointOutsideTheMissionAreaIsToldApartFromOneInside() throws Exception {
    assertThat(codes(locate("48.85 N 2.35 E"))).containsExactly("outside");
    assertThat(codes(mission().get("/api/locate?at=21,5"))).isEmpty();
  }

  @Test
  void aTextAndAClickThatDisagreeAreCompared() throws Exception {
    JsonNode far =
        mission().get("/api/locate?q=" + TestMission.encode("5.1, 21.2") + "&at=21.3,5.1");
    assertThat(codes(far)).containsExactly("apart");
  }

  @Test
  void whatIsNotUnderstoodIsAnAnswerWithAWayOut() throws Exception {
    JsonNode located = locate("nowhere that anybody knows");
    assertThat(located.path("kind").textValue()).isEqualTo("unknown");
    assertThat(located.at("/problem/fix").textValue()).isNotBlank();
  }

  @Test
  void aSearchForgivesAccentsCaseAndAWrongLetter() throws Exception {
    for (String typed : List.of("KAL BERO", "kal béro", "kal beru")) {
      JsonNode found = mission().get("/api/places?q=" + TestMission.encode(typed));
      assertThat(found.at("/places/0/text").textValue()).as(typed).isEqualTo("Kal Béro");
    }
  }
}
