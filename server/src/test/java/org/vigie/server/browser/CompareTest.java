package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two pictures of one place at once, counted exactly. */
@ExtendWith(Chromium.class)
class CompareTest {

  private static final String A = "#v1/4/-11.2/-21.4/t=2026-06-01..2026-06-30&l=incident,patrol";

  @Test
  void twoPeriodsStandSideBySideOrWithADividerAndAreCountedExactly(Browser browser)
      throws Exception {
    try (Tab tab = Tab.wide(browser, A + "&o=compare")) {
      tab.at("compare-kind").selectOption("before");
      tab.click("compare-start-button").at("compare-table").waitFor();
      awaitCounts(tab);
      long a = figure(tab, "a");
      long b = figure(tab, "b");
      assertThat(a).isEqualTo(counted("2026-06-01/2026-06-30"));
      assertThat(b).isEqualTo(counted("2026-05-02/2026-05-31")).isNotEqualTo(a);
      assertThat(figure(tab, "difference")).isEqualTo(Math.abs(b - a));
      assertThat(tab.text("side-b")).contains("2 May").contains("31 May");

      Locator second = tab.at("compare-b");
      assertThat(second.boundingBox().width)
          .as("half of the map")
          .isCloseTo(tab.at("map").boundingBox().width, org.assertj.core.data.Offset.offset(4.0));
      tab.at("map").focus();
      tab.page().keyboard().press("ArrowRight");
      tab.page().waitForTimeout(600);
      awaitCounts(tab);
      assertThat(figure(tab, "a"))
          .as("of the window that both show")
          .isEqualTo(counted("2026-06-01/2026-06-30"));
      assertThat(figure(tab, "b")).isEqualTo(counted("2026-05-02/2026-05-31"));

      tab.page()
          .locator("[data-testid=compare-mode-swipe]")
          .check(new Locator.CheckOptions().setForce(true));
      Locator divider = tab.at("divider");
      divider.focus();
      tab.page().keyboard().press("PageUp");
      tab.page().keyboard().press("ArrowRight");
      assertThat(divider.getAttribute("aria-valuenow")).isEqualTo("62");
      tab.page().keyboard().press("Home");
      assertThat(divider.getAttribute("aria-valuetext")).contains("0 %");

      tab.awaitAddress("cmp=swipe");
      tab.page().reload();
      tab.at("compare-table").waitFor();
      awaitCounts(tab);
      long left = figure(tab, "a");
      tab.click("compare-swap");
      awaitCounts(tab);
      tab.page()
          .waitForFunction(
              "n => document.querySelector('[data-testid=compare-table] tr[data-layer=incident]"
                  + " [data-side=b]')?.textContent.replace(/[^0-9]/g, '') === String(n)",
              Math.toIntExact(left));
      assertThat(tab.fragment()).contains("t=2026-05-02..2026-05-31");

      tab.click("compare-end");
      assertThat(second.isVisible()).isFalse();
    }
  }

  @Test
  void onAPhoneOneLiesAboveTheOther(Browser browser) {
    String b = "%23v1%2F8%2F-11.2%2F-21.4%2Ft%3D2026-05-01..2026-05-31%26l%3Dincident";
    try (Tab tab = Tab.phone(browser, A + "&cmp=side~" + b)) {
      tab.at("compare-b").waitFor();
      tab.page()
          .waitForFunction(
              "() => document.querySelector('[data-testid=compare-b]').getBoundingClientRect().top"
                  + " >= document.querySelector('[data-testid=map]').getBoundingClientRect().bottom");
      assertThat(tab.at("compare-b").boundingBox().width)
          .isEqualTo(tab.at("map").boundingBox().width);
    }
  }

  private static void awaitCounts(Tab tab) {
    tab.page().waitForTimeout(400);
    tab.page()
        .waitForFunction(
            "() => { const table = document.querySelector('[data-testid=compare-table]'); return"
                + " table?.getAttribute('aria-busy') === 'false' &&"
                + " !table.textContent.includes('…'); }");
  }

  private static long figure(Tab tab, String side) {
    String text =
        tab.page()
            .locator("[data-testid=compare-table] tr[data-layer=incident] [data-side=" + side + "]")
            .innerText();
    return Long.parseLong(text.replaceAll("[^0-9]", ""));
  }

  /** What the server counts in the mission area, all of which lies in the window of the map. */
  private static long counted(String datetime) throws Exception {
    String body =
        "{\"layers\":[{\"name\":\"incident\"}],\"datetime\":\"%s\",\"bbox\":[-26,-15,-17,-8]}"
            .formatted(datetime);
    return Demo.post("/api/counts", body).at("/layers/incident/count").asLong();
  }
}
