package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class TableTest {

  private static final String QUARTER = "t=2026-04-01..2026-06-30";
  private static final String OPEN = "#v1/7.5/-11/-21.5/" + QUARTER + "&l=incident,base&x=table";
  private static final String RECORDS =
      "/collections/incident/items?datetime=2026-04-01/2026-06-30"
          + "&filter=status%20%3C%3E%20%27MERGED%27&limit=100";

  @Test
  void theTableHasARowForEveryFeatureThatIsCountedPlacedOrNot(Browser browser) throws Exception {
    JsonNode all = Demo.get(RECORDS + "&sortby=-valid_from");
    long unplaced =
        Demo.get(RECORDS.replace("&limit", "%20AND%20geom%20IS%20NULL&limit"))
            .path("numberMatched")
            .asLong();
    assertThat(unplaced).isPositive();
    try (Tab tab = Tab.wide(browser, OPEN)) {
      tab.at("linked-row").first().waitFor();
      awaitRows(tab, tab.number("count-incident"));
      tab.at("linked-scope").selectOption("everywhere");
      awaitRows(tab, all.path("numberMatched").asLong());
      assertThat(titles(tab)).isEqualTo(titlesOf(all));
      assertThat(tab.at("linked-tab-incident").innerText())
          .contains(grouped(all.path("numberMatched").asLong()));
      tab.at("linked-scope").selectOption("unplaced");
      awaitRows(tab, unplaced);
      assertThat(tab.at("linked-row").first().innerText()).isNotBlank();
      tab.awaitAddress("x.scope=unplaced");
      tab.click("linked-tab-base");
      tab.page().getByText("has a place").waitFor();
      tab.click("table-everywhere");
      awaitRows(
          tab,
          Demo.get("/collections/base/items?datetime=2026-04-01/2026-06-30&limit=1")
              .path("numberMatched")
              .asLong());
    }
  }

  @Test
  void theServerSortsAndThePagesGoOnWhereTheLastEnded(Browser browser) throws Exception {
    JsonNode first = Demo.get(RECORDS + "&sortby=-severity");
    String next = "";
    for (JsonNode link : first.path("links")) {
      next = link.path("rel").asText().equals("next") ? link.path("href").asText() : next;
    }
    JsonNode second = Demo.get(next.substring(next.indexOf("/collections")));
    try (Tab tab = Tab.wide(browser, OPEN + "&x.scope=everywhere")) {
      tab.at("linked-row").first().waitFor();
      tab.click("head-severity");
      tab.awaitAddress("x.sort=severity");
      tab.click("head-severity");
      tab.awaitAddress("x.sort=-severity");
      tab.page().waitForSelector("[data-testid=head-severity][aria-sort=descending]");
      assertThat(titles(tab)).isEqualTo(titlesOf(first));
      tab.click("table-on");
      tab.page().waitForSelector("tr[aria-rowindex='102']");
      assertThat(titles(tab)).isEqualTo(titlesOf(second));
      tab.click("table-back");
      tab.page().waitForSelector("tr[aria-rowindex='2']");
      assertThat(titles(tab)).isEqualTo(titlesOf(first));
    }
  }

  @Test
  void rowsAndMapFollowEachOtherByKeyboardAlone(Browser browser) {
    try (Tab tab = Tab.wide(browser, OPEN.replace("&x=table", ""))) {
      tab.page().keyboard().press("v");
      tab.page().waitForSelector("[data-testid=linked-tab-incident]:focus");
      tab.at("linked-row").first().waitFor();
      tab.at("linked-grid").locator("[tabindex='0']").focus();
      for (String key : List.of("ArrowDown", "ArrowDown", "End", "Home", "Space", "Enter")) {
        tab.page().keyboard().press(key);
      }
      Locator third = tab.at("linked-row").nth(2);
      assertThat(third.getAttribute("aria-selected")).isEqualTo("true");
      assertThat(third.getAttribute("aria-current")).isEqualTo("true");
      assertThat(tab.text("detail-title")).isEqualTo(third.locator("td").first().innerText());
      assertThat(tab.text("table-copy")).contains("1");
      assertThat(tab.at("linked-grid").getAttribute("role")).isEqualTo("grid");
      assertThat(third.getAttribute("aria-rowindex")).isEqualTo("4");
      tab.page().keyboard().press("Escape");
      tab.page().waitForSelector("[data-testid=linked-row]:not([aria-current])");
      double before = tab.at("linked").boundingBox().height;
      tab.at("linked-edge").focus();
      tab.page().keyboard().press("PageUp");
      assertThat(tab.at("linked").boundingBox().height).isGreaterThan(before);
      tab.at("linked-grid").locator("[tabindex='0']").focus();
      tab.page().keyboard().press("v");
      tab.page()
          .waitForSelector(
              "[data-testid=linked]",
              new com.microsoft.playwright.Page.WaitForSelectorOptions()
                  .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }
  }

  @Test
  void columnsAreChosenForALayerAndStayChosen(Browser browser) {
    try (Tab tab = Tab.wide(browser, OPEN)) {
      tab.at("linked-row").first().waitFor();
      tab.click("table-columns");
      tab.at("column-injured").check();
      tab.at("column-status").uncheck();
      tab.at("head-injured").waitFor();
      tab.page().reload();
      tab.at("head-injured").waitFor();
      assertThat(tab.at("head-status").count()).isZero();
      tab.click("table-columns").click("columns-usual");
      tab.at("head-status").waitFor();
    }
  }

  @Test
  void whatSomebodyElseWritesComesIntoTheTableWithoutMovingIt(Browser browser) throws Exception {
    try (Tab tab = Tab.wide(browser, OPEN + "&x.scope=everywhere&x.sort=title")) {
      tab.at("linked-row").nth(40).scrollIntoViewIfNeeded();
      Locator held = tab.at("linked-row").nth(40).locator("td").first();
      String title = held.innerText();
      held.focus();
      int top = scroll(tab);
      assertThat(top).isPositive();
      long rows = tab.number("linked-tab-incident");
      Demo.create(
          "/collections/incident/items",
          """
          {"type": "Feature", "geometry": {"type": "Point", "coordinates": [-21.5, -11]},
           "properties": {"title": "ZZZ written meanwhile", "type": "TENSION", "severity": 1, "status": "REPORTED",
             "ref": "TABLE-1", "valid_from": "2026-06-20T10:00:00Z"}}
          """);
      awaitRows(tab, rows + 1);
      assertThat(scroll(tab)).isEqualTo(top);
      assertThat(tab.page().locator(":focus").innerText()).isEqualTo(title);
    }
  }

  @Test
  void onAPhoneARowIsACard(Browser browser) {
    try (Tab tab = Tab.phone(browser, OPEN)) {
      Locator row = tab.at("linked-row").first();
      row.waitFor();
      assertThat(row.boundingBox().width).isLessThanOrEqualTo(390);
      assertThat(row.boundingBox().height).isGreaterThan(80);
      row.locator("td").first().click();
      assertThat(tab.text("detail-title")).isNotBlank();
    }
  }

  private static int scroll(Tab tab) {
    return ((Number)
            tab.page().locator(".grid-scroll").evaluate("box => Math.round(box.scrollTop)"))
        .intValue();
  }

  private static void awaitRows(Tab tab, long expected) {
    tab.page()
        .waitForFunction(
            "n => document.querySelector('[data-testid=linked-grid]')?.getAttribute('aria-rowcount')"
                + " === String(n + 1)",
            Math.toIntExact(expected));
  }

  private static List<String> titles(Tab tab) {
    return tab.page().locator("[data-testid=linked-row] td:first-child").allInnerTexts();
  }

  private static List<String> titlesOf(JsonNode page) {
    return page.path("features").findValuesAsText("title");
  }

  private static String grouped(long n) {
    return String.format(Locale.UK, "%,d", n);
  }
}
