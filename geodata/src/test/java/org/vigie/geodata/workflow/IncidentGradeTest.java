package org.vigie.geodata.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentGradeTest {

  private static final int CASES = 2_000;

  /** A report is written as grade, source and kind of source: {@code B2/S-1/UNMO}. */
  @ParameterizedTest(name = "{0} give {1}")
  @CsvSource({
    "'', ''",
    "B2/S-1/UNMO, B2",
    "B2/S-1/UNMO C3/S-1/UNMO, B2",
    "B2/S-1/UNMO C3/S-2/UNMO, B1",
    "B2//UNMO C3//UNMO, B2",
    "B2//UNMO C3//NGO, B1",
    "B2/S-1/UNMO C3//UNMO, B2",
    "B2// C3//, B2",
    "B2/S-1/ C4/S-2/, B2",
    "B2/S-1/ E2/S-2/, B2",
    "B2/S-1/ C5/S-2/, B3",
    "B2/S-1/ C3/S-2/ D5/S-3/, B3",
    "D5/S-1/, D5",
    "D5/S-1/ E5/S-2/, D5",
    "F6/S-1/, F6",
    "F6/S-1/ C4/S-2/, C4",
    "A3/S-1/ D2/S-2/, D1",
    "B4/S-1/ B4/S-2/, B4",
    "C1/S-1/, C1",
  })
  void reportsGive(String reports, String grade) {
    assertThat(IncidentGrade.of(parse(reports), 0).code()).isEqualTo(grade);
  }

  @Test
  void theSentenceNamesTheReportTheSourcesAndWhatWasLeftOut() {
    IncidentGrade raised = IncidentGrade.of(parse("B2/S-1/ C3/S-2/"), 1);
    assertThat(raised.sentence())
        .isEqualTo(
            "Report R0 (B2) is the best of 2; 2 independent sources agree, so the credibility is"
                + " 1, confirmed by other sources. One report is left out because it was"
                + " corrected.");
    assertThat(IncidentGrade.of(parse("B2/S-1/ C5/S-2/"), 0).sentence())
        .contains("R1 is contradicted", "one step lower");
    assertThat(IncidentGrade.of(List.of(), 0).sentence()).contains("No report is linked");
    assertThat(IncidentGrade.of(List.of(report(0, "", "", "")), 0).sentence())
        .contains("Nobody has judged");
  }

  @Test
  void theOrderOfTheReportsDoesNotMatter() {
    Random random = new Random(20261121);
    for (int i = 0; i < CASES; i++) {
      List<ReportGrade> reports = someReports(random);
      IncidentGrade grade = IncidentGrade.of(reports, 0);
      Collections.shuffle(reports, random);
      assertThat(IncidentGrade.of(reports, 0)).isEqualTo(grade);
    }
  }

  @Test
  void oneMoreSupportingReportNeverMakesItLessCredible() {
    Random random = new Random(7);
    for (int i = 0; i < CASES; i++) {
      List<ReportGrade> reports = someReports(random);
      int before = rank(reports);
      reports.add(report(99, "B" + (1 + random.nextInt(3)), "S-new", "UNMO"));
      assertThat(rank(reports)).as("%s", reports).isLessThanOrEqualTo(before);
    }
  }

  @Test
  void aContradictedReportNeverMakesItMoreCredible() {
    Random random = new Random(8);
    int lowered = 0;
    for (int i = 0; i < CASES; i++) {
      List<ReportGrade> reports = someReports(random);
      int before = rank(reports);
      reports.add(report(99, "B5", "S-new", "UNMO"));
      if (before <= 5) {
        assertThat(rank(reports)).as("%s", reports).isGreaterThanOrEqualTo(before);
        lowered += rank(reports) > before ? 1 : 0;
      }
    }
    assertThat(lowered).as("the rule takes hold").isPositive();
  }

  /** 1 best; what was not judged at all is last. */
  private static int rank(List<ReportGrade> reports) {
    int credibility = IncidentGrade.of(reports, 0).credibility();
    return credibility == 0 ? 7 : credibility;
  }

  private static List<ReportGrade> someReports(Random random) {
    List<ReportGrade> reports = new ArrayList<>();
    int n = 1 + random.nextInt(5);
    for (int i = 0; i < n; i++) {
      String reliability = random.nextInt(8) == 0 ? "" : "" + "ABCDEF".charAt(random.nextInt(6));
      String credibility = random.nextInt(8) == 0 ? "" : "" + (1 + random.nextInt(6));
      String source = random.nextBoolean() ? "" : "S-" + random.nextInt(3);
      String type = random.nextBoolean() ? "" : List.of("UNMO", "NGO").get(random.nextInt(2));
      reports.add(
          new ReportGrade(
              "R" + i,
              reliability.isEmpty() ? Optional.empty() : Optional.of(reliability.charAt(0)),
              credibility.isEmpty() ? 0 : Integer.parseInt(credibility),
              text(source),
              text(type)));
    }
    return reports;
  }

  private static List<ReportGrade> parse(String words) {
    List<ReportGrade> reports = new ArrayList<>();
    for (String word : words.strip().split(" ")) {
      if (!word.isEmpty()) {
        String[] parts = word.split("/", -1);
        reports.add(report(reports.size(), parts[0], parts[1], parts[2]));
      }
    }
    return reports;
  }

  private static ReportGrade report(int number, String grade, String source, String type) {
    return new ReportGrade(
        "R" + number,
        grade.isEmpty() ? Optional.empty() : Optional.of(grade.charAt(0)),
        grade.isEmpty() ? 0 : grade.charAt(1) - '0',
        text(source),
        text(type));
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
