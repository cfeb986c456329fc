package org.vigie.geodata.analysis.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.geo.Geodesy;
import org.vigie.geodata.testing.SharedData;

class DbscanTest {

  @ParameterizedTest
  @CsvSource({"P1_eps1000_min5,1000,5", "P1_eps2000_min8,2000,8"})
  void thePlanarReferenceIsReproduced(String name, double eps, int minPts) throws IOException {
    Clustering clustering = Dbscan.run(planar("P1_planar_points.csv"), eps, minPts);
    assertAgrees(clustering, "dbscan_" + name + ".csv");
  }

  @ParameterizedTest
  @CsvSource({"P5_all_identical,5000,3", "P7_collinear_parallel,5000,3"})
  void theGeodesicReferenceIsReproduced(String name, double eps, int minPts) throws IOException {
    Clustering clustering = Dbscan.run(geodesic(name + ".csv"), eps, minPts);
    assertAgrees(clustering, name + "_dbscan_eps5000_min3.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "1000,5,23,505,619,3",
    "2000,8,11,399,742,5",
    "5000,10,7,209,952,0",
    "999.99,3,41,393,771,0",
    "1000,3,42,360,802,0"
  })
  void theFiguresOfTheReferenceSummaryAreMetIncludingSpacingOfExactlyEps(
      double eps, int minPts, int clusters, int noise, int core, int ambiguous) throws IOException {
    Clustering c = Dbscan.run(planar("P1_planar_points.csv"), eps, minPts);
    assertThat(c.clusters()).isEqualTo(clusters);
    assertThat(c.noise()).isEqualTo(noise);
    assertThat(count(c.core())).isEqualTo(core);
    assertThat(count(c.ambiguous())).isEqualTo(ambiguous);
  }

  @Test
  void randomPlacesAreClusteredAsTheDefinitionSays() {
    long seed = Long.getLong("vigie.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      Space space = randomPlaces(random, 20 + random.nextInt(180));
      double eps = 100 * Math.pow(300, random.nextDouble());
      int minPts = 1 + random.nextInt(8);
      String run = "seed " + seed + ", round " + round + ", eps " + eps + ", minPts " + minPts;
      assertSame(Dbscan.run(space, eps, minPts), PlainDbscan.run(space, eps, minPts), run);
    }
  }

  @Test
  void pointsOnALatticeOfExactlyEpsAreClusteredAsTheDefinitionSays() {
    double[] xs = new double[400];
    double[] ys = new double[400];
    for (int i = 0; i < 400; i++) {
      xs[i] = i % 20 * 100.0;
      ys[i] = (double) (i / 20 * 100);
    }
    Space lattice = new PlanarSpace(xs, ys);
    for (int minPts = 1; minPts <= 6; minPts++) {
      for (double eps : new double[] {99.999, 100, 141.5, 200, 283}) {
        assertSame(
            Dbscan.run(lattice, eps, minPts),
            PlainDbscan.run(lattice, eps, minPts),
            "eps " + eps + ", minPts " + minPts);
      }
    }
    assertThat(Dbscan.run(lattice, 100, 5).noise()).isEqualTo(4);
    assertThat(Dbscan.run(lattice, 99.999, 2).noise()).isEqualTo(400);
  }

  @Test
  void nothingGivesNoClusterAndOnePointIsNoiseUnlessOneIsEnough() {
    assertThat(Dbscan.run(places(), 1000, 3).clusters()).isZero();
    assertThat(Dbscan.run(places(18.5, 4.3), 1000, 2).label()).containsExactly(0);
    assertThat(Dbscan.run(places(18.5, 4.3), 1000, 1).label()).containsExactly(1);
  }

  @Test
  void twoPlacesExactlyEpsApartAreNeighboursAndAHairFartherAreNot() {
    double exact = Geodesy.distanceMetres(18.5, 4.3, 18.6, 4.35);
    Space pair = places(18.5, 4.3, 18.6, 4.35);
    assertThat(Dbscan.run(pair, exact, 2).label()).containsExactly(1, 1);
    assertThat(Dbscan.run(pair, Math.nextDown(exact), 2).label()).containsExactly(0, 0);
  }

  @Test
  void theAntimeridianAndThePolesAreNoBorders() {
    assertThat(Dbscan.run(places(179.99, -17, -179.99, -17, 180, -17), 3000, 3).label())
        .containsExactly(1, 1, 1);
    assertThat(Dbscan.run(places(180, -17, -180, -17), 1e2, 2).label()).containsExactly(1, 1);
    assertThat(Dbscan.run(places(0, 89.99, 120, 89.99, -120, 89.99, 77, 90), 2000, 4).label())
        .containsExactly(1, 1, 1, 1);
  }

  @Test
  void aBorderPointBetweenTwoClustersJoinsTheNearerAndAtEqualDistanceTheLowerOne() {
    // Two groups of three about 0 and 200, and one point between them that is core of neither.
    double[] middle = {100, 101, 99};
    int[] joins = {1, 4, 1};
    for (int i = 0; i < middle.length; i++) {
      Space spread =
          new PlanarSpace(
              new double[] {-50, 0, -50, 250, 200, 250, middle[i]},
              new double[] {10, 0, -10, 10, 0, -10, 0});
      Clustering s = Dbscan.run(spread, 105, 4);
      assertThat(s.core()[6]).as("the middle at %s is a border", middle[i]).isFalse();
      assertThat(s.ambiguous()[6]).isTrue();
      assertThat(s.label()[6]).isEqualTo(s.label()[joins[i]]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -3})
  void senselessParametersAreRefused(int minPts) {
    assertThatThrownBy(() -> Dbscan.run(places(1, 1), 100, minPts))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Dbscan.run(places(1, 1), Double.NaN, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static Space randomPlaces(Random random, int n) {
    double[] centreLon = {18.5, 179.995, -21};
    double[] centreLat = {4.3, -17, 89.9};
    int where = random.nextInt(3);
    double[] lon = new double[n];
    double[] lat = new double[n];
    for (int i = 0; i < n; i++) {
      if (i > 0 && random.nextInt(4) == 0) {
        int same = random.nextInt(i);
        lon[i] = lon[same];
        lat[i] = lat[same];
        continue;
      }
      double spread = random.nextBoolean() ? 5_000 : 60_000;
      var place =
          Geodesy.destination(
              centreLon[where],
              centreLat[where],
              random.nextDouble() * 360,
              random.nextDouble() * spread);
      lon[i] = place.x;
      lat[i] = place.y;
    }
    return new GeodesicSpace(lon, lat);
  }

  static void assertSame(Clustering actual, Clustering expected, String run) {
    assertThat(actual.core()).as(run).containsExactly(expected.core());
    assertThat(actual.label()).as(run).containsExactly(expected.label());
    assertThat(actual.ambiguous()).as(run).containsExactly(expected.ambiguous());
    assertThat(actual.clusters()).as(run).isEqualTo(expected.clusters());
  }

  /** Cores, noise and ambiguity exactly; labels as a partition of the unambiguous points. */
  static void assertAgrees(Clustering actual, String file) throws IOException {
    List<String> lines = Files.readAllLines(SharedData.get("reference/expected/" + file));
    assertThat(lines).hasSize(actual.label().length + 1);
    Map<String, Integer> ours = new HashMap<>();
    Map<Integer, String> theirs = new HashMap<>();
    for (int i = 0; i < actual.label().length; i++) {
      String[] cells = lines.get(i + 1).split(",");
      assertThat(actual.core()[i]).as("core %d", i + 1).isEqualTo(cells[2].equals("1"));
      assertThat(actual.label()[i] == 0).as("noise %d", i + 1).isEqualTo(cells[1].equals("0"));
      assertThat(actual.ambiguous()[i]).as("border %d", i + 1).isEqualTo(cells[3].equals("1"));
      if (!actual.ambiguous()[i]) {
        assertThat(ours.merge(cells[1], actual.label()[i], (a, b) -> a))
            .isEqualTo(actual.label()[i]);
        assertThat(theirs.merge(actual.label()[i], cells[1], (a, b) -> a)).isEqualTo(cells[1]);
      }
    }
  }

  static PlanarSpace planar(String file) throws IOException {
    double[][] columns = columns(file);
    return new PlanarSpace(columns[0], columns[1]);
  }

  private static GeodesicSpace geodesic(String file) throws IOException {
    double[][] columns = columns(file);
    return new GeodesicSpace(columns[0], columns[1]);
  }

  static double[][] columns(String file) throws IOException {
    List<String[]> rows =
        Files.readAllLines(SharedData.get("reference/inputs/" + file)).stream()
            .skip(1)
            .map(line -> line.split(","))
            .toList();
    double[][] columns = new double[rows.get(0).length - 1][];
    Arrays.setAll(
        columns, c -> rows.stream().mapToDouble(r -> Double.parseDouble(r[c + 1])).toArray());
    return columns;
  }

  static Space places(double... lonLat) {
    return new GeodesicSpace(
        IntStream.range(0, lonLat.length / 2).mapToDouble(i -> lonLat[2 * i]).toArray(),
        IntStream.range(0, lonLat.length / 2).mapToDouble(i -> lonLat[2 * i + 1]).toArray());
  }

  private static int count(boolean[] flags) {
    return (int) IntStream.range(0, flags.length).filter(i -> flags[i]).count();
  }
}
