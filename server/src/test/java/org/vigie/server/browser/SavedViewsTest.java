package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is shown is kept under a name, found again, offered to others, and taken back. */
@ExtendWith(Chromium.class)
class SavedViewsTest {

  private static final String ADVISER = "protection-adviser";

  @Test
  void aViewIsSavedOpenedRenamedSharedAndDeletedWithUndo(Browser browser) {
    try (Tab tab =
        Tab.wide(
            browser, "#v1/8/-11/-21.5/t=-30d&l=incident&c.incident=killed_best%20%3E%3D%203")) {
      tab.click("tool-more").click("tool-saved");
      tab.fill("view-name", "Grave, last month").click("view-save");
      tab.at("view-own").first().waitFor();
      tab.click("clear-filters");
      tab.page().waitForFunction("() => !location.hash.includes('c.incident')");
      tab.click("view-open");
      tab.awaitAddress("c.incident=").awaitAddress("t=-30d");

      tab.click("view-edit");
      tab.fill("edited-name", "Grave").at("edited-share").check();
      tab.at("edited-compartment-POC").check();
      tab.click("edited-save");
      assertThat(tab.text("view-mark")).contains("POC");
      tab.page()
          .getByText("Grave", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
          .first()
          .waitFor();

      try (Tab other = Tab.wideAs(browser, ADVISER)) {
        other.click("tool-more").click("tool-saved");
        assertThat(other.text("view-shared")).contains("Grave").contains("analyst");
        other.at("view-shared").first().getByTestId("view-open").click();
        other.awaitAddress("c.incident=");
        assertThat(other.at("view-remove").count()).isZero();
      }

      int before = tab.at("view-own").count();
      tab.click("view-remove");
      tab.at("view-undo").waitFor();
      tab.click("view-undo");
      tab.page()
          .waitForFunction(
              "n => document.querySelectorAll('[data-testid=view-own]').length === n", before);
    }
  }

  @Test
  void searchedTextIsKeptAndNotShared(Browser browser) {
    try (Tab tab = Tab.wide(browser, "#v1/8/-11/-21.5/q=market")) {
      tab.click("tool-more").click("tool-saved");
      tab.fill("view-name", "Markets").at("view-share").check();
      tab.click("view-save");
      assertThat(tab.text("view-problem")).contains("person");
      tab.at("view-share").uncheck();
      tab.click("view-save");
      tab.page().getByText("Markets").first().waitFor();
    }
  }

  @Test
  void theMapOpensWithTheViewThatSomebodyStartsWith(Browser browser) {
    try (Tab tab = Tab.wideAs(browser, "viewer", "#v1/9/-11.25/-21.75/t=-7d&l=incident")) {
      tab.click("tool-more").click("tool-saved");
      tab.fill("view-name", "Start").at("view-start").check();
      assertThat(tab.at("view-share").count()).as("a viewer shares nothing").isZero();
      tab.click("view-save");
      tab.at("view-own").first().waitFor();
      String saved =
          (String)
              tab.page()
                  .evaluate(
                      "async () => (await (await fetch('/api/views')).json()).views"
                          + ".find(v => v.start).address");
      tab.page().navigate(Demo.url());
      tab.page().waitForSelector("#app[data-state=ready]");
      tab.awaitAddress("t=-7d").awaitAddress("#v1/9/");
      for (int degrees = 2; degrees <= 3; degrees++) {
        assertThat(part(tab.fragment(), degrees))
            .as("the middle of the map, but for a pixel of its frame")
            .isCloseTo(part(saved, degrees), within(0.01));
      }
    }
  }

  private static double part(String address, int which) {
    return Double.parseDouble(address.split("/")[which]);
  }
}
