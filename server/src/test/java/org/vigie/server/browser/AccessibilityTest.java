package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What axe-core finds by the rules of WCAG 2.2 AA; keyboard scripts are with each tool. */
@ExtendWith(Chromium.class)
class AccessibilityTest {

  private static final String VIEW = "#v1/7/-11/-21.5/t=2026-05-01..2026-06-30";

  @ParameterizedTest
  @ValueSource(strings = {"dark", "light"})
  void theMapWithItsPanelsIsClean(String theme, Browser browser) {
    try (Tab tab = Tab.wide(browser, VIEW)) {
      themed(tab, theme);
      List<String> problems = new ArrayList<>(Axe.problems(tab.page()));
      tab.click("tab-filters").at("query-add").waitFor();
      problems.addAll(Axe.problems(tab.page(), ".left"));
      tab.click("help").at("help-sheet").waitFor();
      problems.addAll(Axe.problems(tab.page(), "[data-testid=help-sheet]"));
      assertThat(problems).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dark", "light"})
  void everyToolsPanelIsClean(String theme, Browser browser) {
    try (Tab tab = Tab.wide(browser, VIEW)) {
      themed(tab, theme);
      List<String> problems = new ArrayList<>();
      for (String tool : tools(tab.page())) {
        tab.page().evaluate("tool => { location.hash += '&o=' + tool; }", tool);
        tab.at("panel-" + tool).waitFor();
        Axe.problems(tab.page(), "[data-testid=tool-panel]")
            .forEach(problem -> problems.add(tool + ": " + problem));
      }
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void theDetailOfAFeatureIsClean(Browser browser) throws Exception {
    String id =
        Demo.get("/collections/incident/items?limit=1&filter=severity%3D5")
            .at("/features/0/id")
            .asText();
    try (Tab tab = Tab.wide(browser, VIEW + "&s=incident:" + id)) {
      tab.at("detail").locator("h2").first().waitFor();
      assertThat(Axe.problems(tab.page(), "[data-testid=detail]")).isEmpty();
    }
  }

  @Test
  void thePhonesPageIsClean(Browser browser) {
    try (Tab tab = Tab.phone(browser, VIEW)) {
      List<String> problems = new ArrayList<>(Axe.problems(tab.page()));
      for (String sheet : List.of("layers", "filters", "time", "tools")) {
        tab.click("phone-" + sheet);
        problems.addAll(Axe.problems(tab.page()));
      }
      assertThat(problems).isEmpty();
    }
  }

  /** WCAG 1.4.4 and 1.4.10: 1600 by 900 at 200 %, a phone that lies, and 320 pixels. */
  @ParameterizedTest
  @CsvSource({"800, 450", "844, 390", "320, 640"})
  void enlargedNothingOfTheMapLiesOverAnotherAndItsMiddleIsFree(
      int width, int height, Browser browser) {
    try (Tab tab = Tab.wide(browser, VIEW)) {
      tab.page().setViewportSize(width, height);
      tab.page().reload();
      tab.page()
          .waitForFunction(
              "() => /[0-9]/.test(document.querySelector('.unsure-pill')?.textContent ?? '')");
      Object room =
          tab.page()
              .evaluate(
                  """
                  () => {
                    const box = (part) => document.querySelector(part).getBoundingClientRect();
                    const [map, foot, buttons] = ['.map-area', '.map-readout', '.map-buttons'].map(box);
                    const apart = foot.right <= buttons.left || foot.top >= buttons.bottom;
                    const fits = document.documentElement.scrollWidth <= innerWidth;
                    return apart && fits ? Math.round(100 * (foot.top - map.top) / innerHeight) : -1;
                  }
                  """);
      assertThat((int) room)
          .as("per cent of the window in which the map is free")
          .isGreaterThan(40);
    }
  }

  @Test
  void whatIsChosenIsSeenInHighContrast(Browser browser) {
    try (Tab tab = Tab.wide(browser, VIEW)) {
      tab.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
      Object chosen = ground(tab, "tab-layers");
      assertThat(chosen).isNotEqualTo(ground(tab, "tab-filters"));
      tab.click("tab-filters");
      assertThat(ground(tab, "tab-filters")).isEqualTo(chosen);
    }
  }

  private static Object ground(Tab tab, String control) {
    return tab.at(control).evaluate("control => getComputedStyle(control).backgroundColor");
  }

  @Test
  void thePagesOfAccountsAreClean(Browser browser) {
    List<String> problems = new ArrayList<>();
    try (Tab tab = Tab.blank(browser)) {
      tab.page().navigate(Demo.url() + "login");
      problems.addAll(Axe.problems(tab.page()));
    }
    try (Tab tab = Tab.wideAs(browser, "administrator")) {
      for (String path : List.of("account", "admin")) {
        tab.page().navigate(Demo.url() + path);
        tab.page().locator("main h1").first().waitFor();
        problems.addAll(Axe.problems(tab.page()));
      }
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void aButtonWithoutANameIsFound(Browser browser) {
    try (Tab tab = Tab.wide(browser, VIEW)) {
      tab.page()
          .evaluate(
              "() => document.querySelector('.header').append(document.createElement('button'))");
      assertThat(Axe.problems(tab.page())).singleElement().asString().startsWith("button-name");
    }
  }

  private static void themed(Tab tab, String theme) {
    if (!theme.equals(tab.page().evaluate("document.documentElement.dataset.theme"))) {
      tab.click("theme");
    }
  }

  /** Of the bar and of the menu. */
  @SuppressWarnings("unchecked") // the script answers with a list of strings
  private static List<String> tools(Page page) {
    return (List<String>)
        page.evaluate(
            "async () => { const at ="
                + " document.querySelector('link[rel=modulepreload][href$=\"/tools/tools.js\"]');"
                + " return (await import(at.href)).tools.filter(t => !t.aside && t.load).map(t =>"
                + " t.id); }");
  }
}
