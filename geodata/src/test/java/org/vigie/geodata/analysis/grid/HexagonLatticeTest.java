package org.vigie.geodata.analysis.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.vigie.geodata.geo.EqualAreaPlane;
import org.vigie.geodata.geo.Geodesy;

class HexagonLatticeTest {

  private static final long SEED = Long.getLong("vigie.seed", 20_261_121);

  private final HexagonLattice lattice = new HexagonLattice(new EqualAreaPlane(20.5, 6.5), 10_000);

  @Test
  void aPlaceLiesInTheCellWithTheNearestCentre() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 20_000; i++) {
      Coordinate place = new Coordinate(random.nextDouble(-1e6, 1e6), random.nextDouble(-1e6, 1e6));
      long cell = lattice.at(place.x, place.y);
      double own = lattice.centre(cell).distance(place);
      for (long step : HexagonLattice.stepsWithinRings(2)) {
        assertThat(own)
            .as("seed %d", SEED)
            .isLessThanOrEqualTo(lattice.centre(cell + step).distance(place));
      }
    }
  }

  @Test
  void aCellHasSixNeighboursAtOnePitchAndTwelveInTheNextRing() {
    long cell = HexagonLattice.cell(-3, -7);
    assertThat(HexagonLattice.q(cell)).isEqualTo(-3);
    assertThat(HexagonLattice.r(cell)).isEqualTo(-7);
    long[] ring = HexagonLattice.stepsWithinRings(1);
    assertThat(ring).hasSize(6).doesNotContain(0);
    for (long step : ring) {
      assertThat(lattice.centre(cell + step).distance(lattice.centre(cell)))
          .isCloseTo(lattice.pitch(), within(1e-6));
    }
    assertThat(HexagonLattice.stepsWithinRings(2)).hasSize(18).doesNotHaveDuplicates();
    assertThat(HexagonLattice.stepsWithinRings(5)).hasSize(90).doesNotHaveDuplicates();
  }

  @Test
  void theCellsWithinADistanceAreThoseWhoseCentreIsSoNear() {
    assertThat(lattice.stepsWithin(lattice.pitch())).hasSize(6);
    assertThat(lattice.stepsWithin(0.99 * lattice.pitch())).isEmpty();
    // centres stand at 1, root of 3, 2, root of 7 and 3 pitches
    assertThat(lattice.stepsWithin(1.74 * lattice.pitch())).hasSize(12);
    assertThat(lattice.stepsWithin(2 * lattice.pitch())).hasSize(18);
    assertThat(lattice.stepsWithin(2.65 * lattice.pitch())).hasSize(30);
    assertThat(lattice.stepsWithin(3 * lattice.pitch())).hasSize(36);
  }

  @ParameterizedTest
  @CsvSource({"20.5, 6.5", "179.95, -16", "10, 89.5"})
  void cellsHaveTheStatedAreaOnTheGround(double lon, double lat) {
    HexagonLattice here = new HexagonLattice(new EqualAreaPlane(lon, lat), 2_000);
    for (long step : HexagonLattice.stepsWithinRings(4)) {
      assertThat(Geodesy.areaSquareMetres(here.polygon(step)) / 1e6)
          .isCloseTo(here.areaKm2(), within(here.areaKm2() * 0.003));
    }
  }

  @Test
  void manyPlacesAreBinnedAsEachIsAlone() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] lon = random.doubles(100_000, 15, 27).toArray();
    double[] lat = random.doubles(100_000, 2, 11).toArray();
    long[] alone = new long[lon.length];
    Arrays.setAll(
        alone,
        i -> {
          Coordinate place = lattice.plane().toMetres(lon[i], lat[i]);
          return lattice.at(place.x, place.y);
        });
    assertThat(lattice.at(lon, lat)).as("seed %d", SEED).isEqualTo(alone);
  }
}
