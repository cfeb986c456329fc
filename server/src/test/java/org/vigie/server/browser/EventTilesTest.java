package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events are drawn from tiles that the page holds: what is moved or switched asks for nothing. */
@ExtendWith(Chromium.class)
class EventTilesTest {

  private static final double LAT = -11;
  private static final int ZOOM = 6;

  /** Two years, so many events that they are shown as density; room to move the period by. */
  private static final String DENSE = "#v1/6/-11/-27/t=2024-02-01..2026-01-31&l=incident";

  @Test
  void movingThePeriodAsksForNoTileAndNoPicture(Browser browser) {
    try (Tab tab = dense(browser)) {
      byte[] before = map(tab);
      List<String> asked = asked(tab);
      tab.at("time-window").focus();
      for (int step = 0; step < 12; step++) {
        tab.page().keyboard().press("PageDown");
      }
      // Longer than the page waits for the view to rest.
      tab.page().waitForTimeout(1_500);
      assertThat(tab.at("time-window").getAttribute("aria-valuetext")).contains("2023");
      assertThat(map(tab)).as("the map").isNotEqualTo(before);
      assertThat(asked).noneMatch(ofEvents());
    }
  }

  @Test
  void switchingACategoryOrTheLeastSeverityAsksForNoTileAndChangesTheMap(Browser browser) {
    try (Tab tab = dense(browser)) {
      byte[] all = map(tab);
      List<String> asked = asked(tab);
      tab.click("code-incident-TENSION").click("code-incident-CRIME");
      tab.page().waitForTimeout(1_500);
      byte[] some = map(tab);
      assertThat(some).as("without tension and crime").isNotEqualTo(all);
      tab.click("tab-filters").at("severity-3").check(new Locator.CheckOptions().setForce(true));
      tab.page().waitForTimeout(1_500);
      assertThat(map(tab)).as("severity 3 and more").isNotEqualTo(some);
      assertThat(asked).noneMatch(url -> url.contains("/api/events/"));
    }
  }

  @Test
  void anotherConditionAsksForTilesThatMeetIt(Browser browser) {
    try (Tab tab = dense(browser)) {
      List<String> asked = asked(tab);
      tab.click("tab-filters").fill("search", "market");
      tab.page().waitForTimeout(2_000);
      assertThat(asked).anyMatch(url -> url.contains("/api/events/") && url.contains("market"));
    }
  }

  @Test
  void aSingleEventIsSeenBesideThousands(Browser browser) throws Exception {
    create("EXERCISE alone", -36.25);
    try (Tab tab = dense(browser)) {
      byte[] with = around(tab, -36.25);
      tab.click("layer-incident");
      tab.at("density-legend").waitFor(hidden());
      assertThat(around(tab, -36.25)).as("the place without it").isNotEqualTo(with);
    }
  }

  @Test
  void aClickOnDensityListsWhatIsInTheCell(Browser browser) throws Exception {
    create("EXERCISE first of two", -37.25);
    create("EXERCISE second of two", -37.25);
    try (Tab tab = dense(browser)) {
      click(tab, -37.25);
      assertThat(tab.text("several"))
          .contains("2 at this spot")
          .contains("EXERCISE first of two")
          .contains("EXERCISE second of two");
      tab.at("several").getByText("EXERCISE second of two").click();
      assertThat(tab.text("detail-title")).isEqualTo("EXERCISE second of two");
    }
  }

  @Test
  void aClickOnACellWithOneEventOpensIt(Browser browser) throws Exception {
    create("EXERCISE one", -38.25);
    try (Tab tab = dense(browser)) {
      click(tab, -38.25);
      assertThat(tab.text("detail-title")).isEqualTo("EXERCISE one");
    }
  }

  @Test
  void aNewIncidentShowsAndOnlyTheTilesThatItTouchesAreAskedForAgain(Browser browser)
      throws Exception {
    try (Tab tab = dense(browser)) {
      byte[] before = around(tab, -35.25);
      List<String> asked = asked(tab);
      create("EXERCISE new", -35.25);
      tab.page().waitForTimeout(3_000);
      assertThat(around(tab, -35.25)).as("where it is").isNotEqualTo(before);
      List<AskedTiles.Tile> tiles =
          AskedTiles.in(
              asked.stream().filter(url -> url.contains("/api/events/incident")).toList());
      assertThat(tiles).isNotEmpty();
      assertThat(tiles).allMatch(EventTilesTest::holdsTheNewOne);
    }
  }

  private static boolean holdsTheNewOne(AskedTiles.Tile tile) {
    double n = Math.pow(2, tile.zoom());
    return tile.row() == (int) (n * worldY(LAT)) && tile.column() == (int) (n * worldX(-35.25));
  }

  private static double worldX(double lon) {
    return (lon + 180) / 360;
  }

  private static double worldY(double lat) {
    double sine = Math.sin(Math.toRadians(lat));
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }

  private static Tab dense(Browser browser) {
    Tab tab = Tab.wide(browser, DENSE);
    tab.at("density-legend").waitFor();
    tab.number("count-incident");
    // Until the last tiles have come.
    tab.page().waitForSelector(".map-area:not(.is-busy)");
    tab.page().waitForTimeout(1_000);
    return tab;
  }

  private static List<String> asked(Tab tab) {
    List<String> urls = new CopyOnWriteArrayList<>();
    tab.page().onRequest(request -> urls.add(request.url()));
    return urls;
  }

  private static Predicate<String> ofEvents() {
    return url -> url.contains("/api/events/") || url.contains("/api/picture/incident");
  }

  private static byte[] map(Tab tab) {
    return tab.at("map").screenshot();
  }

  /** The few pixels of the map where something lies at a longitude, in the middle of its height. */
  private static byte[] around(Tab tab, double lon) {
    double[] at = pixel(tab, lon);
    tab.page().mouse().move(5, 5);
    return tab.page()
        .screenshot(new Page.ScreenshotOptions().setClip(new Clip(at[0] - 8, at[1] - 8, 16, 16)));
  }

  private static void click(Tab tab, double lon) {
    double[] at = pixel(tab, lon);
    tab.page().mouse().click(at[0], at[1]);
  }

  private static double[] pixel(Tab tab, double lon) {
    BoundingBox box = tab.at("map").boundingBox();
    double perDegree = 256 * Math.pow(2, ZOOM) / 360;
    return new double[] {box.x + box.width / 2 + (lon + 27) * perDegree, box.y + box.height / 2};
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }

  private static void create(String title, double lon) throws Exception {
    Demo.create(
        "/collections/incident/items",
        """
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [%s, %s]},
         "properties": {"title": "%s", "type": "TENSION", "severity": 2, "exercise": true,
           "valid_from": "2025-06-15T10:00:00Z"}}
        """
            .formatted(lon, LAT, title));
  }
}
