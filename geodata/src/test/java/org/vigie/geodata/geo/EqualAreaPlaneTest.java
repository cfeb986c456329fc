package org.vigie.geodata.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class EqualAreaPlaneTest {

  private static final long SEED = Long.getLong("vigie.seed", 20_261_121);

  @ParameterizedTest
  @CsvSource({"0, 0", "20.5, 6.5", "179.99, -16", "-70, 89.99", "10, 90", "10, -90", "3, -45"})
  void placesComeBackWithinThreeMillimetres(double lon, double lat) {
    EqualAreaPlane plane = new EqualAreaPlane(lon, lat);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 2_000; i++) {
      double x = random.nextDouble(-1e6, 1e6);
      double y = random.nextDouble(-1e6, 1e6);
      Coordinate degrees = plane.toDegrees(x, y);
      Coordinate back = plane.toMetres(degrees.x, degrees.y);
      assertThat(back.distance(new Coordinate(x, y))).as("seed %d", SEED).isLessThan(0.003);
      assertThat(degrees.x).isBetween(-180.0, 180.0);
    }
  }

  @ParameterizedTest
  @CsvSource({"20.5, 6.5", "179.9, -16", "10, 89", "0, 60"})
  void areasAreThoseOfTheEllipsoid(double lon, double lat) {
    EqualAreaPlane plane = new EqualAreaPlane(lon, lat);
    for (double shift : new double[] {0, 100_000, 900_000}) {
      // many corners, for a straight line of the plane is none in degrees
      int corners = 400;
      Coordinate[] ring = new Coordinate[corners + 1];
      for (int i = 0; i < corners; i++) {
        double angle = 2 * Math.PI * i / corners;
        ring[i] =
            new Coordinate(shift + 20_000 * Math.cos(angle), 20_000 * Math.sin(angle) - shift);
      }
      ring[corners] = ring[0];
      double flat = 0.5 * corners * 4e8 * Math.sin(2 * Math.PI / corners);
      assertThat(Geodesy.areaSquareMetres(plane.polygon(ring)) / flat).isCloseTo(1, within(1e-6));
    }
  }

  @ParameterizedTest
  @CsvSource({"20.5, 6.5", "179.9, -16", "10, 89", "0, 45"})
  void lengthsDifferByNoMoreThanIsStated(double lon, double lat) {
    EqualAreaPlane plane = new EqualAreaPlane(lon, lat);
    SplittableRandom random = new SplittableRandom(SEED);
    double worst = 0;
    for (int i = 0; i < 5_000; i++) {
      double reach = random.nextDouble(1_000, 2_000_000);
      double angle = random.nextDouble(2 * Math.PI);
      double x = reach * Math.cos(angle);
      double y = reach * Math.sin(angle);
      double heading = random.nextDouble(2 * Math.PI);
      Coordinate from = plane.toDegrees(x, y);
      Coordinate to = plane.toDegrees(x + 50 * Math.cos(heading), y + 50 * Math.sin(heading));
      double error = Math.abs(50 / Geodesy.distanceMetres(from, to) - 1);
      worst = Math.max(worst, error / (EqualAreaPlane.scaleError(reach + 50) + 1e-6));
    }
    assertThat(worst).as("seed %d", SEED).isLessThanOrEqualTo(1).isGreaterThan(0.5);
  }

  @Test
  void theMiddleOfPlacesOnBothSidesOfTheAntimeridianLiesBetweenThem() {
    EqualAreaPlane plane =
        EqualAreaPlane.amid(new double[] {179, -178, 179.5}, new double[] {-16, -18, -17});
    Coordinate centre = plane.toDegrees(0, 0);
    assertThat(centre.x).isCloseTo(-179.5, within(3e-8));
    assertThat(centre.y).isCloseTo(-17, within(3e-8));
  }
}
