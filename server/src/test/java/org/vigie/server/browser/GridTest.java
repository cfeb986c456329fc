package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.MouseButton;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where the pointer is, in every notation, and the MGRS grid under it. */
@ExtendWith(Chromium.class)
class GridTest {

  private static final String NEAR = "#v1/12/-10.8926/-21.4728/";
  private static final String HAS_GRID =
      "() => { const canvas = document.querySelector('.leaflet-grid-pane canvas');"
          + " if (!canvas) return false;"
          + " const { data } = canvas.getContext('2d')"
          + ".getImageData(0, 0, canvas.width, canvas.height);"
          + " return data.some(value => value !== 0); }";

  @Test
  void oneSwitchChangesHowEveryPlaceOnThePageIsWritten(Browser browser) throws Exception {
    String incident =
        Demo.get("/collections/incident/items?limit=1&filter=location_class%20%3D%20%27GPS%27")
            .path("features")
            .path(0)
            .path("id")
            .asText();
    try (Tab tab = Tab.wide(browser, NEAR + "s=incident:" + incident)) {
      assertThat(tab.text("position")).matches("\\d+\\.\\d+° S, \\d+\\.\\d+° W");
      String decimal = tab.text("detail-position");
      assertThat(decimal).matches("\\d+\\.\\d{5}° S, \\d+\\.\\d{5}° W");
      tab.click("readout");
      String middle = tab.text("place-mgrs");
      assertThat(middle).matches("\\d\\d[A-Z] [A-Z]{2} \\d{4} \\d{4}");
      assertThat(tab.text("place-utm")).matches("\\d\\d[A-Z] \\d{6} E \\d{7} N");
      assertThat(tab.text("place-dms")).matches("\\d+° \\d\\d′ \\d\\d″ S, \\d+° \\d\\d′ \\d\\d″ W");
      tab.at("notation-mgrs").check();
      assertThat(tab.text("detail-position")).matches("\\d\\d[A-Z] [A-Z]{2} \\d{5} \\d{5}");
      assertThat(tab.text("position")).isEqualTo(middle);
      tab.page().keyboard().press("Escape");
      assertThat(tab.page().evaluate("document.activeElement.dataset.testid")).isEqualTo("readout");
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      assertThat(tab.text("position")).as("kept in the browser").matches("\\d\\d[A-Z] .*");
      assertThat(tab.page().url()).as("and not in the link").doesNotContain("mgrs");
    }
  }

  @Test
  void whatThePointerIsOverIsCopiedByAKeyAndByAButton(Browser browser) {
    try (Tab tab = Tab.wide(browser, NEAR)) {
      tab.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      BoundingBox map = tab.at("map").boundingBox();
      tab.page().mouse().move(map.x + map.width * 0.7, map.y + map.height * 0.6);
      String here = tab.text("position");
      tab.page().keyboard().press("k");
      awaitClipboard(tab.page(), here);
      tab.page()
          .mouse()
          .click(
              map.x + map.width * 0.4,
              map.y + map.height * 0.3,
              new Mouse.ClickOptions().setButton(MouseButton.RIGHT));
      String there = tab.text("place-mgrs");
      tab.click("copy-mgrs");
      awaitClipboard(tab.page(), there);
    }
  }

  @Test
  void theGridComesAndGoesByItsKeyAndIsPartOfTheAddress(Browser browser) {
    try (Tab tab = Tab.wide(browser, NEAR)) {
      assertThat(tab.page().evaluate(HAS_GRID)).isEqualTo(false);
      tab.page().keyboard().press("g");
      tab.awaitAddress("g=mgrs");
      tab.page().waitForFunction(HAS_GRID);
      tab.click("map-grid");
      tab.page().waitForFunction("() => !(" + HAS_GRID + ")()");
      tab.page().waitForFunction("() => !location.hash.includes('g=mgrs')");
    }
    try (Tab tab = Tab.wide(browser, "#v1/4/83/10/")) {
      tab.page().keyboard().press("g");
      assertThat(tab.text("announcer")).contains("84° N").contains("polar");
    }
  }

  private static void awaitClipboard(Page page, String expected) {
    page.waitForFunction("async text => (await navigator.clipboard.readText()) === text", expected);
  }
}
