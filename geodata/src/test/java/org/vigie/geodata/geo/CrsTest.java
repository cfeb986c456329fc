package org.vigie.geodata.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;

class CrsTest {

  private static final double TWO_CENTIMETRES = 2e-7;
  private final GeometryFactory geometries = new GeometryFactory();

  @Test
  void everyOfferedCrsIsInTheDatabaseAndComesBackToWhereItStarted() throws Exception {
    for (Crs crs : Crs.list()) {
      int zone = crs.epsg() % 100;
      boolean utm = crs.epsg() / 100 >= 258 && crs.epsg() / 100 <= 327;
      double longitude = utm ? -183 + 6 * zone + 0.5 : 11;
      double latitude = crs.epsg() / 100 == 327 ? -33 : 49;
      Point there = (Point) crs.fromWgs84(point(longitude, latitude));
      Point back = (Point) crs.toWgs84(there);
      assertThat(back.getX()).as(crs.uri()).isCloseTo(longitude, within(TWO_CENTIMETRES));
      assertThat(back.getY()).as(crs.uri()).isCloseTo(latitude, within(TWO_CENTIMETRES));
      if (utm) {
        assertThat(there.getX()).as(crs.uri()).isBetween(500_000.0, 560_000.0);
      }
    }
  }

  @Test
  void axesStandAsTheCrsDefinesThem() throws Exception {
    assertThat(crs("EPSG:4326").fromWgs84(point(11, 49)).getCoordinate().x).isEqualTo(49);
    assertThat(Crs.CRS84.fromWgs84(point(11, 49)).getCoordinate().x).isEqualTo(11);
    // EPSG:3035 is northing, easting; its origin is 52 N 10 E at N 3210000, E 4321000.
    Coordinate laea = crs("EPSG:3035").fromWgs84(point(10, 52)).getCoordinate();
    assertThat(laea.x).isCloseTo(3_210_000, within(0.01));
    assertThat(laea.y).isCloseTo(4_321_000, within(0.01));
    Coordinate mercator = crs("EPSG:3857").fromWgs84(point(180, 0)).getCoordinate();
    assertThat(mercator.x).isCloseTo(20_037_508.3428, within(0.001));
  }

  @Test
  void aCrsIsFoundByUriUrnAndCode() {
    Crs utm = crs("EPSG:32733");
    assertThat(Crs.find("http://www.opengis.net/def/crs/EPSG/0/32733")).contains(utm);
    assertThat(Crs.find("https://www.opengis.net/def/crs/EPSG/0/32733")).contains(utm);
    assertThat(Crs.find("urn:ogc:def:crs:EPSG::32733")).contains(utm);
    assertThat(Crs.find("[EPSG:32733]")).contains(utm);
    assertThat(Crs.find("http://www.opengis.net/def/crs/OGC/1.3/CRS84")).contains(Crs.CRS84);
    assertThat(Crs.find("urn:ogc:def:crs:OGC:1.3:CRS84")).contains(Crs.CRS84);
  }

  @Test
  void equalEarthAndNonsenseAreNotOffered() {
    for (String name :
        new String[] {
          "EPSG:8857",
          "http://www.opengis.net/def/crs/EPSG/0/8857",
          "EPSG:999999",
          "EPSG:CRS84",
          "OGC:4326",
          "",
          "[",
          "http://evil.example/EPSG/0/4326"
        }) {
      assertThat(Crs.find(name)).as(name).isEmpty();
    }
  }

  @Test
  void aZoneSuitsWhatLiesInOrBesideIt() {
    BoundingBox munich = new BoundingBox(11, 48, 12, 49);
    assertThat(crs("EPSG:32632").suits(munich)).isTrue();
    assertThat(crs("EPSG:32633").suits(munich)).isTrue();
    assertThat(crs("EPSG:25832").suits(munich)).isTrue();
    assertThat(crs("EPSG:32732").suits(munich)).isFalse();
    assertThat(crs("EPSG:32636").suits(munich)).isFalse();
    assertThat(crs("EPSG:3857").suits(munich)).isTrue();
    BoundingBox fiji = new BoundingBox(177, -19, -179, -16);
    assertThat(crs("EPSG:32760").suits(fiji)).isTrue();
    assertThat(crs("EPSG:32701").suits(fiji)).isTrue();
    assertThat(crs("EPSG:32730").suits(fiji)).isFalse();
    assertThat(crs("EPSG:32632").suits(new BoundingBox(-180, -90, 180, 90))).isFalse();
  }

  @Test
  void aPlaceThatTheCrsCannotExpressIsRefused() {
    assertThatThrownBy(() -> crs("EPSG:3395").fromWgs84(point(0, 90)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("outside");
  }

  private static Crs crs(String name) {
    return Crs.find(name).orElseThrow();
  }

  private Point point(double x, double y) {
    return geometries.createPoint(new Coordinate(x, y));
  }
}
