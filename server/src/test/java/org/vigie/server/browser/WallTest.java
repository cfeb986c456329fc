package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The screen on the wall of the operations centre, which nobody touches. */
@ExtendWith(Chromium.class)
class WallTest {

  private static final String NORTH = "b=North:%23v1%2F8%2F-10.5%2F-21.4%2Ft%3D-7d%26l%3Dincident";
  private static final String SOUTH =
      "b=South:%23v1%2F8%2F-12%2F-21.4%2Ft%3D2026-05-01..2026-05-31%26l%3Dincident";

  @Test
  void startsByItsLinkShowsItsViewsInTurnAndLeavesByEscape(Browser browser) {
    try (Tab tab = Tab.wide(browser, "#v1////wall=3600&" + NORTH + "&" + SOUTH)) {
      assertThat(tab.text("wall-view")).isEqualTo("North");
      ShiftTest.awaitText(tab, "wall-period", "Last 7 days");
      assertThat(tab.text("wall-period")).contains("24 Jun").contains("30 Jun");
      assertThat(tab.text("wall-place")).isEqualTo("1 of 2");
      // The exercise's clock stands at 23:59 UTC; its mission is an hour behind.
      assertThat(tab.text("wall-utc")).startsWith("23:59");
      assertThat(tab.text("wall-mission")).startsWith("22:59");
      assertThat(tab.text("wall-as-of")).contains("Data as of");
      tab.at("wall-item").first().waitFor();
      assertThat(tab.at("wall-item").count()).isBetween(3, 7);
      assertThat(tab.at("wall-item").first().innerText()).containsPattern("ago|just now");
      assertThat(tab.at("tool-inbox").isVisible()).isFalse();
      assertThat(tab.at("banner").isVisible()).isTrue();
      assertThat(sizeOf(tab, "[data-testid=wall-utc]")).as("read at 5 m").isGreaterThan(50);
      assertThat(sizeOf(tab, ".wall-item strong")).isGreaterThan(22);

      tab.at("wall-legend").locator("li").first().waitFor();
      assertThat(tab.at("wall-legend").locator("li b").first().innerText()).matches("[\\d,]+");

      tab.page().keyboard().press("ArrowRight");
      ShiftTest.awaitText(tab, "wall-view", "South");
      ShiftTest.awaitText(tab, "wall-period", "1 May");
      tab.page().keyboard().press(" ");
      tab.at("wall-paused").waitFor();

      tab.page().keyboard().press("Escape");
      tab.at("wall").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
      tab.at("tool-inbox").waitFor();
      tab.page().keyboard().press("w");
      tab.at("wall").waitFor();
    }
  }

  @Test
  void saysInLargeLettersThatTheLineIsCut(Browser browser) {
    try (Tab tab = Tab.wide(browser, "#v1/7/-11/-21/l=incident&wall")) {
      tab.at("wall-item").first().waitFor();
      tab.context().setOffline(true);
      tab.at("wall-warning").waitFor();
      assertThat(sizeOf(tab, "[data-testid=wall-warning]")).isGreaterThan(30);
      var warning = tab.at("wall-warning").boundingBox();
      assertThat(tab.at("map").boundingBox().y)
          .as("it hides nothing of the map")
          .isGreaterThanOrEqualTo(warning.y + warning.height - 1);
      tab.context().setOffline(false);
      tab.at("wall-warning")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
      tab.forgive("");
    }
  }

  private static double sizeOf(Tab tab, String selector) {
    return ((Number)
            tab.page()
                .locator(selector)
                .first()
                .evaluate("node => parseFloat(getComputedStyle(node).fontSize)"))
        .doubleValue();
  }
}
