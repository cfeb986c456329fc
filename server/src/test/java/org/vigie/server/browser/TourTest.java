package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody is shown who opens the page for the first time. */
@ExtendWith(Chromium.class)
class TourTest {

  @ParameterizedTest
  @ValueSource(strings = {"duty-officer", "protection-adviser", "analyst", "reporter", "viewer"})
  void everyRoleHasATourThatPointsAtRealControlsAndWorksByKeyboard(String role, Browser browser) {
    try (Tab tab = Tab.wideAs(browser, role)) {
      Page page = tab.page();
      tab.at("tour").waitFor(hidden());
      tab.click("help").click("open-tour");
      tab.at("tour").waitFor();
      int steps = Integer.parseInt(tab.text("tour-progress").replaceAll("\\D*\\d+\\D+", ""));
      assertThat(steps).isBetween(4, 6);
      int pointing = 0;
      for (int step = 1; step <= steps; step++) {
        assertThat(tab.text("tour-progress")).startsWith(step + " ");
        assertThat(tab.text("tour-title")).isNotBlank();
        pointing += page.locator(".tour-spot").isVisible() ? 1 : 0;
        page.keyboard().press("ArrowRight");
      }
      assertThat(pointing).as("steps that point at a control").isGreaterThanOrEqualTo(steps - 1);
      tab.at("tour").waitFor(hidden());
    }
  }

  @Test
  void aTourStartsByItselfOnceForAnAccountAndABrowser(Browser browser) {
    try (Tab tab = Tab.wide(browser)) {
      Page page = tab.page();
      page.evaluate("localStorage.setItem('vigie.tour', '[\"somebody else\"]')");
      page.reload();
      tab.at("tour").waitFor();
      assertThat(page.evaluate("document.activeElement === document.body"))
          .as("nobody is torn away from what he does")
          .isEqualTo(true);
      tab.click("layer-report");
      assertThat(tab.at("layer-report").isChecked()).as("the page works meanwhile").isTrue();
      page.keyboard().press("Tab");
      page.keyboard().press("Escape");
      tab.at("tour").waitFor(hidden());
      page.reload();
      page.waitForSelector("#app[data-state=ready]");
      tab.number("count-incident");
      assertThat(tab.at("tour").count()).isZero();
    }
  }

  private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
  }
}
