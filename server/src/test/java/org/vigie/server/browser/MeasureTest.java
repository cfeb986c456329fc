package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.geodata.geo.Geodesy;

@ExtendWith(Chromium.class)
class MeasureTest {

  private static final String HERE = "#v1/8/-11/-21.5/t=2026-04-01..2026-06-30";

  @Test
  void aTypedLineHasTheLengthOfTheServersGeodesyAndItsBearingsAndIsTakenBack(Browser browser) {
    try (Tab tab = Tab.wide(browser, HERE)) {
      tab.page().keyboard().press("m");
      tab.at("measure-place").first().waitFor();
      type(tab, "11°S 22°W");
      type(tab, "-11.5, -21.25");
      double metres = Geodesy.distanceMetres(-22, -11, -21.25, -11.5);
      assertThat(tab.text("measure-total"))
          .isEqualTo(String.format(Locale.ROOT, "%.2f km", metres / 1_000));
      List<String> leg = leg(tab, 0);
      assertThat(leg.get(1)).matches("12[0-9]\\.[0-9]°");
      assertThat(degrees(leg.get(3)))
          .as("back from the end, some 180 degrees away")
          .isBetween(degrees(leg.get(1)) + 179, degrees(leg.get(1)) + 181);

      type(tab, "-11.5, -22");
      tab.at("measure-closed").check();
      assertThat(tab.text("measure-area")).contains("km²");
      tab.at("measure-length").first().selectOption("nm");
      tab.at("measure-angle").first().selectOption("mils");
      assertThat(tab.text("measure-total")).contains("NM");
      assertThat(leg(tab, 0).get(1)).matches("[0-9]{4} mil");
      tab.click("measure-undo");
      tab.page().waitForCondition(() -> rows(tab).count() == 1);
      tab.click("measure-redo");
      tab.page().waitForCondition(() -> rows(tab).count() == 2);
    }
  }

  @Test
  void aLineIsInTheAddressALinkShowsTheSameAndBackTakesItBack(Browser browser) {
    String line = "&line=closed:-22,-11,-21.25,-11.5,-22,-11.5";
    String total;
    try (Tab tab = Tab.wide(browser, HERE + "&o=measure" + line)) {
      tab.page().waitForCondition(() -> rows(tab).count() == 2);
      assertThat(tab.at("measure-closed").isChecked()).isTrue();
      total = tab.text("measure-total");
      tab.at("measure-closed").uncheck();
      tab.awaitAddress("&line=open:-22,-11,-21.25,-11.5,-22,-11.5");
      type(tab, "-11.25, -21.5");
      tab.awaitAddress("-22,-11.5,-21.5,-11.25");
      tab.click("measure-undo");
      tab.page().waitForURL(url -> !url.contains("-11.25"));
      tab.page().goBack();
      tab.page().waitForCondition(() -> rows(tab).count() == 3);
      tab.click("tool-close");
      tab.page().waitForURL(url -> !url.contains("line="));
    }
    try (Tab tab = Tab.phone(browser, HERE + "&o=measure" + line)) {
      assertThat(tab.text("measure-total")).isEqualTo(total);
    }
  }

  @Test
  void aLineIsDrawnByClicksAndItsPointsAreMovedByKeys(Browser browser) {
    try (Tab tab = Tab.wide(browser, HERE)) {
      tab.page().keyboard().press("m");
      tab.at("measure-draw").first().waitFor();
      tab.page().waitForFunction("() => document.documentElement.dataset.drawing === 'line'");
      tab.clickMap(.4, .4).clickMap(.5, .5).clickMap(.6, .4);
      tab.page().keyboard().press("Enter");
      tab.page().waitForCondition(() -> rows(tab).count() == 2);
      String before = tab.text("measure-total");
      tab.page().locator(".sketch-corner").first().focus();
      tab.page().keyboard().press("Shift+ArrowLeft");
      tab.page()
          .waitForFunction(
              "was => document.querySelector('[data-testid=measure-total]').innerText !== was",
              before);
      tab.page().keyboard().press("Delete");
      tab.page().waitForCondition(() -> rows(tab).count() == 1);
      tab.click("measure-clear");
      tab.page().waitForCondition(() -> rows(tab).count() == 0);
    }
  }

  @Test
  void ringsAroundAPlaceAndARecordAreInTheAddressAndALinkShowsThem(Browser browser)
      throws Exception {
    JsonNode base = Demo.get("/collections/base/items?limit=1").path("features").path(0);
    String around = "base/" + base.path("id").asText();
    String name = base.path("properties").path("name").asText();
    String address;
    try (Tab tab = Tab.wide(browser, HERE)) {
      tab.page().keyboard().press("m");
      tab.at("rings-place").first().waitFor();
      tab.fill("rings-place", "11°S 21.5°W").fill("rings-radii", "10, 5 x").click("rings-draw");
      tab.page().getByText("Give 1 to 12 radii").waitFor();
      tab.fill("rings-radii", "25, 10");
      tab.at("rings-every").first().selectOption("45");
      tab.click("rings-draw");
      tab.awaitAddress("&r=-21.5,-11:10000,25000:45");
      tab.page().waitForCondition(() -> rings(tab).count() == 2);
      assertThat(tab.page().locator(".ring-spoke").count()).isEqualTo(8);
      address = tab.fragment();
    }
    try (Tab tab = Tab.phone(browser, "#" + address.replace("&o=measure", ""))) {
      tab.page().waitForCondition(() -> rings(tab).count() == 2);
      assertThat(tab.page().locator(".measure-label").allInnerTexts()).contains("25 km", "045°");
    }
    try (Tab tab = Tab.wide(browser, HERE + "&r=" + around + ":5000:0&o=measure")) {
      tab.page().waitForCondition(() -> rings(tab).count() == 1);
      tab.at("rings-centre").getByText(name).waitFor();
      tab.click("rings-clear");
      tab.page().waitForCondition(() -> rings(tab).count() == 0);
      tab.page().waitForURL(url -> !url.contains("&r="));
    }
  }

  private static void type(Tab tab, String place) {
    int before = tab.page().locator(".sketch-corner").count();
    tab.fill("measure-place", place).click("measure-add");
    tab.page().waitForCondition(() -> tab.page().locator(".sketch-corner").count() == before + 1);
  }

  private static List<String> leg(Tab tab, int row) {
    return rows(tab).nth(row).locator("td").allInnerTexts();
  }

  private static Locator rows(Tab tab) {
    return tab.at("measure-legs").locator("tbody tr");
  }

  private static Locator rings(Tab tab) {
    return tab.page().locator("path.ring-line");
  }

  private static double degrees(String text) {
    return Double.parseDouble(text.replace("°", ""));
  }
}
