package org.vigie.geodata.analysis.emerging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.testing.SharedData;

/** Agreement with the exact Mann-Kendall formulas and with the definitions of the categories. */
class EmergingReferenceTest {

  private static final double TOLERANCE = 1e-9;

  @Test
  void mannKendallIsExact() throws IOException {
    Map<String, double[]> series = series("reference/inputs/T1_series.csv");
    int checked = 0;
    for (String[] row : rows("reference/expected/T1_mannkendall.csv")) {
      MannKendall trend = MannKendall.of(series.get(row[0]));
      assertThat(trend.s()).as(row[0]).isEqualTo(Long.parseLong(row[2]));
      close(row[0], trend.variance(), row[3]);
      close(row[0], trend.z(), row[4]);
      close(row[0], trend.p(), row[5]);
      close(row[0], trend.slope(), row[7]);
      checked++;
    }
    assertThat(checked).isEqualTo(13);
  }

  @Test
  void categoriesAreThoseOfTheDefinitionsWhereTheseSayOnlyOne() throws IOException {
    Map<String, double[]> cases = series("reference/inputs/E2_category_vectors.csv");
    int checked = 0;
    for (String[] row : rows("reference/expected/E2_category_labels.csv")) {
      double[] z = cases.get(row[0]);
      int[] sides = new int[z.length];
      for (int i = 0; i < z.length; i++) {
        sides[i] = Math.abs(z[i]) > 1.96 ? (int) Math.signum(z[i]) : 0;
      }
      if (row[1].equals("0")) {
        assertThat(new History(z, sides).category().label()).as(row[0]).isEqualTo(row[2]);
        checked++;
      }
    }
    assertThat(checked).isEqualTo(24);
  }

  private static List<String[]> rows(String file) throws IOException {
    return Files.readAllLines(SharedData.get(file)).stream()
        .skip(1)
        .map(line -> line.split(","))
        .toList();
  }

  private static Map<String, double[]> series(String file) throws IOException {
    Map<String, List<Double>> lists = new LinkedHashMap<>();
    for (String[] row : rows(file)) {
      lists.computeIfAbsent(row[0], key -> new ArrayList<>()).add(Double.parseDouble(row[2]));
    }
    Map<String, double[]> series = new LinkedHashMap<>();
    lists.forEach((k, v) -> series.put(k, v.stream().mapToDouble(d -> d).toArray()));
    return series;
  }

  private static void close(String what, double actual, String expected) {
    double number = Double.parseDouble(expected);
    assertThat(actual)
        .as(what)
        .isCloseTo(number, within(TOLERANCE * Math.max(1e-9, Math.abs(number))));
  }
}
