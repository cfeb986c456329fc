package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Chromium.class)
class DrawingTest {

  private static final String QUARTER = "#v1/7/-11/-21.5/t=2026-04-01..2026-06-30";
  private static final String BOX = "polygon:-26,-13,-17,-13,-17,-9,-26,-9";

  @Test
  void anAreaGetsAHoleAndIsSplitWhileItsFiguresFollowAndEachStepIsTakenBack(Browser browser)
      throws Exception {
    try (Tab tab = Tab.wide(browser, QUARTER + "&a=" + BOX + "&o=area")) {
      figuresAreThoseOfTheServer(tab, BOX);
      tab.click("draw-hole").clickMap(.47, .45).clickMap(.53, .45).clickMap(.5, .55);
      tab.page().keyboard().press("Enter");
      tab.awaitAddress(";!");
      String holed = area(tab);
      assertThat(tab.text("sketch-hint")).contains("1 hole");
      figuresAreThoseOfTheServer(tab, holed);

      tab.click("draw-split").clickMap(.5, .12).clickMap(.51, .88);
      tab.page().keyboard().press("Enter");
      tab.at("piece-2").waitFor();
      assertThat(area(tab)).as("nothing is changed before somebody chooses").isEqualTo(holed);
      tab.click("pieces-keep");
      tab.page().waitForURL(url -> url.contains("&a=polygon:") && !url.contains(";!"));
      figuresAreThoseOfTheServer(tab, area(tab));

      tab.click("sketch-undo");
      tab.awaitAddress(holed);
      tab.click("sketch-undo");
      tab.awaitAddress("&a=" + BOX);
      tab.click("sketch-redo");
      tab.awaitAddress(holed);

      tab.click("draw-split").clickMap(.4, .1).clickMap(.5, .12);
      tab.page().keyboard().press("Enter");
      tab.page().getByText("The line cuts nothing off").waitFor();
    }
  }

  @Test
  void aCornerIsMovedByKeysAndByTypedCoordinatesAndWhatIsWrongIsShownWhereItIs(Browser browser)
      throws Exception {
    String place = "26L QM 717 168";
    JsonNode typed = Demo.get("/api/locate?q=" + place.replace(" ", "%20")).at("/best/position");
    try (Tab tab = Tab.wide(browser, QUARTER + "&a=" + BOX + "&o=area")) {
      var corners = tab.page().locator(".sketch-corner");
      corners.first().focus();
      assertThat(tab.text("corner-title")).isEqualTo("Corner 1 of 4");
      tab.page().keyboard().press("ArrowLeft");
      tab.page().waitForURL(url -> url.contains("&a=polygon:-26") && !url.contains(BOX));
      assertThat(tab.page().evaluate("() => document.activeElement.className"))
          .asString()
          .as("the corner keeps the focus")
          .contains("sketch-corner");
      tab.page().keyboard().press("Enter");
      tab.page().waitForCondition(() -> corners.count() == 5);
      tab.page().keyboard().press("Delete");
      tab.page().waitForCondition(() -> corners.count() == 4);

      tab.fill("corner-place", place).click("corner-move");
      tab.awaitAddress(
          String.format(Locale.ROOT, "%s,%s", number(typed.get(0)), number(typed.get(1))));
      String before = area(tab);
      tab.fill("corner-place", "8 S 20 W").click("corner-move");
      tab.at("sketch-wrongs").waitFor();
      assertThat(tab.text("sketch-wrongs")).contains("Sides meet");
      assertThat(tab.page().locator(".sketch-wrong").count()).isPositive();
      assertThat(area(tab)).as("what is no simple shape is not asked for").isEqualTo(before);
      tab.click("sketch-undo");
      tab.at("sketch-wrongs").waitFor(hidden());
    }
  }

  @Test
  void aCornerSticksToAnotherAreaUnlessAltIsHeld(Browser browser) {
    try (Tab tab = Tab.wide(browser, "#v1/11/-12/-20.53/t=2026-04-01..2026-06-30&o=area")) {
      tab.page().getByText("With an area on the map").click();
      tab.at("sketch-other").locator("option").first().waitFor(attached());
      tab.click("sketch-join");
      tab.awaitAddress("&a=polygon:");
      String outline = area(tab);
      BoundingBox corner = tab.page().locator(".sketch-corner").first().boundingBox();
      double x = corner.x + corner.width / 2;
      double y = corner.y + corner.height / 2;
      tab.click("sketch-clear").click("draw-polygon");
      tab.page().mouse().move(x + 4, y + 3);
      tab.page().locator(".sketch-snap").waitFor();
      triangle(tab, x + 4, y + 3);
      tab.awaitAddress("&a=polygon:");
      assertThat(outline).as("the first corner is one of the other area").contains(first(tab));

      tab.click("sketch-clear").click("draw-polygon");
      tab.page().keyboard().down("Alt");
      triangle(tab, x + 4, y + 3);
      tab.page().keyboard().up("Alt");
      tab.awaitAddress("&a=polygon:");
      assertThat(outline).doesNotContain(first(tab));
    }
  }

  @Test
  void anUnfinishedHotspotIsOfferedAfterAReloadAndGoneOnceSaved(Browser browser) throws Exception {
    try (Tab tab = Tab.wide(browser, QUARTER + "&o=hotspot")) {
      tab.click("draw-polygon").clickMap(.4, .4).clickMap(.55, .4).clickMap(.5, .6);
      tab.page().keyboard().press("Enter");
      tab.fill("field-name", "EXERCISE left behind");
      tab.page()
          .waitForFunction(
              "() => Object.values(sessionStorage).some(v => v.includes('left behind'))");
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      assertThat(tab.text("unfinished")).contains("Unfinished drawing of");
      tab.click("unfinished-restore");
      tab.page().waitForCondition(() -> tab.page().locator(".sketch-corner").count() == 3);
      assertThat(tab.at("field-name").first().inputValue()).isEqualTo("EXERCISE left behind");
      tab.fill("field-review_date", "2026-08-01");
      tab.at("field-level").first().selectOption("WATCH");
      tab.click("hotspot-save");
      assertThat(tab.text("detail-title")).isEqualTo("EXERCISE left behind");
      assertThat(tab.page().evaluate("() => Object.keys(sessionStorage).join()"))
          .asString()
          .doesNotContain("vigie.drawing.");

      tab.click("edit-hotspot");
      tab.page().waitForCondition(() -> tab.page().locator(".sketch-corner").count() == 3);
      splitAcross(tab);
      tab.click("pieces-two").fill("split-name", "EXERCISE left behind east").click("split-save");
      assertThat(tab.text("hotspot-divided")).contains("EXERCISE left behind east");
      assertThat(leftBehind()).isEqualTo(2);
      tab.click("division-undo");
      assertThat(tab.text("detail-title")).isEqualTo("EXERCISE left behind");
      assertThat(leftBehind()).as("taken back as a whole").isEqualTo(1);
      tab.click("edit-hotspot").click("hotspot-delete").click("hotspot-delete-sure");
      tab.at("hotspot-removed").waitFor();
    }
  }

  @Test
  void aCornerIsDraggedByAFinger(Browser browser) {
    try (Tab tab = Tab.phone(browser, "#v1/5/-20/-21.5/t=2026-04-01..2026-06-30&a=" + BOX)) {
      tab.click("phone-tools").click("tool-area");
      BoundingBox corner = tab.page().locator(".sketch-corner").nth(3).boundingBox();
      double x = corner.x + corner.width / 2;
      double y = corner.y + corner.height / 2;
      drag(tab, x, y, -24, -18);
      tab.page().waitForURL(url -> url.contains("&a=polygon:") && !url.contains(BOX));
      assertThat(area(tab)).startsWith("polygon:-26,-13,-17,-13,-17,-9,-2");
    }
  }

  @Test
  void onATabletAnOutlineIsDrawnChangedSplitAndJoinedByFingersAlone(Browser browser) {
    try (Tab tab = Tab.tablet(browser, QUARTER + "&o=area")) {
      tab.at("draw-polygon").tap();
      tapMap(tab, .3, .35, .7, .35, .7, .65, .3, .65);
      tab.at("sketch-finish").tap();
      tab.awaitAddress("&a=polygon:");
      String drawn = area(tab);
      var corners = tab.page().locator(".sketch-corner");
      tab.page().waitForCondition(() -> corners.count() == 4);
      BoundingBox corner = corners.first().boundingBox();
      double x = corner.x + corner.width / 2;
      double y = corner.y + corner.height / 2;
      assertThat(
              tab.page()
                  .evaluate(
                      "([x, y]) => [[-20, -20], [20, 20], [-20, 20], [20, -20]].every(([dx, dy]) =>"
                          + " document.elementFromPoint(x + dx, y + dy)"
                          + "?.classList.contains('sketch-corner'))",
                      List.of(x, y)))
          .as("a finger finds a corner")
          .isEqualTo(true);

      drag(tab, x, y, -30, -25);
      tab.page().waitForURL(url -> url.contains("&a=polygon:") && !url.contains(drawn));
      corners.first().tap();
      tab.at("corner-remove").tap();
      tab.page().waitForCondition(() -> corners.count() == 3);
      tab.at("sketch-undo").tap();
      tab.page().waitForCondition(() -> corners.count() == 4);

      tab.at("draw-split").tap();
      tapMap(tab, .5, .2, .5, .76);
      tab.at("sketch-finish").tap();
      tab.at("piece-2").waitFor();
      tab.at("pieces-keep").tap();
      tab.at("piece-2").waitFor(hidden());
      String half = area(tab);
      tab.page().getByText("With an area on the map").tap();
      tab.at("sketch-other").locator("option").first().waitFor(attached());
      tab.at("sketch-join").tap();
      tab.page().waitForURL(url -> url.contains("&a=polygon:") && !url.endsWith(half));
    }
  }

  @Test
  void figuresFollowACornerThatIsDraggedAndAreMarkedWhileTheyAreNotOfWhatIsDrawn(Browser browser)
      throws Exception {
    try (Tab tab = Tab.wide(browser, QUARTER + "&a=" + BOX + "&o=area")) {
      figuresAreThoseOfTheServer(tab, BOX);
      String before = tab.text("live-count");
      String size = tab.text("live-size");
      List<Route> held = new java.util.concurrent.CopyOnWriteArrayList<>();
      tab.page().route("**/api/statistics", held::add);
      BoundingBox corner = tab.page().locator(".sketch-corner").first().boundingBox();
      tab.page().mouse().move(corner.x + 8, corner.y + 8);
      tab.page().mouse().down();
      tab.page().mouse().move(corner.x + 420, corner.y - 150, new Mouse.MoveOptions().setSteps(6));
      tab.page().waitForCondition(() -> !held.isEmpty());
      assertThat(tab.text("live-counting")).isEqualTo("counting anew …");
      assertThat(tab.at("live-events").getAttribute("aria-busy")).isEqualTo("true");
      assertThat(tab.text("live-count")).as("the figures from before").isEqualTo(before);
      assertThat(tab.text("live-size")).as("the size is the page's own").isNotEqualTo(size);

      tab.page().unroute("**/api/statistics");
      held.forEach(Route::resume);
      tab.page()
          .waitForFunction(
              "was => document.querySelector('[data-testid=live-counting]').textContent === ''"
                  + " && document.querySelector('[data-testid=live-count]').textContent !== was",
              before);
      assertThat(area(tab)).as("the button is still down").isEqualTo(BOX);

      tab.page().route("**/api/statistics", route -> route.abort());
      tab.page().mouse().move(corner.x + 300, corner.y - 100, new Mouse.MoveOptions().setSteps(3));
      tab.at("live-events").getByText("The figures could not be loaded").waitFor();
      assertThat(tab.at("live-count").count()).as("no figure of another outline").isZero();
      tab.page().unroute("**/api/statistics");
      tab.page().mouse().up();
      tab.at("live-count").waitFor();
      tab.page().waitForURL(url -> !url.contains(BOX));
      figuresAreThoseOfTheServer(tab, area(tab));
      tab.forgive("ERR_FAILED");
    }
  }

  /** At shares of the map's width and height, in pairs. */
  private static void tapMap(Tab tab, double... shares) {
    BoundingBox box = tab.at("map").boundingBox();
    for (int i = 0; i < shares.length; i += 2) {
      tab.page()
          .touchscreen()
          .tap(box.x + box.width * shares[i], box.y + box.height * shares[i + 1]);
      tab.page().waitForTimeout(350); // two taps at once would be a double tap
    }
  }

  private static void drag(Tab tab, double x, double y, double dx, double dy) {
    CDPSession cdp = tab.context().newCDPSession(tab.page());
    touch(cdp, "touchStart", x, y);
    for (int i = 1; i <= 6; i++) {
      touch(cdp, "touchMove", x + dx * i / 6, y + dy * i / 6);
    }
    touch(cdp, "touchEnd", x, y);
  }

  /** A line from above the drawing to below it, wherever the map has it now. */
  private static void splitAcross(Tab tab) {
    var boxes =
        tab.page().locator(".sketch-corner").all().stream().map(c -> c.boundingBox()).toList();
    double x = boxes.stream().mapToDouble(b -> b.x + b.width / 2).average().orElseThrow();
    double top = boxes.stream().mapToDouble(b -> b.y).min().orElseThrow();
    double foot = boxes.stream().mapToDouble(b -> b.y + b.height).max().orElseThrow();
    tab.click("draw-split");
    tab.page().mouse().click(x, top - 40);
    tab.page().waitForTimeout(350); // two clicks at once would close the line
    tab.page().mouse().click(x + 2, foot + 40);
    tab.page().keyboard().press("Enter");
  }

  private static long leftBehind() throws Exception {
    return Demo.get("/collections/hotspot/items?filter=name%20LIKE%20'EXERCISE%20left%25'")
        .path("numberMatched")
        .asLong();
  }

  private static void touch(CDPSession cdp, String type, double x, double y) {
    JsonObject parameters = new JsonObject();
    parameters.addProperty("type", type);
    com.google.gson.JsonArray points = new com.google.gson.JsonArray();
    if (!type.equals("touchEnd")) {
      JsonObject point = new JsonObject();
      point.addProperty("x", x);
      point.addProperty("y", y);
      points.add(point);
    }
    parameters.add("touchPoints", points);
    cdp.send("Input.dispatchTouchEvent", parameters);
  }

  private static void triangle(Tab tab, double x, double y) {
    double[][] corners = {{x, y}, {x + 60, y + 10}, {x + 20, y + 70}};
    for (double[] corner : corners) {
      tab.page().mouse().click(corner[0], corner[1]);
      tab.page().waitForTimeout(350); // two clicks at once would close the outline
    }
    tab.page().keyboard().press("Enter");
  }

  private static void figuresAreThoseOfTheServer(Tab tab, String area) throws Exception {
    JsonNode expected =
        Demo.get(
            "/api/statistics?layer=incident&datetime=2026-04-01T00:00:00Z/2026-06-30T23:59:59Z"
                + "&area="
                + area);
    String size = String.format(Locale.ROOT, "%,.0f km²", expected.get("areaKm2").asDouble());
    tab.at("live-size").getByText(size).waitFor();
    String count = String.format(Locale.ROOT, "%,d", expected.get("count").asLong());
    tab.page()
        .waitForFunction(
            "n => document.querySelector('[data-testid=live-count]')?.textContent === n", count);
    assertThat(tab.text("live-events"))
        .contains(
            String.format(Locale.ROOT, "%,d", expected.at("/previous/count").asLong()) + " in ");
  }

  private static String first(Tab tab) {
    String[] numbers = area(tab).substring("polygon:".length()).split(",", 3);
    return numbers[0] + "," + numbers[1];
  }

  private static String number(JsonNode degrees) {
    double rounded = Math.rint(1e6 * degrees.asDouble()) / 1e6;
    return rounded == Math.rint(rounded)
        ? String.valueOf(Math.round(rounded))
        : String.valueOf(rounded);
  }

  private static String area(Tab tab) {
    String url = tab.page().url();
    int at = url.indexOf("&a=");
    String rest = at < 0 ? "" : url.substring(at + 3);
    return rest.contains("&") ? rest.substring(0, rest.indexOf('&')) : rest;
  }

  private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
  }

  private static com.microsoft.playwright.Locator.WaitForOptions attached() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }
}
