package org.vigie.geodata.analysis.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.geo.Geodesy;

class GeodesicDensityTest {

  private static final long SEED = Long.getLong("vigie.seed", 20261121);
  private static final double H = 8_000;

  @ParameterizedTest
  @CsvSource({"200000,4e-8", "1000000,1e-6", "5000000,1e-4"})
  void theFastDistanceIsTheGeodesicToItsStatedError(double farthest, double error) {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      double lon = random.nextDouble() * 360 - 180;
      double lat = i % 10 == 0 ? 90 - random.nextDouble() * 0.1 : random.nextDouble() * 180 - 90;
      Coordinate other =
          Geodesy.destination(lon, lat, random.nextDouble() * 360, random.nextDouble() * farthest);
      double exact = Geodesy.distanceMetres(lon, lat, other.x, other.y);
      double fast =
          Math.sqrt(
              new NearDistance(lat, other.y).squared(NearDistance.halfSineSquared(lon - other.x)));
      assertThat(fast)
          .as("seed %d, %s %s to %s", SEED, lon, lat, other)
          .isCloseTo(exact, within(error * exact + 1e-6));
    }
  }

  @ParameterizedTest
  @CsvSource({"20.5, 5.5", "179.98, -17", "33, 89.8", "-60, -89.9"})
  void everyCellHasTheDensityOfTheGeodesicDefinition(double lon, double lat) {
    Sources sources = around(lon, lat, 150);
    for (SmoothingKernel kernel : SmoothingKernel.values()) {
      DegreeCells cells = DegreeCells.over(box(sources, kernel), 2_500);
      double[] density = new GeodesicDensity(kernel, H, cells).ofPlaces(sources, Progress.UNHEARD);
      double peak = kernel.at(0, H);
      Random random = new Random(SEED);
      for (int i = 0; i < 400; i++) {
        int c = random.nextInt(cells.size());
        double exact =
            GeodesicDensity.at(
                cells.lon(c % cells.columns()), cells.lat(c / cells.columns()), sources, kernel, H);
        assertThat(density[c])
            .as("seed %d, cell %d of %s", SEED, c, cells)
            .isCloseTo(exact, offset(1e-7 * exact + 1e-11 * peak));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"20.5, 5.5", "179.98, -17", "33, 89.8"})
  void theMassOfAllCellsIsTheNumberOfEvents(double lon, double lat) {
    Sources sources = around(lon, lat, 60);
    for (SmoothingKernel kernel : SmoothingKernel.values()) {
      DegreeCells cells = DegreeCells.over(box(sources, kernel), 2_000);
      GeodesicDensity kernels = new GeodesicDensity(kernel, H, cells);
      assertThat(mass(cells, kernels.ofPlaces(sources, Progress.UNHEARD)))
          .isCloseTo(60, within(0.05));
      double[] binned = kernels.binned(sources);
      assertThat(Arrays.stream(binned).sum()).isCloseTo(60, within(1e-9));
      assertThat(mass(cells, kernels.ofCells(binned, Progress.UNHEARD)))
          .isCloseTo(60, within(0.05));
    }
  }

  @ParameterizedTest
  @CsvSource({"20.5, 5.5", "179.98, -17", "33, 89.8"})
  void massAtTheMiddleOfCellsIsSmoothedAsPlacesThereAre(double lon, double lat) {
    Sources near = around(lon, lat, 40);
    DegreeCells cells = DegreeCells.over(box(near, SmoothingKernel.GAUSSIAN), 3_000);
    double[] mass = new double[cells.size()];
    double[] lons = new double[40];
    double[] lats = new double[40];
    for (int i = 0; i < 40; i++) {
      int c = cells.index(near.lon(i), near.lat(i));
      lons[i] = cells.lon(c % cells.columns());
      lats[i] = cells.lat(c / cells.columns());
      mass[c]++;
    }
    for (SmoothingKernel kernel : SmoothingKernel.values()) {
      GeodesicDensity kernels = new GeodesicDensity(kernel, H, cells);
      double[] there = kernels.ofPlaces(Sources.of(lons, lats), Progress.UNHEARD);
      double[] smoothed = kernels.ofCells(mass, Progress.UNHEARD);
      for (int c = 0; c < there.length; c++) {
        assertThat(smoothed[c])
            .isCloseTo(there[c], offset(1e-9 * there[c] + 1e-13 * kernel.at(0, H)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void puttingEventsIntoCellsIsOffByNoMoreThanItsBound(SmoothingKernel kernel) {
    Sources sources = around(20.5, 5.5, 300);
    DegreeCells cells = DegreeCells.over(box(sources, kernel), H / 4);
    GeodesicDensity kernels = new GeodesicDensity(kernel, H, cells);
    double[] exact = kernels.ofPlaces(sources, Progress.UNHEARD);
    double[] binned = kernels.ofCells(kernels.binned(sources), Progress.UNHEARD);
    double peak = 0;
    double worst = 0;
    for (int c = 0; c < exact.length; c++) {
      peak = Math.max(peak, exact[c]);
      worst = Math.max(worst, Math.abs(binned[c] - exact[c]));
    }
    // δ²/4h² of each kernel at its peak bounds it; added up it is far below.
    assertThat(worst).as("seed %d", SEED).isLessThan(peak / 64);
  }

  @Test
  void theBoxTakesTheShorterWayRoundTheEarth() {
    Envelope fiji =
        DegreeBox.around(
            List.of(
                new Envelope(new Coordinate(179.9, -17)),
                new Envelope(new Coordinate(-179.9, -16))),
            0);
    assertThat(fiji.getMinX()).isCloseTo(179.9, within(1e-9));
    assertThat(fiji.getWidth()).isCloseTo(0.2, within(1e-9));
    Envelope pole = DegreeBox.around(List.of(new Envelope(new Coordinate(20, 89.95))), 20_000);
    assertThat(pole.getWidth()).isEqualTo(360);
    assertThat(pole.getMaxY()).isEqualTo(90);
  }

  @Test
  void cellsAreAsLargeAsTheEllipsoidSays() {
    DegreeCells cells = DegreeCells.over(new Envelope(179, 181, 40, 42), 20_000);
    double sum = 0;
    for (int row = 0; row < cells.rows(); row++) {
      sum += cells.area(row) * cells.columns();
    }
    double exact =
        Geodesy.areaSquareMetres(
            new org.locationtech.jts.geom.GeometryFactory()
                .toGeometry(new Envelope(-180, -178, 40, 42)));
    // The area between geodesics along the parallels differs by some parts in a million.
    assertThat(sum).isCloseTo(exact, within(1e-5 * exact));
    double all = 0;
    DegreeCells earth = DegreeCells.over(new Envelope(-180, 180, -90, 90), 500_000);
    for (int row = 0; row < earth.rows(); row++) {
      all += earth.area(row) * earth.columns();
    }
    assertThat(all).isCloseTo(510_065_621_724_088.4, within(1e3));
  }

  private static double mass(DegreeCells cells, double[] density) {
    double sum = 0;
    for (int c = 0; c < density.length; c++) {
      sum += density[c] * cells.area(c / cells.columns());
    }
    return sum;
  }

  private static Envelope box(Sources sources, SmoothingKernel kernel) {
    List<Envelope> places = new java.util.ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      places.add(new Envelope(new Coordinate(sources.lon(i), sources.lat(i))));
    }
    return DegreeBox.around(places, kernel.shown(H));
  }

  private static Sources around(double lon, double lat, int n) {
    Random random = new Random(SEED);
    double[] lons = new double[n];
    double[] lats = new double[n];
    for (int i = 0; i < n; i++) {
      Coordinate place =
          Geodesy.destination(
              lon, lat, random.nextDouble() * 360, 30_000 * Math.sqrt(random.nextDouble()));
      lons[i] = place.x;
      lats[i] = place.y;
    }
    return Sources.of(lons, lats);
  }
}
