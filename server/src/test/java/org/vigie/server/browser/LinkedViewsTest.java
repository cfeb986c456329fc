package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class LinkedViewsTest {

  private static final String QUARTER = "2026-04-01/2026-06-30";
  private static final String OPEN =
      "#v1/7.5/-11/-21.5/t=2026-04-01..2026-06-30&l=incident"
          + "&x=table,breakdown,series,matrix&x.scope=everywhere&x.size=full";

  @Test
  void aBarThatIsClickedFiltersEverythingButItsOwnList(Browser browser) throws Exception {
    JsonNode types = breakdown("type", "");
    JsonNode riots = breakdown("severity", ",'filter':\"type IN ('RIOTS')\"");
    long before = of(types, "BATTLES");
    try (Tab tab = Tab.wide(browser, OPEN)) {
      awaitText(tab, "bar-type-RIOTS", of(types, "RIOTS"));
      for (JsonNode row : types.path("rows")) {
        awaitText(tab, "bar-type-" + row.path("value").asText(), row.path("count").asLong());
      }
      tab.click("bar-type-RIOTS");
      tab.awaitAddress("f.incident.type=in:RIOTS");
      awaitRows(tab, of(types, "RIOTS"));
      awaitText(tab, "bar-type-BATTLES", before);
      awaitText(tab, "bar-severity-4", of(riots, "4"));
      awaitText(tab, "matrix-total", types.path("count").asLong());
      tab.page()
          .waitForFunction(
              "n => document.querySelector('[data-testid=series-chart]').ariaLabel?.includes(`:"
                  + " ${n} in all`)",
              Math.toIntExact(of(types, "RIOTS")));
      tab.at("bar-type-BATTLES")
          .click(
              new Locator.ClickOptions()
                  .setModifiers(List.of(com.microsoft.playwright.options.KeyboardModifier.SHIFT)));
      awaitRows(tab, of(types, "RIOTS") + before);
      tab.click("breakdown-clear-type");
      awaitRows(tab, types.path("count").asLong());
    }
  }

  @Test
  void aSpanThatIsBrushedOverIsThePeriodOfAll(Browser browser) throws Exception {
    try (Tab tab = Tab.wide(browser, OPEN + "&x.step=month")) {
      Locator chart = tab.at("series-chart");
      chart.locator("svg").waitFor();
      BoundingBox box = chart.boundingBox();
      tab.page().mouse().move(box.x + box.width * .5, box.y + 40);
      tab.page().mouse().down();
      tab.page().mouse().move(box.x + box.width * .52, box.y + 40);
      tab.page().mouse().up();
      tab.awaitAddress("t=2026-05-01..2026-05-31");
      tab.awaitAddress("x.frame=2026-04-01..2026-06-30");
      awaitRows(tab, breakdown("type", "", "2026-05-01/2026-05-31").path("count").asLong());
      chart.focus();
      for (String key : List.of("Home", "Shift+ArrowRight", "Enter")) {
        tab.page().keyboard().press(key);
      }
      tab.awaitAddress("t=2026-04-01..2026-05-31");
      tab.click("series-only");
      tab.page().waitForFunction("() => !location.hash.includes('x.frame')");
    }
  }

  @Test
  void theSeriesHasTheNumbersOfTheHistogram(Browser browser) throws Exception {
    JsonNode histogram =
        Demo.get(
            "/api/histogram?layer=incident&step=week&start=2026-04-01T00:00:00Z&end=2026-07-01T00:00:00Z");
    try (Tab tab = Tab.wide(browser, OPEN + "&x.step=week&x.beside=none")) {
      tab.at("series-chart").locator("svg").waitFor();
      tab.click("series-table");
      Locator rows = tab.page().locator(".series-table tbody tr");
      rows.first().waitFor();
      long earlier = 0;
      int at = 0;
      for (JsonNode period : histogram.path("periods")) {
        if (period.path("start").asText().compareTo("2026-03-30") < 0) {
          earlier += period.path("count").asLong();
        } else {
          Locator row = rows.nth((tab.at("series-earlier").count() > 0 ? 1 : 0) + at++);
          assertThat(row.locator("td").first().innerText())
              .isEqualTo(period.path("count").asText());
          assertThat(row.locator("th").innerText().contains("not whole"))
              .as("1 April was a Wednesday, 30 June a Tuesday")
              .isEqualTo(at == 1 || at == 14);
        }
      }
      assertThat(at).isEqualTo(14);
      if (earlier > 0) {
        assertThat(tab.number("series-earlier")).isEqualTo(earlier);
      }
    }
  }

  @Test
  void aCellOfTheMatrixFiltersByBoth(Browser browser) throws Exception {
    JsonNode matrix =
        Demo.post(
            "/api/matrix",
            "{'layer':'incident','datetime':'%s','rows':'type','columns':'status','limit':24}"
                .formatted(QUARTER)
                .replace('\'', '"'));
    JsonNode cell = matrix.path("cells").get(1);
    String id = "cell-" + cell.path("row").asText() + "-" + cell.path("column").asText();
    try (Tab tab = Tab.wide(browser, OPEN + "&x.rows=type&x.columns=status")) {
      for (JsonNode each : matrix.path("cells")) {
        awaitText(
            tab,
            "cell-" + each.path("row").asText() + "-" + each.path("column").asText(),
            each.path("count").asLong());
      }
      tab.at(id).focus();
      tab.page().keyboard().press("Enter");
      awaitRows(tab, cell.path("count").asLong());
      tab.awaitAddress("f.incident.status=in:" + cell.path("column").asText());
    }
  }

  @Test
  void anHourOfADayThatIsClickedIsAConditionByTheMissionsClock(Browser browser) throws Exception {
    JsonNode matrix =
        Demo.post(
            "/api/matrix",
            ("{'layer':'incident','datetime':'%s','rows':'weekday','columns':'hour',"
                    + "'zone':'-01:00','limit':24}")
                .formatted(QUARTER)
                .replace('\'', '"'));
    JsonNode cell = null;
    for (JsonNode each : matrix.path("cells")) {
      boolean known =
          !each.path("row").asText().isEmpty() && !each.path("column").asText().isEmpty();
      cell = cell == null && known ? each : cell;
    }
    String day = cell.path("row").asText();
    String hour = cell.path("column").asText();
    try (Tab tab = Tab.wide(browser, OPEN + "&x.rows=weekday&x.columns=hour")) {
      String id = "cell-" + day + "-" + hour;
      awaitText(tab, id, cell.path("count").asLong());
      tab.at(id).focus();
      tab.page().keyboard().press("Enter");
      awaitRows(tab, cell.path("count").asLong());
      assertThat(tab.text("chip-incident.cql.1")).contains(hour + ":00").contains("UTC−01:00");
      awaitText(tab, "matrix-total", matrix.path("count").asLong());
      tab.at(id).focus();
      tab.page().keyboard().press("Enter");
      awaitRows(tab, matrix.path("count").asLong());
    }
  }

  @Test
  void thePanelStandsBesideTheMapAndDoesSoAgain(Browser browser) {
    try (Tab tab = Tab.wide(browser, "#v1/7.5/-11/-21.5/t=-30d&l=incident&x=table")) {
      tab.click("linked-beside").awaitAddress("x.size=side");
      double map = tab.at("map").boundingBox().width;
      assertThat(tab.at("linked").boundingBox().x)
          .isGreaterThanOrEqualTo(tab.at("map").boundingBox().x + map - 1);
      tab.at("linked-edge").focus();
      tab.page().keyboard().press("ArrowLeft");
      assertThat(tab.at("map").boundingBox().width).isLessThan(map);
      tab.click("linked-close");
      tab.page().keyboard().press("v");
      tab.awaitAddress("x.size=side");
    }
  }

  @Test
  void aFileOfAChartSaysWhatWasAskedAndHowItIsMarked(Browser browser) throws Exception {
    try (Tab tab = Tab.wide(browser, OPEN + "&f.incident.status=in:VERIFIED")) {
      tab.at("bar-type-BATTLES").waitFor();
      tab.at("breakdown-type").hover();
      Download svg = tab.page().waitForDownload(() -> tab.click("breakdown-type-svg"));
      assertThat(svg.suggestedFilename()).endsWith(".svg").contains("CONFIDENTIAL");
      assertThat(Files.readString(svg.path()))
          .contains("status IN ('VERIFIED')", "Data as of", "EXERCISE", "CONFIDENTIAL", "Battles");
      tab.at("series-chart").locator("svg").waitFor();
      Download png = tab.page().waitForDownload(() -> tab.click("series-png"));
      assertThat(Files.readAllBytes(png.path())).startsWith(0x89, 'P', 'N', 'G');
    }
  }

  @Test
  void allViewsAreFitForEverybodyInBothThemes(Browser browser) {
    try (Tab tab = Tab.wide(browser, OPEN + "&f.incident.type=in:RIOTS")) {
      for (String each : List.of("bar-type-BATTLES", "matrix-total", "linked-row")) {
        tab.at(each).first().waitFor();
      }
      tab.at("series-chart").locator("svg").waitFor();
      List<String> problems = new ArrayList<>(Axe.problems(tab.page(), "[data-testid=linked]"));
      tab.click("theme");
      // Loaded anew, no colour is on its way from the one theme to the other.
      tab.page().reload();
      for (String each : List.of("bar-type-BATTLES", "matrix-total", "linked-row")) {
        tab.at(each).first().waitFor();
      }
      problems.addAll(Axe.problems(tab.page(), "[data-testid=linked]"));
      assertThat(problems).isEmpty();
    }
  }

  private static JsonNode breakdown(String by, String more) throws Exception {
    return breakdown(by, more, QUARTER);
  }

  private static JsonNode breakdown(String by, String more, String period) throws Exception {
    String body = "{'layer':'incident','datetime':'" + period + "','by':'" + by + "','limit':24";
    return Demo.post(
        "/api/breakdown", body.replace('\'', '"') + more.replace("'filter'", "\"filter\"") + "}");
  }

  private static long of(JsonNode breakdown, String value) {
    for (JsonNode row : breakdown.path("rows")) {
      if (row.path("value").asText().equals(value)) {
        return row.path("count").asLong();
      }
    }
    return 0;
  }

  private static void awaitText(Tab tab, String testId, long expected) {
    tab.awaitNumber(testId, expected);
  }

  private static void awaitRows(Tab tab, long expected) {
    tab.page()
        .waitForFunction(
            "n => document.querySelector('[data-testid=linked-grid]')?.getAttribute('aria-rowcount')"
                + " === String(n + 1)",
            Math.toIntExact(expected));
  }
}
