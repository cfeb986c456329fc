package org.vigie.geodata.analysis.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.analysis.Progress;
import org.vigie.geodata.testing.SharedData;

class HdbscanTest {

  private static final Hdbscan.Options TEN = new Hdbscan.Options(10, 10, 1e-9, false);

  /**
   * The reference keeps a cluster of 352 points whole because sixteen points at one place make a
   * part of it infinitely stable, which no comparison survives. Finite, its parts are 25, 172 and
   * 143 points.
   */
  private static final String UNDECIDED = "3";

  @Test
  void theReferenceIsReproducedButForTheClusterThatItsInfinityKeepsWhole() throws IOException {
    Hdbscan.Result result = run(DbscanTest.planar("P1_planar_points.csv"), TEN);
    List<String[]> rows = rows("hdbscan_P1_min10.csv");
    Map<String, Set<Integer>> ours = new HashMap<>();
    Map<Integer, Set<String>> theirs = new HashMap<>();
    int scored = 0;
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      int label = result.clustering().label()[i];
      ours.computeIfAbsent(row[1], k -> new TreeSet<>()).add(label);
      theirs.computeIfAbsent(label, k -> new TreeSet<>()).add(row[1]);
      assertThat(result.coreDistance()[i])
          .isCloseTo(number(row[4]), within(5e-7 + 1e-9 * number(row[4])));
      if (!row[1].equals(UNDECIDED)) {
        assertThat(result.probability()[i])
            .as("probability %d", i + 1)
            .isCloseTo(number(row[2]), within(1e-9));
      }
      scored += Math.abs(result.outlier()[i] - number(row[3])) <= 1e-9 ? 1 : 0;
    }
    ours.forEach(
        (label, labels) -> {
          if (!label.equals(UNDECIDED)) {
            assertThat(labels).as("cluster %s", label).hasSize(1);
          }
        });
    theirs.forEach((label, labels) -> assertThat(labels).hasSize(label == 0 ? 2 : 1));
    assertThat(result.clustering().clusters()).isEqualTo(9);
    // The others lie between two groups at one distance from both; the reference joins them in the
    // order of its rows, not to the nearer.
    assertThat(scored).isGreaterThanOrEqualTo(1206 - 32);
  }

  @Test
  void stabilitiesAreThoseOfTheReference() throws IOException {
    Hdbscan.Result result = run(DbscanTest.planar("P1_planar_points.csv"), TEN);
    int[] sizes = new int[result.clustering().clusters()];
    for (int label : result.clustering().label()) {
      if (label > 0) {
        sizes[label - 1]++;
      }
    }
    for (String[] row : rows("hdbscan_P1_min10_stability.csv")) {
      if (row[2].equals("352")) {
        continue;
      }
      List<Double> found = new ArrayList<>();
      for (int i = 0; i < sizes.length; i++) {
        if (sizes[i] == Integer.parseInt(row[2])) {
          found.add(result.stability()[i]);
        }
      }
      assertThat(found)
          .singleElement()
          .satisfies(s -> assertThat(s).isCloseTo(number(row[1]), within(1e-9 * number(row[1]))));
    }
  }

  @Test
  void randomPlacesAreClusteredAsTheDefinitionSays() {
    long seed = Long.getLong("vigie.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      Space space = DbscanTest.randomPlaces(random, 20 + random.nextInt(140));
      Hdbscan.Options options =
          new Hdbscan.Options(
              1 + random.nextInt(8),
              2 + random.nextInt(12),
              random.nextBoolean() ? 1e-3 : 500,
              random.nextInt(4) == 0);
      Hdbscan.Result result = run(space, options);
      PlainHdbscan plain = new PlainHdbscan(space, options);
      String name = "seed " + seed + ", round " + round + ", " + options;
      assertThat(result.coreDistance()).as(name).containsExactly(plain.core);
      assertThat(result.clustering().label()).as(name).containsExactly(plain.label);
      assertThat(result.membership()).as(name).containsExactly(plain.membership, within(1e-12));
      assertThat(result.outlier()).as(name).containsExactly(plain.outlier, within(1e-12));
      for (int i = 0; i < plain.stability.size(); i++) {
        assertThat(result.stability()[i])
            .as(name)
            .isCloseTo(plain.stability.get(i), within(1e-9 * plain.stability.get(i)));
      }
    }
  }

  @Test
  void noNumberIsNanOrInfiniteWhereManyEventsShareOnePlace() {
    double[] lon = new double[60];
    double[] lat = new double[60];
    for (int i = 0; i < 60; i++) {
      lon[i] = i < 30 ? 18.5 : i < 45 ? 20 : 20 + i * 0.01;
      lat[i] = 4;
    }
    Hdbscan.Result result = run(new GeodesicSpace(lon, lat), new Hdbscan.Options(5, 5, 1, false));
    assertThat(result.clustering().clusters()).isGreaterThanOrEqualTo(2);
    for (double[] values :
        List.of(
            result.membership(), result.probability(), result.outlier(), result.coreDistance())) {
      for (double value : values) {
        assertThat(value).isFinite();
      }
    }
    for (double value : result.stability()) {
      assertThat(value).isFinite();
    }
    assertThat(result.membership()[0]).isEqualTo(1);
    assertThat(result.outlier()[0]).isZero();
  }

  @Test
  void allTogetherAreASingleClusterOnlyWhereThatIsAllowed() {
    Space one = new PlanarSpace(new double[12], new double[12]);
    assertThat(run(one, new Hdbscan.Options(3, 3, 1, false)).clustering().clusters()).isZero();
    Hdbscan.Result single = run(one, new Hdbscan.Options(3, 3, 1, true));
    assertThat(single.clustering().label()).containsOnly(1);
    assertThat(single.membership()).containsOnly(1);
    assertThat(single.probability()).containsOnly(1);
  }

  @Test
  void fewerPointsThanAskedForAreNoise() {
    for (int n = 0; n < 5; n++) {
      Hdbscan.Result result =
          run(new PlanarSpace(new double[n], new double[n]), new Hdbscan.Options(5, 5, 1, true));
      assertThat(result.clustering().noise()).isEqualTo(n);
    }
    assertThatThrownBy(() -> new Hdbscan.Options(5, 1, 1, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLineAndTheAntimeridianAndThePoleAreNothingSpecial() {
    Hdbscan.Options options = new Hdbscan.Options(3, 4, 1, false);
    double[] shift = {18, 179.95};
    int[][] labels = new int[2][];
    for (int s = 0; s < 2; s++) {
      double[] lonLat = new double[40];
      for (int i = 0; i < 20; i++) {
        double lon = shift[s] + i % 10 * 0.01 * (1 + i % 10 * 0.1) + (i < 10 ? 0 : 0.5);
        lonLat[2 * i] = lon > 180 ? lon - 360 : lon;
        lonLat[2 * i + 1] = 0;
      }
      labels[s] = run(DbscanTest.places(lonLat), options).clustering().label();
    }
    assertThat(labels[0]).containsExactly(labels[1]).contains(1, 2);
    double[] polar = new double[32];
    for (int i = 0; i < 16; i++) {
      polar[2 * i] = i % 8 * 45 - 180;
      polar[2 * i + 1] = i < 8 ? 89.999 : 89.5;
      if (i >= 8) {
        polar[2 * i] = 20 + i * 0.1;
      }
    }
    assertThat(run(DbscanTest.places(polar), options).clustering().label())
        .containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2);
  }

  private static Hdbscan.Result run(Space space, Hdbscan.Options options) {
    return Hdbscan.run(space, options, Progress.UNHEARD);
  }

  private static double number(String cell) {
    return Double.parseDouble(cell);
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(SharedData.get("reference/expected/" + file)).stream()
        .skip(1)
        .map(line -> line.split(","))
        .toList();
  }
}
