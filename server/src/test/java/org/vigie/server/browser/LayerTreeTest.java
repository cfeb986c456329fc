package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tree of layers, the header over it and what the map says it cannot show. */
@ExtendWith(Chromium.class)
class LayerTreeTest {

  private static final String PERIOD = "2026-04-02..2026-06-30";

  @Test
  void layersAreOrderedByKeyboardByButtonAndByDraggingAndTheAddressKeepsIt(Browser browser) {
    try (Tab tab = Tab.wide(browser)) {
      assertThat(order(tab)).startsWith("incident,report,ied-report");
      tab.at("layer-report").focus();
      tab.page().keyboard().press("Alt+ArrowUp");
      assertThat(order(tab)).startsWith("report,incident,ied-report");
      assertThat(tab.text("announcer")).contains("Reports: 1 of 3");
      assertThat(tab.page().evaluate("document.activeElement.dataset.testid"))
          .as("what was moved keeps the focus")
          .isEqualTo("layer-report");

      tab.click("options-ied-report").click("up-layer-ied-report");
      assertThat(order(tab)).startsWith("report,ied-report,incident");
      tab.page()
          .locator("[data-layer=incident] .layer-title")
          .dragTo(
              tab.page().locator("[data-layer=report] .layer-title"),
              new Locator.DragToOptions().setTargetPosition(5, 2));
      assertThat(order(tab)).startsWith("incident,report,ied-report");
      tab.page().locator("[data-group=operations] h2").hover();
      tab.click("up-group-operations");
      assertThat(order(tab)).startsWith("patrol,base,medical-facility,incident");

      tab.awaitAddress("z=patrol,base");
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      assertThat(order(tab)).startsWith("patrol,base,medical-facility,incident");
      tab.click("layers-restore");
      assertThat(order(tab)).startsWith("incident,report,ied-report");
      assertThat(tab.at("layers-restore").isVisible()).isFalse();
    }
  }

  @Test
  void aLayerMadeFaintIsDrawnFaintAndOneMadeInvisibleNotAtAll(Browser browser) {
    try (Tab tab = Tab.wide(browser, "#v1/8/-10.9/-21.5/t=" + PERIOD + "&l=incident")) {
      tab.number("count-incident");
      tab.page().waitForTimeout(1_500);
      long full = ink(tab);
      tab.click("options-incident").fill("opacity-incident", "30");
      tab.awaitAddress("y.incident=30");
      long faint = ink(tab);
      assertThat(faint).isPositive().isLessThan(full * 4 / 5);
      tab.fill("opacity-incident", "0");
      tab.awaitAddress("y.incident=0");
      assertThat(ink(tab)).isZero();
    }
  }

  @Test
  void groupsHaveThreeStatesAndFoldAwayAsDoLegends(Browser browser) {
    try (Tab tab = Tab.wide(browser)) {
      assertThat(isMixed(tab, "group-events")).as("reports are off at first").isTrue();
      tab.click("layer-report");
      assertThat(isMixed(tab, "group-events")).isFalse();
      assertThat(tab.at("group-events").isChecked()).isTrue();
      tab.click("group-events");
      assertThat(tab.at("layer-incident").isChecked()).isFalse();
      tab.click("fold-events");
      assertThat(tab.at("layer-incident").isVisible()).isFalse();
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      assertThat(tab.at("layer-incident").isVisible()).as("the fold is kept").isFalse();
      tab.click("fold-events").click("open-patrol");
      assertThat(tab.page().locator("#legend-patrol .swatch-line").count())
          .as("lines look like lines")
          .isGreaterThan(2);
      tab.click("open-hotspot");
      assertThat(tab.page().locator("#legend-hotspot .swatch-area").count()).isGreaterThan(2);
    }
  }

  @Test
  void theMapSaysWhatItCannotShowExactlyAsTheServerCountsIt(Browser browser) throws Exception {
    String all = "/collections/incident/items?limit=1&datetime=2026-04-02/2026-06-30&filter=";
    JsonNode unmapped = Demo.get(all + "geom%20IS%20NULL");
    JsonNode rough = Demo.get(all + "radius_m%20%3E%205000&bbox=-30,-20,-10,0");
    try (Tab tab = Tab.wide(browser, "#v1/6/-10.9/-21.5/t=" + PERIOD + "&l=incident")) {
      tab.awaitNumber("unsure-unmapped", unmapped.path("numberMatched").asLong());
      tab.awaitNumber("unsure-imprecise", rough.path("numberMatched").asLong());
      tab.click("unsure");
      tab.at("unsure-list-unmapped").waitFor();
      assertThat(tab.text("ring-note")).startsWith("Rings of ").contains("anywhere");
      tab.at("unsure-beyond").selectOption("50000");
      JsonNode coarse = Demo.get(all + "radius_m%20%3E%2050000&bbox=-30,-20,-10,0");
      tab.awaitNumber("unsure-imprecise", coarse.path("numberMatched").asLong());
      tab.page().locator("[data-testid=unsure-list-unmapped] button").first().click();
      tab.at("detail-title").waitFor();
      assertThat(tab.text("detail")).contains("No position recorded");
    }
  }

  @Test
  void theHeaderNeverOverflowsAndWhatHasNoRoomStandsInTheMenu(Browser browser) {
    try (Tab tab = Tab.wide(browser, "#v1////t=2026-05-01..2026-06-30&q=market")) {
      Page page = tab.page();
      for (int width : List.of(2560, 1920, 1600, 1366, 1280, 1024, 900, 768, 390)) {
        page.setViewportSize(width, 900);
        page.waitForFunction(
            "() => { const h = document.querySelector('.header'); return h.scrollWidth <="
                + " h.clientWidth && document.documentElement.scrollWidth <= innerWidth; }");
      }
      page.setViewportSize(900, 900);
      tab.at("tool-more").waitFor();
      tab.at("tool-more").focus();
      page.keyboard().press("ArrowDown");
      tab.at("tool-menu").waitFor();
      page.keyboard().press("m");
      assertThat(page.evaluate("document.activeElement.title.toLowerCase()[0]")).isEqualTo("m");
      page.keyboard().press("Escape");
      assertThat(page.evaluate("document.activeElement.dataset.testid")).isEqualTo("tool-more");
      assertThat(tab.at("tool-menu").isVisible()).isFalse();
    }
  }

  private static String order(Tab tab) {
    return (String)
        tab.page()
            .evaluate(
                "[...document.querySelectorAll('.layer')].map(n => n.dataset.layer).join(',')");
  }

  private static boolean isMixed(Tab tab, String group) {
    return (boolean) tab.at(group).evaluate("box => box.indeterminate");
  }

  /** How much the canvas of the events hides, summed over its pixels. */
  private static long ink(Tab tab) {
    Object sum =
        tab.page()
            .evaluate(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>"
                    + " { const c = document.querySelector('.leaflet-events-pane canvas');"
                    + " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                    + " let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i]; done(n); })))");
    return ((Number) sum).longValue();
  }
}
