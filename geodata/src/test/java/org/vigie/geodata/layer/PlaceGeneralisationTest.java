package org.vigie.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;

class PlaceGeneralisationTest {

  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
  private static final PlaceGeneralisation RULE =
      new PlaceGeneralisation(LayerFiles.read().get("incident"));

  private static Feature incident(double lon, double lat, Map<String, Object> properties) {
    return new Feature(
        FeatureId.random(),
        "incident",
        WGS84.createPoint(new Coordinate(lon, lat)),
        null,
        null,
        LocationClass.GPS,
        30.0,
        Classification.UNCLASSIFIED,
        Set.of(),
        properties,
        new Provenance("file", "sha256:0123", null, Map.of("lat", "" + lat)),
        0,
        null);
  }

  private static Feature sexualViolence(double lon, double lat) {
    return incident(lon, lat, Map.of("subtype", "SEXUAL_VIOLENCE"));
  }

  @Test
  void anyPointOnEarthLiesWithinTheRadiusOfItsCell() {
    Random random = new Random(20_26);
    for (int i = 0; i < 20_000; i++) {
      double lon = random.nextDouble() * 360 - 180;
      double lat = Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1));
      Feature kept = RULE.apply(sexualViolence(lon, lat));
      Point centre = (Point) kept.geometry();
      double metres = Geodesy.distanceMetres(lon, lat, centre.getX(), centre.getY());
      assertThat(metres).as(lon + " " + lat).isLessThanOrEqualTo(kept.radiusMetres());
    }
  }

  @Test
  void everyPointOfACellBecomesTheSamePlace() {
    Point centre = (Point) RULE.apply(sexualViolence(21.123456, 6.654321)).geometry();
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      Feature near =
          sexualViolence(
              centre.getX() + (random.nextDouble() - 0.5) * 0.08,
              centre.getY() + (random.nextDouble() - 0.5) * 0.08);
      assertThat(RULE.apply(near).geometry()).isEqualTo(centre);
    }
  }

  @Test
  void twiceIsOnce() {
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      Feature once =
          RULE.apply(
              sexualViolence(random.nextDouble() * 360 - 180, random.nextDouble() * 180 - 90));
      assertThat(RULE.apply(once)).isEqualTo(once);
    }
  }

  @Test
  void theUncertaintyTellsHowCoarseThePlaceBecame() {
    Feature kept = RULE.apply(sexualViolence(21.123456, 6.654321));

    assertThat(kept.locationClass()).isEqualTo(LocationClass.NEAR_PLACE);
    assertThat(kept.radiusMetres()).isBetween(6_000.0, 8_000.0);
  }

  @Test
  void aFlagProtectsAsWellAsTheType() {
    Feature flagged = incident(21.123456, 6.654321, Map.of("flags", List.of("CRSV")));

    assertThat(RULE.apply(flagged).geometry()).isNotEqualTo(flagged.geometry());
  }

  @Test
  void otherIncidentsKeepTheirPlace() {
    Feature other = incident(21.123456, 6.654321, Map.of("subtype", "ATTACK"));

    assertThat(RULE.apply(other)).isSameAs(other);
  }

  @Test
  void whatNamesThePlaceMoreFinelyIsGone() {
    Feature kept =
        RULE.apply(
            incident(
                21.123456,
                6.654321,
                Map.of(
                    "subtype", "SEXUAL_VIOLENCE",
                    "place_name", "Oum Tarfa",
                    "coord_original", "21.123456, 6.654321",
                    "admin1", "Nord",
                    "title", "Assault near Oum Tarfa",
                    "summary", "At 6.654321 N 21.123456 E, MGRS 34NGN 23456 65432, 06°39'15\"N.")));

    assertThat(kept.properties()).doesNotContainKeys("place_name", "coord_original");
    assertThat(kept.properties()).containsEntry("admin1", "Nord");
    assertThat(kept.toString())
        .doesNotContain("Tarfa")
        .doesNotContain("6.654321")
        .doesNotContain("23456")
        .doesNotContain("06°39");
    assertThat(kept.provenance().sourceId()).startsWith("withheld:");
  }

  @Test
  void numbersThatAreNoCoordinatesStay() {
    Feature kept =
        RULE.apply(
            incident(
                21.1,
                6.6,
                Map.of(
                    "subtype", "SEXUAL_VIOLENCE",
                    "summary",
                        "1,500 people fled 12.5 km on 3 March 2025 at 14.30; 2.350 tents.")));

    assertThat(kept.properties().get("summary"))
        .isEqualTo("1,500 people fled 12.5 km on 3 March 2025 at 14.30; 2.350 tents.");
  }
}
