package org.vigie.geodata.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.vigie.geodata.testing.SharedData;

class GeodesyTest {

  @Test
  void distancesAgreeWithTheReferenceToAMicrometre() throws IOException {
    List<String> lines =
        Files.readAllLines(SharedData.get("reference/expected/geodesic_distances.csv"));
    assertThat(lines).hasSizeGreaterThan(4);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      double distance =
          Geodesy.distanceMetres(
              Double.parseDouble(cells[1]),
              Double.parseDouble(cells[2]),
              Double.parseDouble(cells[3]),
              Double.parseDouble(cells[4]));
      assertThat(distance).as(cells[0]).isCloseTo(Double.parseDouble(cells[5]), within(1e-6));
    }
  }

  @Test
  void theDestinationLiesWhereItWasSentFor() {
    Random random = new Random(4711);
    for (int i = 0; i < 500; i++) {
      double lon = random.nextDouble() * 360 - 180;
      double lat = random.nextDouble() * 178 - 89;
      double metres = random.nextDouble() * 1e6;
      Coordinate end = Geodesy.destination(lon, lat, random.nextDouble() * 360, metres);
      assertThat(Geodesy.distanceMetres(lon, lat, end.x, end.y))
          .as("seed 4711, round %d", i)
          .isCloseTo(metres, within(1e-6));
      assertThat(end.x).isBetween(-180.0, 180.0);
    }
  }

  @Test
  void aBoxOfOneDegreeAtTheEquatorHasItsShareOfTheBandBetweenItsParallels() {
    Geometry box = new GeometryFactory().toGeometry(new Envelope(0, 1, 0, 1));
    assertThat(Geodesy.areaSquareMetres(box)).isCloseTo(bandArea(0, 1) / 360, within(20_000.0));
  }

  @Test
  void aBoxIsMeasuredAlongItsParallelsHoweverWideItIs() {
    GeometryFactory geometries = new GeometryFactory();
    for (Envelope e :
        List.of(
            new Envelope(-30, 30, 40, 60),
            new Envelope(-180, 180, -10, 10),
            new Envelope(-180, 180, -90, 90),
            new Envelope(170, 180, -20, -10))) {
      double expected = bandArea(e.getMinY(), e.getMaxY()) * e.getWidth() / 360;
      assertThat(Geodesy.areaSquareMetres(geometries.toGeometry(e)))
          .as(e.toString())
          .isCloseTo(expected, within(expected * 2e-5));
    }
  }

  @Test
  void holesAreLeftOutAndPartsAddUpWhateverTheDirectionOfTheRings() throws ParseException {
    WKTReader wkt = new WKTReader();
    double outer = Geodesy.areaSquareMetres(wkt.read("POLYGON((0 0,4 0,4 4,0 4,0 0))"));
    double hole = Geodesy.areaSquareMetres(wkt.read("POLYGON((1 1,2 1,2 2,1 2,1 1))"));
    assertThat(
            Geodesy.areaSquareMetres(
                wkt.read("POLYGON((0 0,0 4,4 4,4 0,0 0),(1 1,2 1,2 2,1 2,1 1))")))
        .isCloseTo(outer - hole, within(1.0));
    assertThat(
            Geodesy.areaSquareMetres(
                wkt.read(
                    "GEOMETRYCOLLECTION(POINT(1 1),MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((11 1,12"
                        + " 1,12 2,11 2,11 1))))")))
        .isCloseTo(outer + hole, within(1.0));
    assertThat(Geodesy.areaSquareMetres(wkt.read("LINESTRING(0 0,1 1)"))).isZero();
  }

  @Test
  void theLocalProjectionGoesThereAndBackAndKeepsDistancesFromItsCentre() {
    Random random = new Random(815);
    for (double[] centre : new double[][] {{20, 5}, {179.99, -17}, {10, 89.9}}) {
      LocalProjection projection = new LocalProjection(centre[0], centre[1]);
      for (int i = 0; i < 200; i++) {
        Coordinate place =
            Geodesy.destination(
                centre[0], centre[1], random.nextDouble() * 360, random.nextDouble() * 300_000);
        Coordinate metres = projection.toMetres(place.x, place.y);
        assertThat(Math.hypot(metres.x, metres.y))
            .isCloseTo(
                Geodesy.distanceMetres(centre[0], centre[1], place.x, place.y), within(1e-6));
        assertThat(Geodesy.distanceMetres(place, projection.toDegrees(metres)))
            .isCloseTo(0, within(1e-6));
      }
    }
  }

  @Test
  void anAreaWithAHoleKeepsItAlsoAcrossTheAntimeridian() throws ParseException {
    Geometry metres =
        new WKTReader()
            .read(
                "MULTIPOLYGON(((-9000 -9000,9000 -9000,9000 9000,-9000 9000,-9000 -9000),(-4000"
                    + " -4000,-4000 4000,4000 4000,4000 -4000,-4000 -4000)),((20000 0,21000 0,21000"
                    + " 1000,20000 0)))");
    for (double lon : new double[] {30, 180}) {
      Geometry degrees = new LocalProjection(lon, -17).toDegrees(metres);
      assertThat(degrees.isValid()).isTrue();
      assertThat(degrees.getEnvelopeInternal().getMaxX()).isLessThanOrEqualTo(180);
      assertThat(Geodesy.areaSquareMetres(degrees))
          .isCloseTo(metres.getArea(), within(metres.getArea() * 1e-4));
    }
  }

  @Test
  void noLengthIsOffByMoreThanTheStatedError() {
    Random random = new Random(99);
    LocalProjection projection = new LocalProjection(-21, -11);
    double radius = 500_000;
    for (int i = 0; i < 500; i++) {
      Coordinate a =
          Geodesy.destination(-21, -11, random.nextDouble() * 360, random.nextDouble() * radius);
      Coordinate b = Geodesy.destination(a.x, a.y, random.nextDouble() * 360, 100);
      double flat = projection.toMetres(a.x, a.y).distance(projection.toMetres(b.x, b.y));
      assertThat(Math.abs(flat / 100 - 1))
          .as("seed 99, round %d", i)
          .isLessThanOrEqualTo(LocalProjection.scaleError(radius + 100) * 1.01 + 1e-6);
    }
  }

  /** Area between two parallels of WGS 84 (Snyder 1987, equation 3-12), in square metres. */
  private static double bandArea(double south, double north) {
    double a = 6_378_137;
    double e2 = 0.006694379990141317;
    double e = Math.sqrt(e2);
    java.util.function.DoubleUnaryOperator q =
        lat -> {
          double s = Math.sin(Math.toRadians(lat));
          return (1 - e2) * (s / (1 - e2 * s * s) - Math.log((1 - e * s) / (1 + e * s)) / (2 * e));
        };
    return Math.PI * a * a * (q.applyAsDouble(north) - q.applyAsDouble(south));
  }
}
