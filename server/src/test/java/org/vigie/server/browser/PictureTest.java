package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class PictureTest {

  private static final String WHOLE_MISSION = "#v1/6/-11/-21.5/t=2026-04-01..2026-06-30";

  @Test
  void thePictureOpensOnTheMissionAndSaysThatItIsAnExercise(Browser browser) {
    try (Tab tab = Tab.wide(browser)) {
      assertThat(tab.text("mission")).contains("EXERCISE LANTERN WATCH");
      assertThat(tab.text("exercise")).isEqualToIgnoringCase("EXERCISE");
      assertThat(tab.text("data-as-of")).contains("UTC");
      assertThat(tab.text("disclaimer")).contains("United Nations");
    }
  }

  @Test
  void theCountsInTheLayerTreeAreThoseOfTheApi(Browser browser) throws Exception {
    JsonNode page =
        Demo.get(
            "/collections/incident/items?limit=1"
                + "&datetime=2026-04-01T00:00:00Z/2026-06-30T23:59:59Z&bbox=-40,-25,-5,5"
                // what was merged into another does not count beside it
                + "&filter=status%3C%3E%27MERGED%27");
    try (Tab tab = Tab.wide(browser, WHOLE_MISSION)) {
      tab.awaitNumber("count-incident", page.path("numberMatched").asLong());
    }
  }

  @Test
  void eventsAreDrawnOnTheMap(Browser browser) throws Exception {
    try (Tab tab = Tab.wide(browser)) {
      tab.at("count-incident").waitFor();
      tab.page().waitForTimeout(3_000);
      byte[] with = tab.page().locator("[data-testid=map]").screenshot();
      tab.click("layer-incident");
      tab.page().waitForTimeout(1_500);
      byte[] without = tab.page().locator("[data-testid=map]").screenshot();
      assertThat(colours(with)).isGreaterThan(colours(without) + 50);
    }
  }

  @Test
  void aFilterBecomesAChipAndNarrowsTheCountAndTheChipTakesItAway(Browser browser) {
    try (Tab tab = Tab.wide(browser, WHOLE_MISSION)) {
      long all = tab.number("count-incident");
      tab.click("tab-filters")
          .at("severity-4")
          .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
      tab.at("chip-incident.severity").waitFor();
      tab.page()
          .waitForFunction(
              "n => Number(document.querySelector('[data-testid=count-incident]').textContent"
                  + ".replace(/[^0-9]/g, '')) < n",
              Math.toIntExact(all));
      tab.awaitAddress("f.incident.severity=min:4");
      tab.at("chip-incident.severity").locator("button").click();
      tab.awaitNumber("count-incident", all);
    }
  }

  @Test
  void anotherPeriodChangesTheCountsAndTheAddressAndTheBackButtonReturns(Browser browser) {
    try (Tab tab = Tab.wide(browser, WHOLE_MISSION)) {
      long quarter = tab.number("count-incident");
      tab.click("preset-7");
      tab.page()
          .waitForFunction(
              "n => Number(document.querySelector('[data-testid=count-incident]').textContent"
                  + ".replace(/[^0-9]/g, '')) < n",
              Math.toIntExact(quarter));
      tab.awaitAddress("t=2026-06-24..2026-06-30");
      tab.page().goBack();
      tab.awaitNumber("count-incident", quarter);
    }
  }

  @Test
  void aLinkOpensTheSamePictureSomewhereElse(Browser browser) throws Exception {
    String id =
        Demo.get("/collections/incident/items?limit=1")
            .path("features")
            .path(0)
            .path("id")
            .asText();
    try (Tab tab = Tab.wide(browser, WHOLE_MISSION + "&s=incident:" + id)) {
      String title = tab.text("detail-title");
      assertThat(title).isNotBlank();
      assertThat(tab.text("history")).isNotBlank();
      try (Tab other = Tab.wide(browser, "#" + tab.fragment())) {
        assertThat(other.text("detail-title")).isEqualTo(title);
      }
    }
  }

  @Test
  void everythingLoadsFromThisServerAlone(Browser browser) {
    Set<String> hosts = new HashSet<>();
    try (Tab tab = Tab.wide(browser)) {
      Page page = tab.page();
      page.onResponse(
          (Response response) -> hosts.add(java.net.URI.create(response.url()).getAuthority()));
      page.reload();
      page.waitForSelector("#app[data-state=ready]");
      page.waitForTimeout(2_000);
    }
    assertThat(hosts).containsExactly(java.net.URI.create(Demo.url()).getAuthority());
  }

  @Test
  void thePageWorksByKeyboard(Browser browser) {
    try (Tab tab = Tab.wide(browser)) {
      Page page = tab.page();
      page.keyboard().press("?");
      tab.at("help-sheet").waitFor();
      page.keyboard().press("Escape");
      page.keyboard().press("/");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("find");
      page.keyboard().type("market");
      page.keyboard().press("Escape");
      page.keyboard().press("d");
      tab.at("panel-area").waitFor();
      page.keyboard().press("Escape");
      tab.at("panel-area").waitFor(hidden());
    }
  }

  @Test
  void onAPhoneTheMapFillsTheScreenAndThePanelsAreSheets(Browser browser) {
    try (Tab tab = Tab.phone(browser)) {
      double wide =
          ((Number) tab.page().evaluate("document.documentElement.scrollWidth")).doubleValue();
      assertThat(wide).isLessThanOrEqualTo(390);
      assertThat(tab.at("map").boundingBox().width).isEqualTo(390);
      tab.click("phone-layers");
      tab.at("count-incident").waitFor();
      tab.click("phone-tools").click("tool-area");
      tab.at("area-count").waitFor();
    }
  }

  private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
  }

  private static long colours(byte[] png) throws java.io.IOException {
    var image = ImageIO.read(new ByteArrayInputStream(png));
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours.size();
  }

  @Test
  void aWrongConditionIsExplainedAndLeavesThePictureAlone(Browser browser) {
    try (Tab tab = Tab.wide(browser)) {
      long before = tab.number("count-incident");
      tab.click("tab-filters").fill("expert", "killed_best > 2 AN severity");
      tab.page().getByText("Apply", new Page.GetByTextOptions().setExact(true)).click();
      tab.page().getByText("Not applied. filter: at position 17").waitFor();
      tab.forgive("400");
      assertThat(tab.fragment()).doesNotContain("killed_best");
      tab.click("tab-layers");
      assertThat(tab.number("count-incident")).isEqualTo(before);
    }
  }
}
