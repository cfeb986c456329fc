package org.vigie.geodata.analysis.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.geo.EqualAreaPlane;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.model.BadInputException;

class StudyCellsTest {

  private static final long SEED = Long.getLong("vigie.seed", 20_261_121);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final HexagonLattice lattice = new HexagonLattice(new EqualAreaPlane(20.5, 6.5), 10_000);

  @Test
  void withoutAnAreaTheCellsLieInTheHullOfTheOccupiedOnesOrNextToIt() throws BadInputException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int draw = 0; draw < 30; draw++) {
      long[] occupied =
          random
              .ints(random.nextInt(1, 12), 0, 10_000)
              .mapToLong(n -> HexagonLattice.cell(n % 100 - 50, n / 100 - 50))
              .toArray();
      StudyCells cells = StudyCells.of(lattice, occupied, Optional.empty());
      Geometry hull =
          new ConvexHull(
                  Arrays.stream(occupied).mapToObj(lattice::centre).toArray(Coordinate[]::new),
                  GEOMETRIES)
              .getConvexHull();
      for (int r = -60; r <= 60; r++) {
        for (int q = -90; q <= 90; q++) {
          long cell = HexagonLattice.cell(q, r);
          double distance = hull.distance(GEOMETRIES.createPoint(lattice.centre(cell)));
          assertThat(cells.number(cell) >= 0)
              .as("seed %d, draw %d, cell %d %d at %f", SEED, draw, q, r, distance)
              .isEqualTo(distance <= lattice.pitch() * (1 + 1e-9));
        }
      }
    }
  }

  @Test
  void oneOccupiedCellIsStudiedWithItsNeighbours() throws BadInputException {
    StudyCells cells =
        StudyCells.of(lattice, new long[] {HexagonLattice.cell(5, 5)}, Optional.empty());
    assertThat(cells.size()).isEqualTo(7);
    int middle = cells.number(HexagonLattice.cell(5, 5));
    Neighbours neighbours = cells.neighbours(HexagonLattice.stepsWithinRings(1));
    assertThat(neighbours.count(middle)).isEqualTo(6);
    assertThat(neighbours.islands()).isZero();
    assertThat(neighbours.mean()).isEqualTo((6 + 6 * 3) / 7.0);
    assertThat(cells.counts(new long[] {HexagonLattice.cell(5, 5), HexagonLattice.cell(90, 0)}))
        .isEqualTo(IntStream.range(0, 7).map(i -> i == middle ? 1 : 0).toArray());
  }

  @ParameterizedTest
  @CsvSource({"18, 22, 4, 8", "-5, 5, -3, 3"})
  void inAnAreaTheCellsFillItAndNoEventIsLost(double west, double east, double south, double north)
      throws BadInputException {
    HexagonLattice here =
        new HexagonLattice(new EqualAreaPlane((west + east) / 2, (south + north) / 2), 10_000);
    Geometry area = GEOMETRIES.toGeometry(new Envelope(west, east, south, north));
    Coordinate outside = here.plane().toMetres(east + 3, north);
    long stray = here.at(outside.x, outside.y);
    StudyCells cells = StudyCells.of(here, new long[] {stray}, Optional.of(area));
    assertThat(cells.number(stray)).isNotNegative();
    int inside = 0;
    for (int i = 0; i < cells.size(); i++) {
      Coordinate centre = here.centreDegrees(cells.cell(i));
      inside += area.contains(GEOMETRIES.createPoint(centre)) ? 1 : 0;
      assertThat(cells.number(cells.cell(i))).isEqualTo(i);
    }
    assertThat(cells.size()).isEqualTo(inside + 1);
    double expected = Geodesy.areaSquareMetres(area) / 1e6 / here.areaKm2();
    assertThat((double) inside).isBetween(0.96 * expected, 1.04 * expected);
  }

  @Test
  void theNearestCellsAreFoundAtTheEdgeToo() throws BadInputException {
    SplittableRandom random = new SplittableRandom(SEED);
    long[] occupied =
        random.ints(12, 0, 400).mapToLong(n -> HexagonLattice.cell(n % 20, n / 20)).toArray();
    StudyCells cells = StudyCells.of(lattice, occupied, Optional.empty());
    for (int wanted : new int[] {1, 8, 40}) {
      Neighbours nearest = cells.nearest(wanted);
      for (int i = 0; i < cells.size(); i++) {
        Coordinate centre = lattice.centre(cells.cell(i));
        double[] distances =
            IntStream.range(0, cells.size())
                .mapToDouble(other -> lattice.centre(cells.cell(other)).distance(centre))
                .sorted()
                .toArray();
        assertThat(nearest.count(i)).isEqualTo(wanted);
        for (int n = 0; n < wanted; n++) {
          assertThat(lattice.centre(cells.cell(nearest.get(i, n))).distance(centre))
              .as("seed %d", SEED)
              .isCloseTo(distances[n + 1], within(1e-3));
        }
      }
    }
  }

  @Test
  void tooManyCellsAreRefusedWithASideThatWouldDo() {
    HexagonLattice fine = new HexagonLattice(new EqualAreaPlane(0, 0), 100);
    Geometry area = GEOMETRIES.toGeometry(new Envelope(-10, 10, -10, 10));
    assertThatThrownBy(() -> StudyCells.of(fine, new long[] {0}, Optional.of(area)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("too many");
  }
}
