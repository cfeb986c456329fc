package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The analyses in the hands of an adviser: made from what the server declares. */
@ExtendWith(Chromium.class)
class AnalysisPanelTest {

  private static final String QUARTER = "#v1/7/-11/-21.5/t=2026-04-01..2026-06-30";

  @Test
  void everyProcessButEchoIsOfferedUnderAQuestion(Browser browser) throws Exception {
    JsonNode processes = Demo.get("/processes?limit=100").path("processes");
    try (Tab tab = open(browser)) {
      assertThat(tab.at("analysis").locator("option").count()).isEqualTo(processes.size() - 1);
      assertThat(tab.at("analysis").locator("optgroup").first().getAttribute("label"))
          .isEqualTo("Where do events concentrate?");
      assertThat(tab.at("analysis").locator("option[value=echo]").count()).isZero();
    }
  }

  @Test
  void everyDeclaredParameterHasAFieldWithItsHelpAndItsStandardValue(Browser browser)
      throws Exception {
    JsonNode inputs = Demo.get("/processes/hexagon-counts").path("inputs");
    try (Tab tab = open(browser)) {
      choose(tab, "hexagon-counts");
      inputs
          .fields()
          .forEachRemaining(
              input -> {
                if (List.of("layer", "datetime", "filter", "area", "bbox", "as-known-at")
                    .contains(input.getKey())) {
                  return;
                }
                var field = tab.at("parameter-" + input.getKey());
                assertThat(field.count()).as(input.getKey()).isEqualTo(1);
                String help = field.getAttribute("aria-describedby");
                assertThat(tab.page().locator("#" + help).textContent())
                    .isEqualTo(input.getValue().path("description").asText());
              });
    }
  }

  @Test
  void aResultHasALegendAListByKeyboardAndANoteThatSaysWhatWasUsed(Browser browser) {
    try (Tab tab = open(browser)) {
      choose(tab, "hexagon-counts");
      tab.click("analysis-run");
      long found = tab.number("analysis-count");
      assertThat(found).isPositive();
      assertThat(tab.text("analysis-legend")).contains("10 to 24");
      tab.at("finding-1").first().focus();
      tab.page().keyboard().press("Enter");
      tab.at("finding-chosen").waitFor();
      assertThat(tab.page().evaluate("document.activeElement.dataset.testid"))
          .as("the keyboard keeps its place")
          .isEqualTo("finding-1");
      assertThat(tab.at("finding-1").first().getAttribute("aria-pressed")).isEqualTo("true");
      assertThat(tab.page().locator(".finding.is-selected").count()).isEqualTo(1);
      assertThat(tab.number("area-count")).as("events inside the cell").isPositive();
      tab.at("method-note").locator("summary").click();
      assertThat(tab.text("note-used")).containsPattern("[0-9,]+ of [0-9,]+ events used");
      assertThat(tab.at("note-caveats").locator("li").count()).isPositive();
      assertThat(tab.text("note-settings")).contains("as set");
      assertThat(tab.text("method-note")).contains("Data as of").contains("CONFIDENTIAL");
    }
  }

  @Test
  void aFileOfTheResultCarriesItsNoteAndItsClassification(Browser browser) throws Exception {
    try (Tab tab = open(browser)) {
      choose(tab, "hexagon-counts");
      tab.click("analysis-run");
      tab.number("analysis-count");
      tab.at("method-note").locator("summary").click();
      Download csv = tab.page().waitForDownload(() -> tab.click("analysis-download-csv"));
      assertThat(csv.suggestedFilename()).contains("EXERCISE").contains("CONFIDENTIAL");
      List<String> lines = Files.readAllLines(Path.of(csv.path().toString()));
      assertThat(lines.get(0)).startsWith("classification,");
      assertThat(lines.get(1)).contains("CONFIDENTIAL");
      Download json = tab.page().waitForDownload(() -> tab.click("analysis-download-geojson"));
      assertThat(Files.readString(Path.of(json.path().toString())))
          .contains("\"classification\"")
          .contains("\"diagnostics\"");
      Download note = tab.page().waitForDownload(() -> tab.click("analysis-download-md"));
      assertThat(Files.readString(Path.of(note.path().toString()))).contains("CONFIDENTIAL");
    }
  }

  @Test
  void whatTheAnalysisRefusesIsSaidWithItsReason(Browser browser) {
    try (Tab tab = open(browser)) {
      choose(tab, "hexagon-counts");
      tab.page()
          .route(
              "**/processes/hexagon-counts/execution",
              route ->
                  route.fulfill(
                      new com.microsoft.playwright.Route.FulfillOptions()
                          .setStatus(400)
                          .setContentType("application/problem+json")
                          .setBody(
                              """
                              {"title": "Bad Request", "status": 400, "errors": [{"field": "inputs",
                               "what": "12 events are too few", "fix": "Choose a longer period"}]}
                              """)));
      tab.click("analysis-run");
      assertThat(tab.text("analysis-refused"))
          .contains("12 events are too few")
          .contains("Choose a longer period");
      tab.forgive("400");
    }
  }

  @Test
  void aRunIsListedAndOpensAgainAfterThePageWasLoadedAnew(Browser browser) {
    try (Tab tab = open(browser)) {
      choose(tab, "hexagon-counts");
      tab.click("analysis-run");
      long found = tab.number("analysis-count");
      tab.awaitAddress("o=analysis").page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      tab.at("recent-runs").locator("summary").click();
      tab.at("recent-open").first().click();
      assertThat(tab.number("analysis-count")).isEqualTo(found);
      assertThat(tab.at("analysis").first().inputValue()).isEqualTo("hexagon-counts");
    }
  }

  @Test
  void twoResultsAreSwipedOnOneMapWithTheShareTheyHaveInCommon(Browser browser) {
    try (Tab tab = open(browser)) {
      choose(tab, "hexagon-counts");
      tab.click("analysis-run");
      tab.number("analysis-count");
      tab.click("compare-keep").click("analysis-run");
      assertThat(tab.text("overlap")).as("the same analysis twice").startsWith("100 %");
      choose(tab, "cluster-density");
      tab.click("analysis-run");
      tab.page()
          .waitForFunction(
              "() => !/^100 %/.test(document.querySelector('[data-testid=overlap]')?.textContent)");
      double percent = Double.parseDouble(tab.text("overlap").split(" ")[0]);
      assertThat(percent).isBetween(1.0, 99.0);
      String half = clip(tab);
      tab.at("compare-swipe").first().focus();
      tab.page().keyboard().press("ArrowRight");
      assertThat(clip(tab)).as("the boundary moves by keyboard").isNotEqualTo(half);
      tab.click("compare-stop");
      assertThat(clip(tab)).isEmpty();
    }
  }

  @Test
  void onAPhoneAResultIsReachedAndTheChosenFindingIsNotUnderTheSheet(Browser browser) {
    try (Tab tab = Tab.phone(browser, QUARTER)) {
      tab.click("phone-tools").click("tool-analysis");
      choose(tab, "hexagon-counts");
      tab.click("analysis-run");
      tab.number("analysis-count");
      tab.click("finding-1");
      tab.at("finding-chosen").waitFor();
      tab.page()
          .waitForFunction(
              """
              () => {
                const path = document.querySelector('.finding.is-selected');
                const sheet = document.querySelector('.right.tool').getBoundingClientRect();
                return path && path.getBoundingClientRect().top < sheet.top;
              }
              """);
    }
  }

  private static String clip(Tab tab) {
    return (String)
        tab.page()
            .evaluate("document.querySelector('.leaflet-findings-pane')?.style.clipPath ?? ''");
  }

  private static Tab open(Browser browser) {
    Tab tab = Tab.wide(browser, QUARTER);
    tab.click("tool-analysis");
    tab.at("parameter-epsM").waitFor();
    return tab;
  }

  private static void choose(Tab tab, String process) {
    tab.at("analysis").first().selectOption(process);
    tab.at(process.equals("hexagon-counts") ? "parameter-sideM" : "parameter-epsM")
        .first()
        .waitFor();
    tab.page()
        .waitForFunction(
            "() => document.querySelector('[data-testid=analysis-run]')?.disabled === false");
  }
}
