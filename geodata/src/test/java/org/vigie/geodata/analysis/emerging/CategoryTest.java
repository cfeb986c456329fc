package org.vigie.geodata.analysis.emerging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryTest {

  private static int[] sides(String course) {
    return course.chars().map(c -> c == '+' ? 1 : c == '-' ? -1 : 0).toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "..........,  0, No Pattern Detected",
    ".........+,  0, New Hot Spot",
    "-........+,  0, New Hot Spot",
    ".......+++,  1, Consecutive Hot Spot",
    ".+++++++++,  1, Intensifying Hot Spot",
    ".+++++++++, -1, Diminishing Hot Spot",
    "++++++++++,  0, Persistent Hot Spot",
    "+.+.....++,  1, Sporadic Hot Spot",
    "+.-.....++,  0, Oscillating Hot Spot",
    "+++++++++.,  1, Historical Hot Spot",
    "++++++++..,  0, No Pattern Detected",
    "+..+..+...,  0, No Pattern Detected",
    "---------.,  0, Historical Cold Spot",
    "----------, -1, Intensifying Cold Spot",
    "----------,  1, Diminishing Cold Spot",
    ".--.....--,  0, Sporadic Cold Spot",
    // what is hot at the end is named by that, whatever it was
    "---------+,  0, New Hot Spot",
    "+++++++++-,  0, New Cold Spot",
  })
  void aCourseHasItsCategory(String course, int trend, String label) {
    assertThat(Category.of(sides(course), trend).label()).isEqualTo(label);
  }

  @Test
  void hotAndColdAreMirroredAndNoOtherCategoryExists() {
    Set<String> labels = new HashSet<>();
    // every course of eleven steps
    for (int code = 0; code < Math.pow(3, 11); code++) {
      int[] sides = new int[11];
      int rest = code;
      for (int i = 0; i < 11; i++) {
        sides[i] = rest % 3 - 1;
        rest /= 3;
      }
      int trend = code % 3 - 1;
      String label = Category.of(sides, trend).label();
      String mirrored = Category.of(Arrays.stream(sides).map(s -> -s).toArray(), -trend).label();
      labels.add(label);
      if (sides[10] != 0 || label.equals("No Pattern Detected")) {
        String other =
            label.contains("Hot") ? label.replace("Hot", "Cold") : label.replace("Cold", "Hot");
        assertThat(mirrored).isEqualTo(other);
      }
    }
    assertThat(labels).hasSize(17);
    assertThat(Category.legend().entries()).extracting("value").containsAll(labels).hasSize(17);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "...+++++++++|Hot in each of the last 9 months and never before; first hot in October"
            + " 2025.",
        ".+++++++++++|Hot in 11 of the last 12 months and getting hotter; first hot in August"
            + " 2025.",
        "+.+.......++|Hot now, on and off: in 4 of the last 12 months; first hot in July 2025.",
        "...........+|Hot in the last step alone, since May 2026, and never before.",
        "+++++++++++.|Not hot in the last step, though in 11 of the last 12 months; last in April"
            + " 2026.",
        "............|Never unusual in the last 12 months.",
      })
  void theSentenceSaysItPlainly(String course, String sentence) {
    double[] rising = new double[12];
    Arrays.setAll(rising, i -> i);
    TimeSteps months =
        new TimeSteps(Instant.parse("2026-06-29T00:00:00Z"), Duration.ofDays(30), 12);
    History history = new History(rising, sides(course));
    String said = history.sentence(months).replace(" It is rising.", "");
    assertThat(said).isEqualTo(sentence);
  }

  @Test
  void stepsEndWithThePeriodAndLeaveOutWhatIsBeforeTheFirstWholeOne() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    Instant end = Instant.parse("2026-04-14T00:00:00Z");
    TimeSteps weeks = TimeSteps.between(start, end, Duration.ofDays(7));
    assertThat(weeks.count()).isEqualTo(14);
    assertThat(weeks.start(0)).isEqualTo(Instant.parse("2026-01-06T00:00:00Z"));
    assertThat(weeks.of(start)).isEqualTo(-1);
    assertThat(weeks.of(end)).isEqualTo(-1);
    assertThat(weeks.of(end.minusSeconds(1))).isEqualTo(13);
    assertThat(weeks.of(weeks.start(3))).isEqualTo(3);
  }
}
