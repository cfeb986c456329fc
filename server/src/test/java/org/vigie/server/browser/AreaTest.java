package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class AreaTest {

  private static final String QUARTER = "#v1/7/-11/-21.5/t=2026-04-01..2026-06-30";
  private static final String TYPED = "-10, -23\n-10, -21\n-12, -21\n-12, -23";
  private static final String QUESTION =
      """
      {"layer": "incident", "datetime": "2026-04-01T00:00:00Z/2026-06-30T23:59:59Z",
       "area": {"type": "Polygon", "coordinates": [[[-23,-10],[-23,-12],[-21,-12],[-21,-10],[-23,-10]]]}}
      """;

  @Test
  void theFiguresOfATypedAreaAreThoseOfTheApi(Browser browser) throws Exception {
    JsonNode expected = Demo.post("/api/statistics", QUESTION);
    assertThat(expected.path("count").asLong()).isPositive();
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      tab.click("tool-area");
      tab.page().getByText("Type the corners").click();
      tab.fill("sketch-typed", TYPED).click("sketch-apply");
      tab.awaitNumber("area-count", expected.path("count").asLong());
      assertThat(tab.text("area-change"))
          .contains(String.format("%,d", expected.path("previous").path("count").asLong()));
      assertThat(tab.text("sum-killed_best"))
          .contains(String.format("%,d", expected.path("sums").path("killed_best").asLong()));
      for (JsonNode group : expected.path("groups")) {
        assertThat(tab.text("group-" + group.path("value").asText()))
            .contains(String.format("%,d", group.path("count").asLong()));
      }
    }
  }

  @Test
  void aDrawnAreaIsKeptInTheAddressAndCanBeUndone(Browser browser) {
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      tab.click("tool-area");
      long window = tab.number("area-count");
      tab.click("draw-polygon").clickMap(.35, .35).clickMap(.6, .35).clickMap(.5, .65);
      tab.page().keyboard().press("Enter");
      tab.awaitAddress("&a=");
      tab.page()
          .waitForFunction(
              "n => Number(document.querySelector('[data-testid=area-count]').textContent"
                  + ".replace(/[^0-9]/g, '')) < n",
              Math.toIntExact(window));
      tab.page().keyboard().press("Control+z");
      tab.awaitNumber("area-count", window);
    }
  }

  @Test
  void anAreaCanBeDrawnAndClosedOnAPhoneWithoutScrolling(Browser browser) {
    try (Tab tab = Tab.phone(browser)) {
      tab.click("phone-tools").click("tool-area").click("draw-polygon");
      tab.clickMap(.3, .3).clickMap(.6, .3).clickMap(.5, .5);
      var button = tab.at("sketch-finish").boundingBox();
      var bar = tab.at("phone-layers").boundingBox();
      assertThat(button.y + button.height).isLessThanOrEqualTo(bar.y);
      tab.page().mouse().click(button.x + button.width / 2, button.y + button.height / 2);
      tab.awaitAddress("&a=");
    }
  }

  @Test
  void theFiguresOfATypedCircleAreThoseOfTheApiAndItsAddressOpensIt(Browser browser)
      throws Exception {
    String circle = "circle:-22,-11,60000";
    long expected = counted(circle);
    assertThat(expected).isPositive();
    String address;
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      tab.click("tool-area").click("draw-circle");
      tab.page().getByText("Type centre and radius").click();
      tab.fill("sketch-centre", "11°S 22°W").fill("sketch-size", "60").click("sketch-apply");
      tab.awaitNumber("area-count", expected);
      assertThat(tab.text("sketch-hint")).contains("60 km");
      assertThat(tab.text("area-interval")).contains("95 % interval");
      assertThat(tab.text("area-size")).contains("km²").contains("per 1");
      tab.awaitAddress("&a=" + circle);
      address = tab.page().url();
    }
    try (Tab tab = Tab.wide(browser, address.substring(address.indexOf('#')))) {
      tab.awaitNumber("area-count", expected);
      tab.at("sketch-size").evaluate("field => field.closest('details').open = true");
      tab.fill("sketch-size", "30");
      tab.page().keyboard().press("Tab");
      tab.awaitAddress("&a=circle:-22,-11,30000");
      tab.awaitNumber("area-count", counted("circle:-22,-11,30000"));
    }
  }

  @Test
  void aCorridorIsDrawnWidenedTakenBackAndCountedByTheServer(Browser browser) throws Exception {
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      tab.click("tool-area").click("draw-corridor");
      tab.clickMap(.3, .4).clickMap(.5, .45).clickMap(.6, .65);
      tab.page().keyboard().press("Enter");
      tab.awaitAddress("&a=corridor:");
      String first = area(tab);
      tab.awaitNumber("area-count", counted(first));
      tab.at("sketch-size").evaluate("field => field.closest('details').open = true");
      tab.fill("sketch-size", "40");
      tab.page().keyboard().press("Tab");
      tab.awaitAddress(first.substring(0, first.lastIndexOf(',')) + ",40000");
      tab.awaitNumber("area-count", counted(area(tab)));
      tab.at("draw-corridor").focus();
      tab.page().keyboard().press("Control+z");
      tab.awaitAddress(first);
    }
  }

  @Test
  void aCircleIsDrawnByTouchAndEscapeLeavesOneThatWasBegun(Browser browser) throws Exception {
    try (Tab tab = Tab.phone(browser)) {
      tab.click("phone-tools").click("tool-area").click("draw-circle");
      tab.clickMap(.4, .3);
      tab.page().keyboard().press("Escape");
      assertThat(tab.page().url()).doesNotContain("a=circle");
      tab.click("draw-circle").clickMap(.4, .3).clickMap(.7, .3);
      tab.awaitAddress("&a=circle:");
    }
  }

  @Test
  void theAreaOfAFeatureIsAskedFromItsDetailAndLeftAgain(Browser browser) throws Exception {
    JsonNode district =
        Demo.get("/collections/admin-area/items?limit=1&filter=level='ADM1'&sortby=name")
            .path("features")
            .path(0);
    String named = "feature:admin-area/" + district.path("id").asText();
    String name = district.path("properties").path("name").asText();
    long expected = counted(named);
    try (Tab tab = Tab.wide(browser, QUARTER + "&s=admin-area:" + district.path("id").asText())) {
      tab.at("detail-title").waitFor();
      tab.click("area-figures");
      tab.awaitNumber("area-count", expected);
      assertThat(tab.text("area-named")).contains(name);
      tab.awaitAddress("&a=" + named);
      tab.page().locator("path.sketch-area.is-named").waitFor();
      tab.click("area-named-clear");
      tab.page().waitForURL(url -> !url.contains("&a="));
      assertThat(tab.page().locator("path.sketch-area.is-named").count()).isZero();
    }
  }

  private static String area(Tab tab) {
    String url = tab.page().url();
    String rest = url.substring(url.indexOf("&a=") + 3);
    return rest.contains("&") ? rest.substring(0, rest.indexOf('&')) : rest;
  }

  private static long counted(String area) throws Exception {
    return Demo.get(
            "/api/statistics?layer=incident&datetime=2026-04-01T00:00:00Z/2026-06-30T23:59:59Z"
                + "&area="
                + area)
        .path("count")
        .asLong();
  }

  @Test
  void anOutlineThatCrossesItselfIsSaidToAndNotAsked(Browser browser) {
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      tab.click("tool-area");
      tab.page().getByText("Type the corners").click();
      tab.fill("sketch-typed", "-10, -23\n-12, -21\n-12, -23\n-10, -21").click("sketch-apply");
      assertThat(tab.page().locator("#sketch-typed-problem").innerText()).contains("crosses");
    }
  }

  @Test
  void theListOpensTheRecordAndTheDownloadHoldsAllOfThem(Browser browser) throws Exception {
    long count = Demo.post("/api/statistics", QUESTION).path("count").asLong();
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      tab.click("tool-area");
      tab.page().getByText("Type the corners").click();
      tab.fill("sketch-typed", TYPED).click("sketch-apply");
      tab.awaitNumber("area-count", count);
      Download file = tab.page().waitForDownload(() -> tab.click("download-csv"));
      try (var lines = Files.lines(file.path())) {
        assertThat(lines.count()).isGreaterThan(count);
      }
      tab.at("area-items").locator("button").first().click();
      assertThat(tab.text("detail-title")).isNotBlank();
    }
  }

  @Test
  void clustersAreFoundShownAndOneIsKeptAsHotspotAndTakenBack(Browser browser) throws Exception {
    long before = hotspots();
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      tab.click("tool-analysis");
      tab.at("parameter-epsM").waitFor();
      tab.click("analysis-run");
      assertThat(tab.number("analysis-count")).isPositive();
      tab.click("finding-1");
      tab.at("keep-hotspot").locator("summary").first().click();
      tab.fill("field-name", "EXERCISE cluster").fill("field-review_date", "2026-08-01");
      tab.at("field-level").first().selectOption("WATCH");
      tab.click("keep-hotspot-save");
      tab.at("hotspot-kept").waitFor();
      assertThat(hotspots()).isEqualTo(before + 1);
      JsonNode kept =
          Demo.get("/collections/hotspot/items?filter=name='EXERCISE%20cluster'")
              .path("features")
              .path(0)
              .path("properties");
      assertThat(kept.path("method").asText()).isEqualTo("DBSCAN");
      assertThat(kept.path("parameters").asText()).contains("epsM");
      tab.click("hotspot-undo");
      tab.at("keep-hotspot").waitFor();
      assertThat(hotspots()).isEqualTo(before);
    }
  }

  @Test
  void theSameEventsAreCountedInHexagons(Browser browser) {
    try (Tab tab = Tab.wide(browser, QUARTER)) {
      tab.click("tool-analysis");
      tab.at("analysis").first().selectOption("hexagon-counts");
      tab.at("parameter-sideM").waitFor();
      tab.click("analysis-run");
      assertThat(tab.number("analysis-count")).isPositive();
      assertThat(tab.text("method-note")).contains("believe");
    }
  }

  static long hotspots() throws Exception {
    return Demo.get("/collections/hotspot/items?limit=1").path("numberMatched").asLong();
  }
}
