package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The chosen feature and a tool, both open: neither hides the other unasked. */
@ExtendWith(Chromium.class)
class PanelsTest {

  private static final String VIEW = "#v1/8/-11.03217/-21.48765/";

  /** Where a place on the ground is on the screen, to the pixel. */
  private static final String RING =
      "() => { const at = document.querySelector('path.ring-line').getBoundingClientRect();"
          + " return `${Math.round(at.x)} ${Math.round(at.y)}`; }";

  private static final String RINGS = "t=2026-04-01..2026-06-30&r=-21.5,-11:5000:0";

  private static final List<String> TOOLS =
      List.of("inbox", "area", "analysis", "hotspot", "import", "entry", "marks");

  @Test
  void aRecordNearTheEdgeIsBroughtIntoSightAndClosingItBringsBackWhatWasLookedAt(Browser browser)
      throws Exception {
    JsonNode incident =
        Demo.get("/collections/incident/items?limit=1&filter=severity%3D5").at("/features/0");
    String view =
        String.format(
            Locale.ROOT,
            "#v1/9/%.5f/%.5f/",
            incident.at("/geometry/coordinates/1").asDouble(),
            incident.at("/geometry/coordinates/0").asDouble() + 2.2);
    try (Tab tab = Tab.wide(browser, view + "t=2026-01-01..2026-06-30")) {
      String there = tab.fragment();
      tab.page()
          .evaluate(
              "id => { location.hash += '&s=incident:' + id; }", incident.path("id").asText());
      tab.at("detail-title").waitFor();
      tab.page().waitForFunction("view => !location.hash.startsWith(view)", view);
      tab.click("detail-close");
      tab.page().waitForFunction("there => location.hash.slice(1) === there", there);
    }
  }

  @Test
  void onAWideScreenEveryToolStandsBesideTheChosenFeature(Browser browser) throws Exception {
    try (Tab tab = Tab.wide(browser, chosen())) {
      tab.at("detail-title").waitFor();
      for (String tool : TOOLS) {
        tab.click("tool-" + tool);
        tab.at("panel-" + tool).waitFor();
        assertThat(tab.at("detail").isVisible()).as(tool).isTrue();
        BoundingBox detail = tab.at("detail").boundingBox();
        BoundingBox panel = tab.at("tool-panel").boundingBox();
        assertThat(detail.x + detail.width).as(tool).isLessThanOrEqualTo(panel.x + 1);
        assertThat(tab.at("map").boundingBox().width).as(tool).isGreaterThan(500);
      }
      tab.page().keyboard().press("Escape");
      assertThat(tab.at("tool-panel").isVisible()).as("the last opened closes first").isFalse();
      assertThat(tab.at("detail").isVisible()).isTrue();
    }
  }

  @Test
  void onAPhoneWhatWasOpenedLastIsInFrontAndTheOtherOneTapAway(Browser browser) throws Exception {
    try (Tab tab = Tab.phone(browser, chosen())) {
      tab.at("detail-title").waitFor();
      for (String tool : TOOLS) {
        tab.click("phone-tools").click("tool-" + tool);
        tab.at("panel-" + tool).waitFor();
        assertThat(tab.at("detail").isVisible()).as(tool).isFalse();
        tab.click("show-detail");
        assertThat(tab.at("tool-panel").isVisible()).as(tool).isFalse();
        tab.at("detail-title").click();
      }
      tab.click("show-tool");
      assertThat(tab.at("panel-marks").isVisible()).isTrue();
      tab.click("tool-close");
      assertThat(tab.at("detail").isVisible()).isTrue();
      assertThat(tab.at("show-tool").isVisible()).as("nothing lies behind").isFalse();
    }
  }

  @Test
  void openingAndClosingEveryPanelLeavesTheAddressAndWhatOneLooksAtWhereTheyWere(Browser browser) {
    try (Tab tab = Tab.wide(browser, VIEW + RINGS)) {
      panelsComeAndGo(tab, List.of("inbox", "area", "analysis", "hotspot", "entry"));
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      ring(tab);
      assertThat(tab.fragment()).as("nor by a pixel's worth").startsWith(VIEW.substring(1));
    }
    try (Tab tab = Tab.tablet(browser, VIEW + RINGS)) {
      panelsComeAndGo(tab, List.of("inbox", "hotspot"));
    }
  }

  @Test
  void onAnUprightTabletWhatOneLooksAtStaysInTheMiddleOfWhatIsSeen(Browser browser) {
    try (Tab tab = Tab.tablet(browser, VIEW + RINGS)) {
      tab.page().setViewportSize(820, 1180);
      tab.page().reload();
      tab.number("count-incident");
      open(tab, "hotspot");
      tab.awaitAddress("o=hotspot");
      tab.page()
          .waitForFunction(
              """
              () => {
                const [map, ring] = ['.map-area', 'path.ring-line']
                    .map((part) => document.querySelector(part)?.getBoundingClientRect());
                return map.width < 500 && ring
                    && Math.abs(ring.x + ring.width / 2 - map.x - map.width / 2) < 40;
              }
              """);
      assertThat(tab.fragment()).startsWith(VIEW.substring(1));
    }
  }

  private static void panelsComeAndGo(Tab tab, List<String> tools) {
    tab.number("count-incident");
    Object before = ring(tab);
    for (String tool : tools) {
      open(tab, tool);
      tab.awaitAddress("o=" + tool);
      isWhereItWas(tab, before, tool);
    }
    tab.click("collapse");
    isWhereItWas(tab, before, "the layers beside a tool");
    tab.click("collapse");
    key(tab, "v");
    tab.awaitAddress("&x=");
    isWhereItWas(tab, before, "the linked views");
    tab.click("linked-close");
    tab.at("tool-close").click();
    tab.page().waitForURL(url -> !url.contains("&x=") && !url.contains("&o="));
    isWhereItWas(tab, before, "closed");
    assertThat(tab.fragment()).startsWith(VIEW.substring(1));
  }

  @Test
  void theLayersMakeRoomForTwoPanelsAndOnATabletForOneAndComeBack(Browser browser)
      throws Exception {
    try (Tab tab = Tab.wide(browser, chosen() + "&o=inbox")) {
      tab.at("detail-title").waitFor();
      tab.at("layer-incident").waitFor(hidden());
      assertThat(tab.at("map").boundingBox().width).isGreaterThan(800);
      tab.click("collapse");
      tab.at("layer-incident").waitFor();
      assertThat(tab.at("detail").isVisible()).as("whoever wants all has all").isTrue();
      tab.click("collapse").click("tool-close");
      tab.click("collapse");
      tab.at("layer-incident").waitFor();
    }
    try (Tab tab = Tab.tablet(browser, "#v1/8/-11/-21.5/t=2026-04-01..2026-06-30")) {
      tab.at("layer-incident").waitFor();
      open(tab, "inbox");
      tab.at("panel-inbox").waitFor();
      tab.at("layer-incident").waitFor(hidden());
      tab.click("collapse");
      tab.at("layer-incident").waitFor();
      assertThat(tab.at("tool-panel").isVisible()).as("one before the other").isFalse();
      assertThat(tab.at("map").boundingBox().width).isGreaterThan(600);
      tab.click("collapse");
      tab.at("panel-inbox").waitFor();
      tab.click("tool-close");
      tab.click("collapse");
      tab.at("layer-incident").waitFor();
    }
  }

  /** By its key: a narrow window has it in a menu. */
  private static void open(Tab tab, String tool) {
    String key =
        Map.of("inbox", "b", "area", "d", "analysis", "c", "hotspot", "h", "entry", "n").get(tool);
    key(tab, key);
  }

  private static void key(Tab tab, String key) {
    tab.page().evaluate("() => document.activeElement?.blur()");
    tab.page().keyboard().press(key);
  }

  private static Object ring(Tab tab) {
    tab.page().locator("path.ring-line").first().waitFor();
    return tab.page().evaluate(RING);
  }

  /** The window is laid out anew a frame later. */
  private static void isWhereItWas(Tab tab, Object before, String when) {
    try {
      tab.page().waitForFunction("was => (" + RING + ")() === was", before);
    } catch (TimeoutError late) {
      assertThat(ring(tab)).as(when).isEqualTo(before);
    }
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }

  private static String chosen() throws Exception {
    JsonNode first = Demo.get("/collections/incident/items?limit=1").path("features").get(0);
    return "#v1////s=incident:" + first.path("id").asText();
  }
}
