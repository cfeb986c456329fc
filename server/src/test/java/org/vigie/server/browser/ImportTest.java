package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.testing.SharedData;

@ExtendWith(Chromium.class)
class ImportTest {

  /** Fictional. */
  private static final String TABLE =
      """
      ref,title,type,date,latitude,longitude
      X-1,EXERCISE one,BATTLES,2026-06-01,-11.2,-21.1
      X-2,EXERCISE two,RIOTS,2026-06-02,-11.3,-21.2
      X-3,EXERCISE three,RIOTS,2026-06-03,-211.3,-21.2
      """;

  @Test
  void aFileIsPreviewedKeptWithoutItsBadRowAndTakenBack(Browser browser, @TempDir Path folder)
      throws Exception {
    Path file = Files.writeString(folder.resolve("exercise.csv"), TABLE);
    long before = incidents();
    try (Tab tab = Tab.wide(browser)) {
      tab.click("tool-import").at("import-file").setInputFiles(file);
      tab.at("import-commit").waitFor();
      assertThat(tab.number("import-accepted")).isEqualTo(2);
      assertThat(tab.number("import-refused")).isEqualTo(1);
      assertThat(tab.text("import-refused-rows")).contains("4").contains("-211.3");
      assertThat(incidents()).as("nothing is kept before the word").isEqualTo(before);
      tab.click("import-commit");
      tab.at("import-done").waitFor();
      assertThat(incidents()).isEqualTo(before + 2);
      tab.click("import-undo");
      tab.at("import-undone").waitFor();
      assertThat(incidents()).isEqualTo(before);
    }
  }

  @Test
  void aFileOfRealConflictEventsIsRecognisedImportedOnceAndAnalysed(Browser browser)
      throws Exception {
    Path file = SharedData.get("ucdp/ged231_caf.csv");
    long before = incidents();
    try (Tab tab = Tab.wide(browser)) {
      tab.click("tool-import").at("import-file").setInputFiles(file);
      tab.at("import-commit").waitFor();
      assertThat(tab.text("import-recognised")).contains("UCDP GED");
      assertThat(tab.number("import-accepted")).isEqualTo(1848);
      tab.click("import-commit");
      tab.at("import-done").waitFor();
      assertThat(incidents()).isEqualTo(before + 1848);

      tab.click("import-another").at("import-file").setInputFiles(file);
      tab.at("import-no-change").waitFor();
      assertThat(tab.number("import-unchanged")).isEqualTo(1848);
      tab.click("import-discard");

      tab.click("tool-area");
      tab.click("preset-all");
      tab.page().getByText("Type the corners").click();
      tab.fill("sketch-typed", "11, 14\n11, 28\n2, 28\n2, 14").click("sketch-apply");
      tab.awaitNumber("area-count", 1848);
      tab.click("tool-analysis");
      tab.at("parameter-epsM").waitFor();
      tab.fill("parameter-epsM", "20000").click("analysis-run");
      assertThat(tab.number("analysis-count")).isPositive();

      tab.click("tool-import");
      tab.at("import-past").locator("li button").first().click();
      tab.page().waitForCondition(() -> uncheckedIncidents() == before);
    }
  }

  @Test
  void anAmbiguousDateIsSettledByWhoeverImportsTheFile(Browser browser, @TempDir Path folder)
      throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("ambiguous.csv"),
            """
            ref,title,type,date,latitude,longitude
            X-4,EXERCISE four,BATTLES,03/04/2026,-11.2,-21.1
            """);
    try (Tab tab = Tab.wide(browser)) {
      tab.click("tool-import").at("import-file").setInputFiles(file);
      assertThat(tab.text("import-failed")).contains("03/04/2026");
      tab.at("declare-dates").selectOption("dmy");
      tab.click("declare-apply");
      assertThat(tab.text("import-sample")).contains("3 Apr 2026");
      tab.click("import-discard");
    }
  }

  @Test
  void likelyDuplicatesOfAnImportAreReviewedFromItsResult(Browser browser, @TempDir Path folder)
      throws Exception {
    String known =
        Demo.create(
            "/collections/incident/items",
            "{\"type\": \"Feature\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [2.5,"
                + " -36.5]}, \"properties\": {\"valid_from\": \"2026-06-04T06:00:00Z\", \"type\":"
                + " \"RIOTS\", \"title\": \"EXERCISE crowd at the quay\"}}");
    Path file =
        Files.writeString(
            folder.resolve("again.csv"),
            """
            ref,title,type,status,valid_from,latitude,longitude
            X-7,EXERCISE crowd at the old quay,RIOTS,VERIFIED,2026-06-04T06:30:00Z,-36.501,2.501
            X-8,EXERCISE far from it,RIOTS,REPORTED,2026-06-04T06:30:00Z,-37.9,5.9
            """);
    try (Tab tab = Tab.wide(browser)) {
      tab.click("tool-import").at("import-file").setInputFiles(file);
      assertThat(tab.text("import-states")).contains("1 row names a status", "Reported");
      tab.click("import-commit");
      assertThat(tab.text("review-duplicates")).contains("1 likely duplicate");
      tab.click("review-duplicates");
      assertThat(tab.text("import-duplicates")).contains("crowd at the old quay", "same type");
      Keyboard keys = tab.page().keyboard();
      keys.press("x");
      awaitText(tab, "announcer", "Noted: not the same");
      keys.press("z");
      awaitText(tab, "import-duplicates", "crowd at the old quay");
      keys.press("Enter");
      tab.at("merge-form").waitFor();
      keys.press("Enter");
      awaitText(tab, "announcer", "Merged.");
      assertThat(state(known)).isEqualTo("MERGED");
      keys.press("z");
      awaitText(tab, "announcer", "Undone.");
      assertThat(state(known)).isEqualTo("REPORTED");
      tab.click("import-undo");
      tab.at("import-undone").waitFor();
    }
  }

  private static String state(String incident) throws Exception {
    return Demo.get("/api/workflow/incident/" + incident).path("state").asText();
  }

  private static void awaitText(Tab tab, String testId, String part) {
    tab.page()
        .waitForFunction(
            "([id, part]) => document.querySelector(`[data-testid=\"${id}\"]`)"
                + "?.textContent.includes(part)",
            List.of(testId, part));
  }

  private static long uncheckedIncidents() {
    try {
      return incidents();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static long incidents() throws Exception {
    return Demo.get("/collections/incident/items?limit=1").path("numberMatched").asLong();
  }
}
