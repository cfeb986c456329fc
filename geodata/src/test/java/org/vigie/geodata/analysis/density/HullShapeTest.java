package org.vigie.geodata.analysis.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.testing.SharedData;

class HullShapeTest {

  @Test
  void areasAgreeWithPostgisToAMillionth() throws IOException {
    List<String> rows =
        Files.readAllLines(SharedData.get("reference/expected/postgis_hulls_P1_eps2000_min8.csv"));
    PlanarSpace points = DbscanTest.planar("P1_planar_points.csv");
    Clustering clustering = Dbscan.run(points, 2000, 8);
    int compared = 0;
    for (int cluster = 1; cluster <= clustering.clusters(); cluster++) {
      List<Coordinate> places = new ArrayList<>();
      int n = 0;
      for (int i = 0; i < points.size(); i++) {
        if (clustering.label()[i] == cluster) {
          n++;
          Coordinate place = new Coordinate(points.x(i), points.y(i));
          if (!places.contains(place)) {
            places.add(place);
          }
        }
      }
      String own = n + ",";
      double convex = HullShape.CONVEX.draw(places, 2000, 0.3, 1).geometry().getArea();
      double concave = HullShape.CONCAVE.draw(places, 2000, 0.3, 1).geometry().getArea();
      for (String row : rows.subList(1, rows.size())) {
        String[] cells = row.split(",");
        double theirs = Double.parseDouble(cells[2]);
        // A cluster whose border point the other side counted elsewhere has another hull.
        if ((cells[1] + ",").equals(own) && Math.abs(convex / theirs - 1) < 1e-6) {
          assertThat(concave).isCloseTo(Double.parseDouble(cells[3]), within(concave * 1e-6));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource
  void onePlaceAndPlacesInALineStillGetAnArea(HullShape shape) {
    HullShape.Hull one = shape.draw(List.of(new Coordinate(7, 7)), 1000, 0.3, 250);
    assertThat(one.geometry().getArea())
        .isCloseTo(
            Math.PI * square(shape == HullShape.BUFFER ? 500 : 250),
            within(one.geometry().getArea() * 0.02));
    HullShape.Hull line =
        shape.draw(
            List.of(new Coordinate(0, 0), new Coordinate(100, 100), new Coordinate(50, 50)),
            1000,
            0.3,
            250);
    assertThat(line.geometry().getArea()).isGreaterThan(250 * 141);
    assertThat(line.widenedMetres()).isEqualTo(shape == HullShape.BUFFER ? 0 : 250);
    assertThat(line.share(List.of(new Coordinate(100, 100)))).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void everyPlaceLiesInsideEvenWhenTheyWereThinned(HullShape shape) {
    Random random = new Random(17);
    List<Coordinate> places = new ArrayList<>();
    for (int i = 0; i < 21_000; i++) {
      places.add(new Coordinate(random.nextGaussian() * 3_000, random.nextGaussian() * 3_000));
    }
    assertThat(shape.draw(places, 2_000, 0.3, 250).share(places)).isEqualTo(1);
  }

  @Test
  void theShareCountsWhatLiesOutside() {
    HullShape.Hull hull =
        HullShape.CONVEX.draw(
            List.of(new Coordinate(0, 0), new Coordinate(10, 0), new Coordinate(0, 10)), 5, 1, 1);
    assertThat(hull.share(List.of(new Coordinate(1, 1), new Coordinate(9, 9)))).isEqualTo(0.5);
  }

  private static double square(double value) {
    return value * value;
  }
}
